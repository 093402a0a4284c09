import type { ReactElement } from 'react'

export interface PlaceholderProps {
  readonly message: string
}

/** Stands where something cannot be drawn, so that it is not missed in silence. */
export function Placeholder({ message }: PlaceholderProps): ReactElement {
  return (
    <div className="pui-placeholder">
      <p className="pui-placeholder-title">This part cannot be shown.</p>
      <p>
        <bdi>{message}</bdi>
      </p>
    </div>
  )
}
