import type { InstanceId } from '@plugboard/contracts'
import { useMemo, type ReactElement, type ReactNode } from 'react'

import { NodeView } from './NodeView.tsx'
import { usePluginContext } from './pluginContext.ts'
import { useWidgetLease } from './useWidgetLease.ts'
import { WidgetBoundary } from './WidgetBoundary.tsx'
import { EmitContext, WidgetContext } from './widgetContext.ts'

export interface WidgetRendererProps {
  readonly instanceId: InstanceId
  readonly widgetId: string
  /** Shown until the first tree is there. */
  readonly loading?: ReactNode
  /** Told of a fault in a component, for logs. The widget shows a note in its place. */
  readonly onComponentError?: (error: unknown) => void
}

/**
 * Draws one widget of a running instance, inside a box that it cannot leave. It leases the widget and gives it back; the
 * instance lives on.
 */
export function WidgetRenderer(props: WidgetRendererProps): ReactElement {
  const { source } = usePluginContext()
  const { snapshot, drafts, emit } = useWidgetLease(source, props.instanceId, props.widgetId)
  const widget = useMemo(() => ({ snapshot, drafts, emit }), [snapshot, drafts, emit])
  const isStopped = snapshot.status === 'error' || snapshot.status === 'quarantined'
  const isInert = isStopped || !snapshot.enabled
  return (
    <div className="pui-widget" data-status={snapshot.status} data-inert={isInert} inert={isInert}>
      {snapshot.tree === null ? (
        isStopped ? null : (
          (props.loading ?? <p className="pui-loading">Loading…</p>)
        )
      ) : (
        <WidgetBoundary resetKey={snapshot.tree} onError={props.onComponentError}>
          <WidgetContext value={widget}>
            <EmitContext value={emit}>
              <NodeView node={snapshot.tree} />
            </EmitContext>
          </WidgetContext>
        </WidgetBoundary>
      )}
    </div>
  )
}
