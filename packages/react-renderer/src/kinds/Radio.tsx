import { type ReactElement, useId } from 'react'

import { useFieldDraft } from '../drafts/useFieldDraft.ts'
import type { NodeProps } from '../nodeProps.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { useFieldParts } from './useFieldParts.tsx'

/** The browser's own radio buttons: one tab stop, and arrow keys that choose. */
export function Radio({ node }: NodeProps<'radio'>): ReactElement {
  const { change, fault, ref, value } = useFieldDraft(node)
  const parts = useFieldParts(node, { fault })
  // What makes them one group. Made here, so that it is no group of the page's.
  const name = `pui-${useId()}`
  return (
    <FieldGroup parts={parts} groupRef={ref} role="radiogroup">
      <div className="pui-options" data-direction={node.direction}>
        {node.options.map((option, index) => (
          // Options have no other identity than their place: a plugin may give two of them the same value.
          // oxlint-disable-next-line react/no-array-index-key
          <label key={index} className="pui-tickable">
            <input
              type="radio"
              className="pui-radio"
              form=""
              name={name}
              // Nothing that a plugin says becomes an attribute: the place says which one it is.
              value={index}
              checked={value === option.value && node.options.findIndex((one) => one.value === value) === index}
              disabled={option.disabled}
              onChange={() => change(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
