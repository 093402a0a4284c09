import type { CustomNode } from '@plugboard/contracts'
import { Component, type ReactNode } from 'react'

import { Placeholder } from '../kinds/Placeholder.tsx'

export interface ComponentBoundaryProps {
  /** Another node is another try. */
  readonly node: CustomNode
  readonly name: string
  readonly onError: (cause: unknown) => void
  readonly children: ReactNode
}

interface ComponentBoundaryState {
  readonly node: CustomNode | null
  readonly hasFailed: boolean
}

/** Keeps a component of the host's own that throws from taking the widget around it along. */
export class ComponentBoundary extends Component<ComponentBoundaryProps, ComponentBoundaryState> {
  override state: ComponentBoundaryState = { node: null, hasFailed: false }

  static getDerivedStateFromError(): Partial<ComponentBoundaryState> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps(
    { node }: ComponentBoundaryProps,
    state: ComponentBoundaryState,
  ): ComponentBoundaryState | null {
    return state.node === node ? null : { node, hasFailed: false }
  }

  override componentDidCatch(cause: unknown): void {
    this.props.onError(cause)
  }

  override render(): ReactNode {
    // What it threw is the host's own and not for whoever looks.
    return this.state.hasFailed ? <Placeholder message={`"${this.props.name}" failed on it.`} /> : this.props.children
  }
}
