import type { ReactElement } from 'react'

import type { RowSelection } from '../rows/useRowSelection.ts'

export interface RowSelectorProps {
  readonly selection: RowSelection
  readonly isSelected: boolean
  readonly rowKey: string
  /** What the row is called. */
  readonly name: string
}

/** The cell that selects a row. */
export function RowSelector({ isSelected, name, rowKey, selection }: RowSelectorProps): ReactElement {
  const { group, mode, toggle } = selection
  return (
    <td className="pui-select">
      <label className="pui-select-target">
        <input
          type={mode === 'one' ? 'radio' : 'checkbox'}
          name={mode === 'one' ? group : undefined}
          // No part of a form that the host may have around the widget.
          form=""
          aria-label={`Select ${name}`}
          checked={isSelected}
          // The click knows about the Shift key; the change does not.
          onChange={() => undefined}
          onClick={(event) => toggle(rowKey, event.shiftKey)}
        />
      </label>
    </td>
  )
}
