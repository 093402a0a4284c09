import type { RuntimePluginInstance, WidgetSnapshot } from '@plugboard/contracts'
import { WidgetRenderer, WidgetStatus } from '@plugboard/react-renderer'
import { CirclePause, Eye, Gauge, MemoryStick, OctagonAlert, Pencil, Play, ShieldX } from 'lucide-react'
import { memo, type ComponentType, type ReactElement } from 'react'

import { formatBytes, formatMs } from '../ui/format.ts'
import { PackageTile } from '../ui/PackageTile.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useActivity, useAppDispatch, useAppSelector, useGrants, useHost, usePackage } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { CardMenu } from './CardMenu.tsx'
import { DeniedNote } from './DeniedNote.tsx'
import { ErrorNote } from './ErrorNote.tsx'

export interface InstanceCardProps {
  readonly instance: RuntimePluginInstance
}

/** One instance: its state in a word, its widgets, and what it costs. */
export const InstanceCard: ComponentType<InstanceCardProps> = memo(function InstanceCard({
  instance,
}: InstanceCardProps): ReactElement {
  const dispatch = useAppDispatch()
  const entry = usePackage(instance.packageId)
  const isSelected = useAppSelector((state) => state.workspace.selectedInstanceId === instance.instanceId)
  const isStopped = instance.status === 'error' || instance.status === 'quarantined'
  return (
    <article
      className={`card ${isSelected ? 'sel' : ''} ${isStopped ? 'err' : ''}`}
      aria-label={`${instance.title}, ${instance.instanceId}`}
      onFocusCapture={() => dispatch(workspaceActions.instanceSelected(instance.instanceId))}
      onPointerDownCapture={() => dispatch(workspaceActions.instanceSelected(instance.instanceId))}
    >
      <header>
        <PackageTile entry={entry} small />
        <div className="grow">
          <h2 className="trunc">{instance.title}</h2>
          <div className="id mono trunc">{instance.instanceId}</div>
        </div>
        <CardStatus instance={instance} />
        <CardMenu instance={instance} />
      </header>
      <div className="body">
        {instance.error === undefined ? null : <ErrorNote instance={instance} error={instance.error} />}
        {instance.widgets.map((widgetId) => (
          <WidgetRenderer
            key={widgetId}
            instanceId={instance.instanceId}
            widgetId={widgetId}
            renderStatus={renderLoading}
          />
        ))}
        <PausedNote instance={instance} />
        <DeniedNote instance={instance} />
      </div>
      <CardFooter instance={instance} />
    </article>
  )
})

/** The card itself says what is paused or broken; what is left for the widget is that nothing is there yet. */
function renderLoading(snapshot: WidgetSnapshot): ReactElement | null {
  return snapshot.tree === null && snapshot.error === null ? <WidgetStatus snapshot={snapshot} /> : null
}

function CardStatus({ instance }: InstanceCardProps): ReactElement {
  if (instance.status === 'quarantined' || instance.status === 'error') {
    return (
      <Pill tone="err" icon={<OctagonAlert size={12} aria-hidden="true" />}>
        {instance.status === 'error' ? 'Stopped' : 'Quarantined'}
      </Pill>
    )
  }
  if (!instance.enabled) {
    return (
      <Pill tone="mute" icon={<CirclePause size={12} aria-hidden="true" />}>
        Paused
      </Pill>
    )
  }
  const denied = instance.diagnostics.deniedActions
  if (denied > 0) {
    return (
      <Pill tone="warn" icon={<ShieldX size={12} aria-hidden="true" />}>
        {denied} denied
      </Pill>
    )
  }
  return (
    <span className="runst">
      <span className={`dot ${instance.status === 'loading' ? 'mute' : ''}`} aria-hidden="true" />
      {instance.status === 'loading' ? 'Loading' : 'Running'}
    </span>
  )
}

function PausedNote({ instance }: InstanceCardProps): ReactElement | null {
  const host = useHost()
  if (instance.enabled) return null
  return (
    <>
      <p className="mut small">Paused by you. State is kept, and it catches up when resumed.</p>
      <div className="row">
        <button type="button" className="btn" onClick={() => host.setEnabled(instance.instanceId, true)}>
          <Play size={14} aria-hidden="true" />
          Resume
        </button>
      </div>
    </>
  )
}

function CardFooter({ instance }: InstanceCardProps): ReactElement {
  const usage = useActivity(instance.instanceId)?.render
  const grants = useGrants(instance.instanceId)
  return (
    <div className="cft">
      <span className="row num" title="Time of the last render">
        <Gauge size={14} aria-hidden="true" />
        {usage === undefined ? '–' : `${formatMs(usage.wallMs)} ms`}
        <span className="vh"> last render</span>
      </span>
      <span className="row num" title="Memory of the VM">
        <MemoryStick size={14} aria-hidden="true" />
        {usage === undefined ? '–' : formatBytes(usage.memoryBytes)}
        <span className="vh"> of memory</span>
      </span>
      <span className="grow" />
      <span className="row num" title="Shared domains that this instance may read">
        <Eye size={14} aria-hidden="true" />
        {grants.readShared.length}
        <span className="vh"> readable domains</span>
      </span>
      <span className="row num" title="Shared domains that this instance may write">
        <Pencil size={14} aria-hidden="true" />
        {grants.writeShared.length}
        <span className="vh"> writable domains</span>
      </span>
    </div>
  )
}
