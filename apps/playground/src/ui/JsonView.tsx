import type { ReactElement } from 'react'

export interface JsonViewProps {
  readonly label: string
  readonly value: unknown
  /** Said after the value, as a comment. */
  readonly comment?: string
}

/** JSON as indented text that can be scrolled and selected. */
export function JsonView({ label, value, comment }: JsonViewProps): ReactElement {
  return (
    <div className="json" role="region" tabIndex={0} aria-label={label}>
      {JSON.stringify(value, null, 2) ?? 'undefined'}
      {comment === undefined ? null : <em>{`\n// ${comment}`}</em>}
    </div>
  )
}
