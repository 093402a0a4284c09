import type { CheckboxNode, SwitchNode } from '@plugboard/contracts'
import { type ReactElement, useCallback } from 'react'

import { useFieldDraft } from '../drafts/useFieldDraft.ts'
import { useFieldParts } from './useFieldParts.tsx'

export interface TickableProps {
  readonly node: CheckboxNode | SwitchNode
  readonly isSwitch?: boolean
}

/** The browser's own checkbox before its label: it may be pressed anywhere on both. */
export function Tickable({ node, isSwitch = false }: TickableProps): ReactElement {
  const { change, fault, ref, value } = useFieldDraft<CheckboxNode | SwitchNode>(node)
  const { control, notes, words } = useFieldParts(node, { fault })
  const isMixed = value === 'mixed'
  const show = useCallback(
    (element: HTMLInputElement | null) => {
      // There is no attribute for it.
      if (element !== null) element.indeterminate = isMixed
      return ref(element)
    },
    [ref, isMixed],
  )
  return (
    <div className="pui-field">
      <label className="pui-tickable">
        <input
          {...control}
          ref={show}
          type="checkbox"
          role={isSwitch ? 'switch' : undefined}
          className={isSwitch ? 'pui-switch' : 'pui-checkbox'}
          checked={value === true}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        {words}
      </label>
      {notes}
    </div>
  )
}
