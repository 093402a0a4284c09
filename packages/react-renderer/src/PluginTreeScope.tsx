import type { ReactElement, ReactNode } from 'react'

import type { PluginTree } from './usePluginTree.ts'
import { GrantedContext, WidgetContext } from './widgetContext.ts'

export interface PluginTreeScopeProps {
  readonly tree: PluginTree
  readonly children?: ReactNode
}

const NONE: readonly string[] = []

/** Lets the built-in components, `useDraft` and components of your own work below it as inside a widget. */
export function PluginTreeScope({ tree: { scope, snapshot }, children }: PluginTreeScopeProps): ReactElement | null {
  if (scope === null) return null
  return (
    <WidgetContext value={scope}>
      <GrantedContext value={snapshot.components ?? NONE}>{children}</GrantedContext>
    </WidgetContext>
  )
}
