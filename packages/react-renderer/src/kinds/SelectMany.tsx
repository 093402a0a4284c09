import type { SelectNode, SelectOption } from '@plugboard/contracts'
import { chosenValues, type OptionSection, optionSections } from '@plugboard/contracts/rendering'
import { type ReactElement, useId } from 'react'

import { useFieldDraft } from '../drafts/useFieldDraft.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { useFieldParts } from './useFieldParts.tsx'

/**
 * Several of many, as checkboxes: everyone knows what they do, with a finger as with a screen reader. The browser's own
 * list for several drops what was chosen at the first click without a modifier key.
 */
export function SelectMany({ node }: { readonly node: SelectNode }): ReactElement {
  const { change, fault, ref, value } = useFieldDraft(node)
  const parts = useFieldParts(node, { fault })
  const chosen: ReadonlySet<string> = new Set(Array.isArray(value) ? value : [])
  const toggle = ({ value: option }: SelectOption, isChosen: boolean): void => {
    const next = new Set(chosen)
    if (isChosen) next.add(option)
    else next.delete(option)
    // In the order of the options, whatever the order of the clicks.
    change(chosenValues(node, [...next]))
  }
  return (
    <FieldGroup parts={parts} groupRef={ref}>
      {node.options.length === 0 && node.placeholder !== undefined ? (
        <p className="pui-help">{node.placeholder}</p>
      ) : null}
      <div className="pui-options pui-choices">
        {optionSections(node.options).map((section, index) => (
          // Sections and options have no other identity than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Section
            key={index}
            section={section}
            chosen={chosen}
            isInvalid={fault !== null || node.error !== undefined}
            toggle={toggle}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

interface SectionProps {
  readonly section: OptionSection
  readonly chosen: ReadonlySet<string>
  readonly isInvalid: boolean
  readonly toggle: (option: SelectOption, isChosen: boolean) => void
}

function Section({ section: { group, options }, chosen, isInvalid, toggle }: SectionProps): ReactElement {
  const id = useId()
  const boxes = options.map((option, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- as above
    <label key={index} className="pui-tickable">
      <input
        type="checkbox"
        className="pui-checkbox"
        form=""
        checked={chosen.has(option.value)}
        disabled={option.disabled}
        aria-invalid={isInvalid || undefined}
        onChange={(event) => toggle(option, event.currentTarget.checked)}
      />
      <span>{option.label}</span>
    </label>
  ))
  if (group === undefined) return <>{boxes}</>
  return (
    <div className="pui-options" role="group" aria-labelledby={id}>
      <p id={id} className="pui-choices-title">
        {group}
      </p>
      {boxes}
    </div>
  )
}
