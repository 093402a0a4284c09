import type { UINode } from '@plugboard/contracts'
import { Component, type ReactNode } from 'react'

import { StatusNote } from './StatusNote.tsx'

export interface WidgetErrorBoundaryProps {
  /** Another tree is another try. */
  readonly tree: UINode
  readonly children?: ReactNode
}

interface WidgetErrorBoundaryState {
  readonly tree: UINode | null
  readonly hasFailed: boolean
}

/** Keeps a component that throws from taking the host's page, or other widgets, with it. */
export class WidgetErrorBoundary extends Component<WidgetErrorBoundaryProps, WidgetErrorBoundaryState> {
  override state: WidgetErrorBoundaryState = { tree: null, hasFailed: false }

  static getDerivedStateFromError(): Partial<WidgetErrorBoundaryState> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps(
    { tree }: WidgetErrorBoundaryProps,
    state: WidgetErrorBoundaryState,
  ): WidgetErrorBoundaryState | null {
    return state.tree === tree ? null : { tree, hasFailed: false }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <StatusNote tone="critical" title="This widget cannot be drawn">
        <p>A component of this page failed on it. The plugin still runs; its next picture is tried again.</p>
      </StatusNote>
    )
  }
}
