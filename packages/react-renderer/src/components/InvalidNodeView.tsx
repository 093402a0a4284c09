import type { ReactElement } from 'react'

export interface InvalidNodeViewProps {
  readonly path: string
  readonly message: string
}

/** Stands where a node could not be drawn, and says why. Its siblings are drawn. */
export function InvalidNodeView({ path, message }: InvalidNodeViewProps): ReactElement {
  return (
    <div className="pui-invalid" role="note">
      <strong>Cannot show this part.</strong> <code>{path}</code> {message}
    </div>
  )
}
