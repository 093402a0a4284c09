import { Component, type ReactNode } from 'react'

export interface WidgetBoundaryProps {
  readonly children: ReactNode
  /** Drawing is tried again when this is another object. */
  readonly resetKey: unknown
  readonly onError?: ((error: unknown) => void) | undefined
}

interface WidgetBoundaryState {
  readonly failedOn: { readonly key: unknown } | null
}

/** Keeps a fault of one widget's components inside its box: the rest of the page goes on. */
export class WidgetBoundary extends Component<WidgetBoundaryProps, WidgetBoundaryState> {
  override state: WidgetBoundaryState = { failedOn: null }

  static getDerivedStateFromProps(props: WidgetBoundaryProps, state: WidgetBoundaryState): WidgetBoundaryState | null {
    return state.failedOn !== null && state.failedOn.key !== props.resetKey ? { failedOn: null } : null
  }

  override componentDidCatch(error: unknown): void {
    this.setState({ failedOn: { key: this.props.resetKey } })
    this.props.onError?.(error)
  }

  override render(): ReactNode {
    if (this.state.failedOn === null) return this.props.children
    return (
      <div className="pui-invalid" role="note">
        <strong>This widget could not be drawn.</strong> The plugin keeps running.
      </div>
    )
  }
}
