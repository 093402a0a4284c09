import type { RuntimePluginInstance, WidgetSnapshot } from '@plugboard/contracts'
import { WidgetRenderer, WidgetStatus } from '@plugboard/react-renderer'
import { CirclePause, Eye, Gauge, History, MemoryStick, OctagonAlert, Pencil, Play, ShieldX } from 'lucide-react'
import { memo, type ComponentType, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { formatBytes, formatMs } from '../ui/format.ts'
import { PackageTile } from '../ui/PackageTile.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useActivity, useAppSelector, useGrants, useHost, usePackage } from '../workspace/hooks.ts'
import { useIsSelected, useSelection } from '../workspace/selection.ts'
import { CardMenu } from './CardMenu.tsx'
import { DeniedNote } from './DeniedNote.tsx'
import { ErrorNote } from './ErrorNote.tsx'

const words = messages.instances

export interface InstanceCardProps {
  readonly instance: RuntimePluginInstance
}

/** One instance: its state in a word, its widgets, and what it costs. */
export const InstanceCard: ComponentType<InstanceCardProps> = memo(function InstanceCard({
  instance,
}: InstanceCardProps): ReactElement {
  const selection = useSelection()
  const entry = usePackage(instance.packageId)
  const isSelected = useIsSelected(instance.instanceId)
  const isBroken = instance.error !== undefined || instance.status === 'error' || instance.status === 'quarantined'
  return (
    <article
      className={`card ${isSelected ? 'sel' : ''} ${isBroken ? 'err' : ''}`}
      data-instance={instance.instanceId}
      tabIndex={-1}
      aria-label={words.cardName(instance.title, instance.instanceId)}
      onFocusCapture={() => selection.select(instance.instanceId)}
      onPointerDownCapture={() => selection.select(instance.instanceId)}
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
        {instance.status === 'ready' && instance.widgets.length === 0 ? <p className="mut">{words.noWidget}</p> : null}
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
  const isStale = useIsStale(instance)
  if (instance.status === 'quarantined' || instance.status === 'error') {
    return (
      <Pill tone="err" icon={<OctagonAlert size={12} aria-hidden="true" />}>
        {words.status[instance.status]}
      </Pill>
    )
  }
  if (isStale) {
    return (
      <Pill tone="warn" icon={<History size={12} aria-hidden="true" />}>
        {words.status.stale}
      </Pill>
    )
  }
  if (!instance.enabled) {
    return (
      <Pill tone="mute" icon={<CirclePause size={12} aria-hidden="true" />}>
        {words.status.paused}
      </Pill>
    )
  }
  if (instance.error !== undefined) {
    return (
      <Pill tone="err" icon={<OctagonAlert size={12} aria-hidden="true" />}>
        {words.error}
      </Pill>
    )
  }
  const denied = instance.diagnostics.deniedActions
  if (denied > 0) {
    return (
      <Pill tone="warn" icon={<ShieldX size={12} aria-hidden="true" />}>
        {words.denied(denied)}
      </Pill>
    )
  }
  return (
    <span className="runst">
      <span className={`dot ${instance.status === 'loading' ? 'mute' : ''}`} aria-hidden="true" />
      {instance.status === 'loading' ? words.status.loading : words.status.running}
    </span>
  )
}

/** Whether it shows an older version of its plugin, because the newest one failed. */
function useIsStale({ instanceId, packageId }: RuntimePluginInstance): boolean {
  const run = useAppSelector((state) => state.runs[packageId])
  return run?.phase === 'failed' && run.stale.includes(instanceId)
}

function PausedNote({ instance }: InstanceCardProps): ReactElement | null {
  const host = useHost()
  if (instance.enabled) return null
  return (
    <>
      <p className="mut small">{words.paused}</p>
      <div className="row">
        <button type="button" className="btn" onClick={() => host.setEnabled(instance.instanceId, true)}>
          <Play size={14} aria-hidden="true" />
          {words.resume}
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
      <span className="row num" title={words.renderTitle}>
        <Gauge size={14} aria-hidden="true" />
        {usage === undefined ? words.unmeasured : words.milliseconds(formatMs(usage.wallMs))}
        <span className="vh">{words.renderSuffix}</span>
      </span>
      <span className="row num" title={words.memoryTitle}>
        <MemoryStick size={14} aria-hidden="true" />
        {usage === undefined ? words.unmeasured : formatBytes(usage.memoryBytes)}
        <span className="vh">{words.memorySuffix}</span>
      </span>
      <span className="grow" />
      <span className="row num" title={words.readTitle}>
        <Eye size={14} aria-hidden="true" />
        {grants.readShared.length}
        <span className="vh">{words.readSuffix}</span>
      </span>
      <span className="row num" title={words.writeTitle}>
        <Pencil size={14} aria-hidden="true" />
        {grants.writeShared.length}
        <span className="vh">{words.writeSuffix}</span>
      </span>
    </div>
  )
}
