import type { InstanceId, WidgetSnapshot } from '@plugboard/contracts'
import { type ReactElement, type ReactNode } from 'react'

import { DialogStage } from './dialogs/DialogStage.tsx'
import { NodeView } from './NodeView.tsx'
import { PluginTreeScope } from './PluginTreeScope.tsx'
import { RetryBoundary } from './RetryBoundary.tsx'
import { StatusNote } from './StatusNote.tsx'
import { type PluginTree, usePluginTree } from './usePluginTree.ts'
import { WidgetBox } from './WidgetBox.tsx'
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

function LeasedWidget({ instanceId, widgetId, renderStatus }: WidgetRendererProps): ReactElement {
  const tree = usePluginTree(instanceId, widgetId)
  const { snapshot } = tree
  return (
    <WidgetBox snapshot={snapshot}>
      {renderStatus === undefined ? <WidgetStatus snapshot={snapshot} /> : renderStatus(snapshot)}
      <DialogStage snapshot={snapshot}>
        <WidgetTree tree={tree} />
      </DialogStage>
    </WidgetBox>
  )
}

function WidgetTree({ tree }: { readonly tree: PluginTree }): ReactElement | null {
  const { snapshot } = tree
  if (snapshot.tree === null) return null
  return (
    <RetryBoundary subject={snapshot.tree} fallback={<Undrawable />}>
      <PluginTreeScope tree={tree}>
        <NodeView node={snapshot.tree} />
      </PluginTreeScope>
    </RetryBoundary>
  )
}

function Undrawable(): ReactElement {
  return (
    <StatusNote tone="critical" title="This widget cannot be drawn">
      <p>A component of this page failed on it. The plugin still runs; its next picture is tried again.</p>
    </StatusNote>
  )
}
