import { type Context, createContext, useContext } from 'react'

import type { AnnouncementBudget } from './announcementBudget.ts'
import type { WidgetDiagnostic } from './custom/componentDiagnostic.ts'
import type { CustomComponents } from './custom/customComponents.ts'
import type { DraftStore } from './drafts/draftStore.ts'
import type { Icons } from './icons.ts'
import type { NavigationDecision } from './navigation.ts'
import type { FindKind } from './kindComponents.tsx'
import type { EmitNodeEvent, RenderNode } from './nodeProps.ts'
import { PluginRendererError } from './pluginRendererError.ts'

/** What every node of one widget shares. Stable from one tree to the next, so that unchanged nodes do not render. */
export interface WidgetContextValue {
  readonly emit: EmitNodeEvent
  readonly drafts: DraftStore
  readonly announcements: AnnouncementBudget
  readonly findKind: FindKind
  /** Components of the host's own, by name. */
  readonly custom: CustomComponents
  readonly reportDiagnostic: (diagnostic: WidgetDiagnostic) => void
  readonly renderNode: RenderNode
  readonly icons: Icons
  /** The host's policy for a link of this widget. */
  readonly decideNavigation: (href: string) => NavigationDecision
  /** The level of the host's heading above the widget. */
  readonly headingLevel: number
}

/**
 * Capabilities of the host's own components that the instance has now. Apart from the rest, so that a grant that comes or
 * goes is drawn where it matters, and nowhere else.
 */
export const GrantedContext: Context<readonly string[]> = createContext<readonly string[]>([])

export const WidgetContext: Context<WidgetContextValue | null> = createContext<WidgetContextValue | null>(null)

/** @throws PluginRendererError `NOT_IN_WIDGET` outside a widget. */
export function useWidget(): WidgetContextValue {
  const widget = useContext(WidgetContext)
  if (widget === null) {
    throw new PluginRendererError(
      'NOT_IN_WIDGET',
      'This component draws a node and works only inside <WidgetRenderer>. Give it to <PluginProvider components>.',
    )
  }
  return widget
}
