import type { ButtonNode } from '@plugboard/contracts'
import { type ReactElement, useState } from 'react'

import { useA11y } from '../a11yProps.ts'
import { controlName } from '../controlName.ts'
import { Question } from '../dialogs/Question.tsx'
import { useForm } from '../forms/formContext.ts'
import type { NodeProps } from '../nodeProps.ts'
import { IconMark } from './IconMark.tsx'

export function Button({ node, emit }: NodeProps<'button'>): ReactElement {
  const { confirm, icon, label } = node
  const a11y = useA11y(node.a11y)
  const form = useForm()
  // As it was pressed: another tree may come while the person thinks, and what is sent is what was asked.
  const [asked, setAsked] = useState<ButtonNode | null>(null)
  const isBusy = node.busy === true
  // Without an icon there would be nothing to see.
  const isIconOnly = node.iconOnly === true && icon !== undefined
  const act = (pressed: ButtonNode): void => {
    emit(pressed.onPress, { type: 'press', ...(pressed.key === undefined ? {} : { key: pressed.key }) })
    if (pressed.submit === true) form?.submit()
  }
  const press = (): void => {
    if (isBusy) return
    if (confirm === undefined) act(node)
    else setAsked(node)
  }
  const answer = (isConfirmed: boolean): void => {
    setAsked(null)
    if (isConfirmed && asked !== null && !isBusy && node.disabled !== true) act(asked)
  }
  return (
    <>
      <button
        // Never `submit`, and of no form: the host may have one around the widget.
        type="button"
        form=""
        className="pui-button"
        // What Enter in a field of its form presses.
        data-submit={node.submit === true ? '' : undefined}
        data-variant={node.variant}
        data-icon-only={isIconOnly || undefined}
        title={isIconOnly ? label : undefined}
        disabled={node.disabled}
        // Busy and not disabled: the focus stays where it is while the work is under way.
        aria-busy={isBusy || undefined}
        aria-disabled={isBusy || undefined}
        aria-haspopup={confirm === undefined ? undefined : 'dialog'}
        onClick={press}
        {...a11y}
        aria-label={isIconOnly ? (node.a11y?.label ?? label) : controlName(label, node.a11y?.label)}
      >
        {icon === undefined ? null : <IconMark name={icon} />}
        {isIconOnly ? null : label}
      </button>
      {asked?.confirm === undefined ? null : (
        <Question confirm={asked.confirm} variant={asked.variant} onAnswer={answer} />
      )}
    </>
  )
}
