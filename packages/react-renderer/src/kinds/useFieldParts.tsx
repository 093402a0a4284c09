import type { A11y, FieldBase } from '@plugboard/contracts'
import { type ReactElement, useId } from 'react'

import { type A11yProps, useA11y } from '../a11yProps.ts'
import { controlName } from '../controlName.ts'

/** Props of every control of a field. */
export interface ControlProps extends Omit<A11yProps, 'aria-description' | 'aria-label'> {
  readonly 'aria-label': string | undefined
  readonly id: string
  /** The empty form owner: no form of the host's around the widget validates, resets or sends the control. */
  readonly form: ''
  readonly disabled: boolean | undefined
  readonly 'aria-required': boolean | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** What the fields have in common, ready to be put around a control. */
export interface FieldParts {
  readonly control: ControlProps
  /** The words of the label, with a mark when a value is required. */
  readonly words: ReactElement
  /** What is wrong, what helps and what else there is to say. */
  readonly notes: readonly ReactElement[]
}

export interface FieldPartsOptions {
  /** What the host found wrong with the value. */
  readonly fault: string | null
  /** Other elements that describe the control, by the end of their id. */
  readonly besides?: readonly string[]
}

/** Label, help and errors of a field. Ids are made here: a plugin cannot name an element of the page. */
export function useFieldParts(
  node: FieldBase & { readonly a11y?: A11y },
  { fault, besides = [] }: FieldPartsOptions,
): FieldParts {
  const id = useId()
  const { 'aria-description': description, ...a11y } = useA11y(node.a11y)
  const isHidden = node.hideLabel === true
  const notes = [
    ['fault', fault ?? undefined],
    ['error', node.error],
    ['help', node.help],
    ['description', description],
  ].filter(([, text]) => text !== undefined)
  const describing = [...besides, ...notes.map(([name]) => name)]
  return {
    control: {
      ...a11y,
      'aria-label': controlName(isHidden ? '' : node.label, node.a11y?.label),
      id,
      form: '',
      disabled: node.disabled,
      'aria-required': node.required,
      'aria-invalid': node.error === undefined && fault === null ? undefined : true,
      'aria-describedby': describing.length === 0 ? undefined : describing.map((name) => `${id}-${name}`).join(' '),
    },
    words: (
      <span className={isHidden ? 'pui-hidden' : undefined}>
        {node.label}
        {node.required === true ? <span aria-hidden="true"> *</span> : null}
      </span>
    ),
    notes: notes.map(([name, text]) => (
      <p key={name} id={`${id}-${name}`} className={NOTE_CLASSES[name as keyof typeof NOTE_CLASSES]}>
        {text}
      </p>
    )),
  }
}

const NOTE_CLASSES = { fault: 'pui-error', error: 'pui-error', help: 'pui-help', description: 'pui-hidden' } as const
