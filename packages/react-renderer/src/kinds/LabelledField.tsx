import type { ReactElement, ReactNode } from 'react'

import type { FieldParts } from './useFieldParts.tsx'

export interface LabelledFieldProps {
  readonly parts: FieldParts
  readonly children: ReactNode
}

/** A control below its label, and above what there is to say about it. */
export function LabelledField({ parts: { control, notes, words }, children }: LabelledFieldProps): ReactElement {
  return (
    <div className="pui-field">
      <label htmlFor={control.id} className="pui-label">
        {words}
      </label>
      {children}
      {notes}
    </div>
  )
}
