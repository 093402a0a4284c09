import type { InstanceId, WidgetSnapshot } from '@plugboard/contracts'
import { type ReactElement, type ReactNode, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'

import { DialogStage } from './dialogs/DialogStage.tsx'
import type { NavigationOrigin } from './navigation.ts'
import { createRenderNode, NodeView } from './NodeView.tsx'
import { usePluginContext } from './pluginContext.ts'
import { WidgetBox } from './WidgetBox.tsx'
import { WidgetContext } from './widgetContext.ts'
import { WidgetErrorBoundary } from './WidgetErrorBoundary.tsx'
import { EMPTY_SNAPSHOT, openWidgetSession, type WidgetSession } from './widgetSession.ts'
import { WidgetStatus } from './WidgetStatus.tsx'

export interface WidgetRendererProps {
  readonly instanceId: InstanceId
  readonly widgetId: string
  /** In place of `<WidgetStatus>`, for hosts that show loading, pauses and errors themselves. */
  readonly renderStatus?: (snapshot: WidgetSnapshot) => ReactNode
}

/**
 * Draws one widget of a running instance, and holds it for as long as this element is mounted. The last good tree stays
 * while an error is shown beside it; a paused or stopped widget is greyed and takes no input.
 */
export function WidgetRenderer(props: WidgetRendererProps): ReactElement {
  return <LeasedWidget key={`${props.instanceId}/${props.widgetId}`} {...props} />
}

const noSubscription = (): (() => void) => () => undefined
const getEmptySnapshot = (): WidgetSnapshot => EMPTY_SNAPSHOT

function LeasedWidget({ instanceId, widgetId, renderStatus }: WidgetRendererProps): ReactElement {
  const { source, clock } = usePluginContext('WidgetRenderer')
  const [session, setSession] = useState<WidgetSession | null>(null)

  useLayoutEffect(() => {
    const opened = openWidgetSession({ source, instanceId, widgetId, clock })
    // This renders once more, before anything is painted.
    // oxlint-disable-next-line react/set-state-in-effect -- a lease is taken where it can be given back
    setSession(opened)
    return () => opened.close()
  }, [source, instanceId, widgetId, clock])

  const snapshot = useSyncExternalStore(
    session?.subscribe ?? noSubscription,
    session?.getSnapshot ?? getEmptySnapshot,
    getEmptySnapshot,
  )

  // After the fields of this tree were offered: effects of children run first.
  useLayoutEffect(() => session?.drafts.settle(snapshot.acknowledged), [session, snapshot])

  return (
    <WidgetBox snapshot={snapshot}>
      {renderStatus === undefined ? <WidgetStatus snapshot={snapshot} /> : renderStatus(snapshot)}
      <DialogStage snapshot={snapshot}>
        {session === null ? null : (
          <WidgetTree session={session} snapshot={snapshot} instanceId={instanceId} widgetId={widgetId} />
        )}
      </DialogStage>
    </WidgetBox>
  )
}

interface WidgetTreeProps extends NavigationOrigin {
  readonly session: WidgetSession
  readonly snapshot: WidgetSnapshot
}

function WidgetTree({ session, snapshot, instanceId, widgetId }: WidgetTreeProps): ReactElement | null {
  const { components, headingLevel, icons, onNavigate } = usePluginContext('WidgetRenderer')
  const widget = useMemo(
    () => ({
      emit: session.emit,
      drafts: session.drafts,
      announcements: session.announcements,
      components,
      renderNode: createRenderNode(components, session.emit),
      icons,
      decideNavigation: (href: string) => onNavigate(href, { instanceId, widgetId }),
      headingLevel,
    }),
    [session, components, icons, onNavigate, headingLevel, instanceId, widgetId],
  )
  const { tree } = snapshot
  if (tree === null) return null
  return (
    <WidgetErrorBoundary tree={tree}>
      <WidgetContext value={widget}>
        <NodeView node={tree} />
      </WidgetContext>
    </WidgetErrorBoundary>
  )
}
