import type { InstanceId, WidgetSnapshot } from '@plugboard/contracts'
import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'

import type { EmitNodeEvent } from './nodeProps.ts'
import { createRenderNode } from './NodeView.tsx'
import { usePluginContext } from './pluginContext.ts'
import type { WidgetContextValue } from './widgetContext.ts'
import { EMPTY_SNAPSHOT, openWidgetSession, type WidgetSession } from './widgetSession.ts'

/** One widget of a running instance, without a picture: for whoever draws it with something else. */
export interface PluginTree {
  /** Status, errors, the last good tree and what belongs to it; the same object until something changed. */
  readonly snapshot: WidgetSnapshot
  /** Sends an event to the handler that a reference names; what was typed goes first. Does nothing without a lease. */
  readonly emit: EmitNodeEvent
  /** What `<PluginTreeScope>` gives to the components inside of it. */
  readonly scope: PluginTreeScopeValue | null
}

/** What the components of a widget share. Not to be looked into. */
export type PluginTreeScopeValue = WidgetContextValue

interface OpenSession {
  readonly session: WidgetSession
  readonly instanceId: InstanceId
  readonly widgetId: string
}

const noSubscription = (): (() => void) => () => undefined
const getEmptySnapshot = (): WidgetSnapshot => EMPTY_SNAPSHOT
const emitNothing: EmitNodeEvent = () => undefined

/**
 * Holds one widget of a running instance for as long as the component that calls it is mounted, and gives its tree and a
 * way to send events. Draw the tree with anything; inside `<PluginTreeScope>` the built-in components and `useDraft` work.
 *
 * @throws PluginRendererError `NO_PROVIDER` outside a provider.
 */
export function usePluginTree(instanceId: InstanceId, widgetId: string): PluginTree {
  const { source, clock, custom, findKind, headingLevel, icons, onDiagnostic, onNavigate } =
    usePluginContext('A widget')
  const [opened, setOpened] = useState<OpenSession | null>(null)

  useLayoutEffect(() => {
    const session = openWidgetSession({ source, instanceId, widgetId, clock })
    // This renders once more, before anything is painted.
    // oxlint-disable-next-line react/set-state-in-effect -- a lease is taken where it can be given back
    setOpened({ session, instanceId, widgetId })
    return () => session.close()
  }, [source, instanceId, widgetId, clock])

  // Until the lease of another widget is there, nothing of the last one is shown under its name.
  const isCurrent = opened?.instanceId === instanceId && opened.widgetId === widgetId
  const session = isCurrent ? opened.session : null
  const snapshot = useSyncExternalStore(
    session?.subscribe ?? noSubscription,
    session?.getSnapshot ?? getEmptySnapshot,
    getEmptySnapshot,
  )

  // After the fields of this tree were offered: effects of children run first.
  useLayoutEffect(() => session?.drafts.settle(snapshot.acknowledged), [session, snapshot])

  const scope = useMemo(() => {
    if (session === null) return null
    return {
      emit: session.emit,
      drafts: session.drafts,
      announcements: session.announcements,
      findKind,
      custom,
      reportDiagnostic: (diagnostic) => onDiagnostic({ ...diagnostic, instanceId, widgetId }),
      renderNode: createRenderNode(findKind, session.emit),
      icons,
      decideNavigation: (href) => onNavigate(href, { instanceId, widgetId }),
      headingLevel,
    } satisfies PluginTreeScopeValue
  }, [session, custom, findKind, icons, onDiagnostic, onNavigate, headingLevel, instanceId, widgetId])
  return useMemo(() => ({ snapshot, scope, emit: scope?.emit ?? emitNothing }), [snapshot, scope])
}
