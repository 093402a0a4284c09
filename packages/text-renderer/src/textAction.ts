import type {
  ButtonNode,
  FieldNode,
  FormNode,
  TableNode,
  TableSort,
  UIEvent,
  UIEventRef,
  UINode,
} from '@plugboard/contracts'
import { type FieldValue, sentFields } from '@plugboard/contracts/rendering'

import { drawnNodesOf } from './drawnNodes.ts'
import type { Memory } from './memory.ts'

/** Something in a drawing that can be pressed, by its number. */
export interface TextAction {
  /** From 1, in reading order. Stands before it in the text as `[1]`. */
  readonly number: number
  /** What it says, on one line. */
  readonly label: string
  /** The node that it is of, as it stands in the tree; null for the answers to a button's question, which no node has. */
  readonly node: UINode | null
  /** The handler that hears of it. Null: it changes what is seen, and nobody is told. */
  readonly ref: UIEventRef | null
  /**
   * What the handler is sent, args included. Null where there is no handler. A `change` has revision 1: whoever keeps
   * fields of their own gives it another one, as a `TextView` does. Of a button that has a handler and sends a form, it
   * is the press; only a `TextView` sends both, and checks the fields.
   */
  readonly event: UIEvent | null
}

/** A button, the form that it sends, and what the fields of that form are asked for. */
export interface ButtonPress {
  readonly button: ButtonNode
  readonly form: FormNode | null
  readonly memory: Memory
}

/** What pressing does, as a view carries it out. */
export type Effect =
  | { readonly does: 'send'; readonly ref: UIEventRef; readonly event: UIEvent }
  | (ButtonPress & { readonly does: 'press'; readonly id: string })
  | (ButtonPress & { readonly does: 'confirm' })
  | { readonly does: 'cancel' }
  | { readonly does: 'submit'; readonly form: FormNode; readonly memory: Memory }
  | {
      readonly does: 'set'
      readonly field: FieldNode
      /** What the field holds then. Asked for when it is pressed: each of many options would have a list of many. */
      readonly next: () => FieldValue
    }
  | { readonly does: 'fold'; readonly path: string; readonly open: boolean | undefined; readonly next: boolean }
  | { readonly does: 'sort'; readonly path: string; readonly table: TableNode; readonly next: TableSort | null }
  | {
      readonly does: 'select'
      readonly path: string
      readonly table: TableNode
      /** The keys that are selected then. Asked for when it is pressed: each of many rows would have a list of many. */
      readonly next: () => readonly string[]
    }

/** An action of a drawing, with what it does and where it stands: the same place has the same id in the next drawing. */
export interface DrawnAction {
  readonly id: string
  readonly label: string
  readonly node: UINode | null
  readonly effect: Effect
}

/** Whom an effect tells, and what. */
export function messageOf(effect: Effect): Pick<TextAction, 'ref' | 'event'> {
  switch (effect.does) {
    case 'send':
      return message(effect.ref, effect.event)
    case 'press':
    case 'confirm':
      return effect.button.onPress === undefined && effect.form !== null
        ? message(effect.form.onSubmit, submitEvent(effect.form, effect.memory))
        : message(effect.button.onPress, pressEvent(effect.button))
    case 'set':
      return message(effect.field.onChange, {
        type: 'change',
        name: effect.field.name,
        value: effect.next(),
        rev: 1,
      })
    case 'sort':
      return effect.next === null ? NOBODY : message(effect.table.onSort, { type: 'sort', ...effect.next })
    case 'select':
      return message(effect.table.onSelect, { type: 'select', keys: effect.next() })
    case 'submit':
      return message(effect.form.onSubmit, submitEvent(effect.form, effect.memory))
    case 'cancel':
    case 'fold':
      return NOBODY
  }
}

/** The press of a button. */
export function pressEvent({ key }: ButtonNode): UIEvent {
  return { type: 'press', ...(key === undefined ? {} : { key }) }
}

/** A form with the values of its fields. */
export function submitEvent(form: FormNode, memory: Memory): UIEvent {
  const values = sentFields(form, drawnNodesOf).map((field) => [field.name, memory.valueOf(field)] as const)
  return { type: 'submit', name: form.name, values: Object.fromEntries(values) }
}

/** The event with the args of its reference. */
export function withArgs(ref: UIEventRef, event: UIEvent): UIEvent {
  return ref.args === undefined ? event : { ...event, args: ref.args }
}

function message(ref: UIEventRef | undefined, event: UIEvent): Pick<TextAction, 'ref' | 'event'> {
  return ref === undefined ? NOBODY : { ref, event: withArgs(ref, event) }
}

const NOBODY = { ref: null, event: null } as const
