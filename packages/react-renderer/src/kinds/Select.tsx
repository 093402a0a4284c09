import type { SelectNode } from '@plugboard/contracts'
import { optionSections } from '@plugboard/contracts/rendering'
import type { ReactElement } from 'react'

import { useFieldDraft } from '../drafts/useFieldDraft.ts'
import type { NodeProps } from '../nodeProps.ts'
import { LabelledField } from './LabelledField.tsx'
import { SelectMany } from './SelectMany.tsx'
import { useFieldParts } from './useFieldParts.tsx'

/** The browser's own list, for one; a group of checkboxes, for several. */
export function Select({ node }: NodeProps<'select'>): ReactElement {
  return node.multiple === true ? <SelectMany node={node} /> : <SelectOne node={node} />
}

function SelectOne({ node }: { readonly node: SelectNode }): ReactElement {
  const { options, placeholder } = node
  const { change, fault, ref, value } = useFieldDraft(node)
  const parts = useFieldParts(node, { fault })
  const chosen = options.findIndex((option) => option.value === value)
  const places = new Map(options.map((option, index) => [option, index]))
  return (
    <LabelledField parts={parts}>
      <select
        {...parts.control}
        ref={ref}
        className="pui-input pui-choice"
        autoComplete="off"
        // Nothing that a plugin says becomes an attribute: the place says which one it is.
        value={chosen < 0 ? '' : chosen}
        onChange={({ currentTarget }) => change(options[Number.parseInt(currentTarget.value, 10)]?.value ?? null)}
      >
        {/* A list that shows its first option looks as if that were chosen. */}
        {placeholder === undefined && chosen >= 0 ? null : <option value="">{placeholder}</option>}
        {optionSections(options).map(({ group, options: together }) => {
          const drawn = together.map((option) => (
            <option key={places.get(option)} value={places.get(option)} disabled={option.disabled}>
              {option.label}
            </option>
          ))
          return group === undefined ? (
            drawn
          ) : (
            <optgroup key={`group ${group}`} label={group}>
              {drawn}
            </optgroup>
          )
        })}
      </select>
    </LabelledField>
  )
}
