import type { ReactNode } from 'react'

export interface PanelHeadProps {
  /** The title; null when there is none. */
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** A panel's title with its actions beside it. A title alone needs nothing around it. */
export function PanelHead({ children, actions }: PanelHeadProps): ReactNode {
  if (actions === null) return children
  return (
    <div className="pui-panel-head">
      {children}
      {actions}
    </div>
  )
}
