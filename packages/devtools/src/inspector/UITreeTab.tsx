import type { RuntimePluginInstance, WidgetSnapshot } from '@plugboard/contracts'
import { type ReactElement, useEffect, useMemo, useState } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useSession, useMessages, useTravel } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'
import { outlineOf } from './uiOutline.ts'

/** What the widgets of an instance drew last, node by node. */
export function UITreeTab({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const { inspector } = useMessages()
  if (instance.widgets.length === 0) return <p className="pbd-muted">{inspector.noTree}</p>
  return (
    <>
      {instance.widgets.map((widgetId) => (
        <WidgetTree key={widgetId} instanceId={instance.instanceId} widgetId={widgetId} />
      ))}
    </>
  )
}

function WidgetTree({
  instanceId,
  widgetId,
}: {
  readonly instanceId: string
  readonly widgetId: string
}): ReactElement {
  const { inspector } = useMessages()
  const snapshot = useSnapshot(instanceId, widgetId)
  const tree = snapshot?.tree ?? null
  const outline = useMemo(() => (tree === null ? null : outlineOf(tree)), [tree])
  const label = inspector.uiTree(displayText(widgetId, 64))
  return (
    <div>
      <h3>{label}</h3>
      {outline === null ? <p className="pbd-muted">{inspector.noTree}</p> : <JsonTree label={label} value={outline} />}
      {snapshot === null || snapshot.issues.length === 0 ? null : (
        <JsonTree label={inspector.issues} value={snapshot.issues} />
      )}
    </div>
  )
}

/** A widget is drawn while somebody holds it: this holds it while it is looked at. */
function useSnapshot(instanceId: string, widgetId: string): WidgetSnapshot | null {
  useTravel()
  const { shownSource } = useSession()
  const [snapshot, setSnapshot] = useState<WidgetSnapshot | null>(null)
  useEffect(() => {
    const lease = shownSource.lease(instanceId, widgetId)
    const read = (): void => setSnapshot(lease.getSnapshot())
    const stop = lease.subscribe(read)
    read()
    return () => {
      stop()
      lease.release()
    }
  }, [shownSource, instanceId, widgetId])
  return snapshot
}
