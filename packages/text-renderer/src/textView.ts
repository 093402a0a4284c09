import type { FieldNode, InstanceId, Unsubscribe, UINode, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'
import { fieldsOf, type FieldValue, isStopped } from '@plugboard/contracts/rendering'

import { type Drawing, drawTree, type TextOptions, toTextActions, writeLines } from './drawTree.ts'
import { carryOut } from './carryOut.ts'
import { drawnNodesOf } from './drawnNodes.ts'
import { parseTyped } from './parseTyped.ts'
import type { DrawnAction, TextAction } from './textAction.ts'
import { ViewMemory } from './viewMemory.ts'
import { drawStatus } from './drawStatus.ts'
import { cleanLine } from './cleanText.ts'

/** Which widget a view shows, and how. */
export interface TextViewOptions extends TextOptions {
  readonly source: WidgetSource
  readonly instanceId: InstanceId
  readonly widgetId: string
}

/**
 * What came of what a person did. `unknown`: there is no such number or field, or it is gone from what is shown since the
 * text was read. `refused`: the field does not take that. `invalid`: the form was not sent; what is wrong stands beside
 * its fields.
 */
export type TextOutcome = 'done' | 'unknown' | 'refused' | 'invalid'

/** A field of a widget, as a command line can offer it. */
export interface TextField {
  readonly name: string
  readonly kind: FieldNode['kind']
  /** On one line. */
  readonly label: string
  readonly value: FieldValue
}

/** One widget as text that lives: it is drawn again as it changes, and takes numbers and typed lines. */
export interface TextView {
  /** What is shown now. */
  text(): string
  /** What can be pressed in it. */
  actions(): readonly TextAction[]
  /** What can be filled in: only what stands in a dialog while one is open, and nothing while a question waits. */
  fields(): readonly TextField[]
  /** Told when the text is another one. */
  subscribe(listener: () => void): Unsubscribe
  /**
   * Presses what has this number in the text that was read last. When something else has come in its place since then,
   * nothing is pressed.
   */
  press(number: number): TextOutcome
  /**
   * Puts a value into a field, as if typed and left with Enter. Fields with options take the value or the label of one;
   * with `multiple`, a list of them. A checkbox and a switch take `true` and `false`, `on` and `off`, `yes` and `no`.
   */
  type(name: string, value: string | boolean | readonly string[]): TextOutcome
  /** Lets go of the widget. Idempotent. */
  close(): void
}

/**
 * Shows one widget of a source as text, and holds it until it is closed.
 *
 * @example
 * ```ts
 * const view = createTextView({ source: host, instanceId, widgetId: 'main', color: true })
 * view.subscribe(() => console.log(view.text()))
 * view.press(3)
 * ```
 */
export function createTextView(options: TextViewOptions): TextView {
  const { source, instanceId, widgetId } = options
  const lease = source.lease(instanceId, widgetId)
  const memory = new ViewMemory(source)
  const listeners = new Set<{ readonly listener: () => void }>()
  let snapshot: WidgetSnapshot = lease.getSnapshot()
  let drawing: Drawing | null = null
  let read: readonly DrawnAction[] = []
  let isOpen = true

  const unsubscribe = lease.subscribe(() => {
    const next = lease.getSnapshot()
    if (next === snapshot) return
    snapshot = next
    memory.settle(fieldsIn(snapshot.tree), snapshot.acknowledged)
    redraw()
  })

  function redraw(): void {
    drawing = null
    for (const { listener } of listeners) listener()
  }

  function draw(): Drawing {
    drawing ??= drawSnapshot(snapshot, options, memory)
    return drawing
  }

  function look(): Drawing {
    const seen = draw()
    read = seen.actions
    return seen
  }

  return {
    text: () => writeLines(look().lines),
    actions: () => toTextActions(look().actions),
    fields: () =>
      fieldsIn(draw().reach).map((field) => ({
        name: field.name,
        kind: field.kind,
        label: cleanLine(field.label),
        value: memory.valueOf(field),
      })),
    subscribe(listener) {
      const entry = { listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    press(number) {
      const wanted = isOpen ? read[number - 1] : undefined
      const action = wanted === undefined ? undefined : findAgain(wanted, draw().actions)
      if (action === undefined) return 'unknown'
      const outcome = carryOut(action.effect, { lease, memory })
      redraw()
      return outcome
    },
    type(name, value) {
      const field = isOpen ? fieldsIn(draw().reach).find((one) => one.name === name) : undefined
      if (field === undefined) return 'unknown'
      const typed = parseTyped(field, value)
      if (typed === undefined) return 'refused'
      carryOut({ does: 'set', field, next: () => typed }, { lease, memory })
      redraw()
      return 'done'
    },
    close() {
      if (!isOpen) return
      isOpen = false
      unsubscribe()
      lease.release()
      listeners.clear()
    },
  }
}

/** The same thing in another drawing. Two that cannot be told apart are none: a person must get what they read. */
function findAgain(wanted: DrawnAction, actions: readonly DrawnAction[]): DrawnAction | undefined {
  if (actions.includes(wanted)) return wanted
  const found = actions.filter(({ id, label }) => id === wanted.id && label === wanted.label)
  return found.length === 1 ? found[0] : undefined
}

function fieldsIn(tree: UINode | null): readonly FieldNode[] {
  return tree === null ? [] : fieldsOf([tree], drawnNodesOf)
}

function drawSnapshot(snapshot: WidgetSnapshot, options: TextOptions, memory: ViewMemory): Drawing {
  const status = drawStatus(snapshot, options)
  if (snapshot.tree === null) return { lines: status, actions: [], reach: null }
  const { lines, ...rest } = drawTree(snapshot.tree, { ...options, memory, isLive: !isStopped(snapshot) })
  return { lines: [...status, ...lines], ...rest }
}
