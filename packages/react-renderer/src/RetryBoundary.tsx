import { Component, type ReactNode } from 'react'

export interface RetryBoundaryProps {
  /** What is drawn. Another object is another try. */
  readonly subject: object
  /** Drawn in place of children that threw. What they threw is the host's own, and not for whoever looks. */
  readonly fallback: ReactNode
  readonly onError?: (cause: unknown) => void
  readonly children?: ReactNode
}

interface RetryBoundaryState {
  readonly subject: object | null
  readonly hasFailed: boolean
}

/** Keeps a component that throws from taking what is around it with it. */
export class RetryBoundary extends Component<RetryBoundaryProps, RetryBoundaryState> {
  override state: RetryBoundaryState = { subject: null, hasFailed: false }

  static getDerivedStateFromError(): Partial<RetryBoundaryState> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps(
    { subject }: RetryBoundaryProps,
    state: RetryBoundaryState,
  ): RetryBoundaryState | null {
    return state.subject === subject ? null : { subject, hasFailed: false }
  }

  override componentDidCatch(cause: unknown): void {
    this.props.onError?.(cause)
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
