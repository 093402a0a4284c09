import { Component, type ReactNode } from 'react'

import { UndrawnWorkbench } from './UndrawnWorkbench.tsx'

/** Keeps a workspace that cannot be drawn from taking the way to the others with it. */
export class WorkbenchBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state: { readonly hasFailed: boolean } = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <UndrawnWorkbench /> : this.props.children
  }
}
