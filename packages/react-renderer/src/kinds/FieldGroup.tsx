import type { ReactElement, ReactNode, RefCallback } from 'react'

import type { FieldParts } from './useFieldParts.tsx'

export interface FieldGroupProps {
  readonly parts: FieldParts
  readonly groupRef: RefCallback<HTMLElement>
  /** A group of radio buttons can itself be required and invalid; any other group cannot. */
  readonly role?: 'radiogroup'
  readonly children: ReactNode
}

/** Several controls under one name. */
export function FieldGroup({ parts, groupRef, role, children }: FieldGroupProps): ReactElement {
  const { control, notes, words } = parts
  const { 'aria-invalid': isInvalid, 'aria-required': isRequired, ...group } = control
  return (
    <fieldset
      {...group}
      {...(role === undefined ? {} : { role, 'aria-invalid': isInvalid, 'aria-required': isRequired })}
      ref={groupRef}
      className="pui-field pui-group"
    >
      <legend className="pui-label">
        {words}
        {role === undefined && isRequired === true ? <span className="pui-hidden"> (required)</span> : null}
      </legend>
      {children}
      {notes}
    </fieldset>
  )
}
