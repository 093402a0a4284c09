import { NO_GRANTS, type CapabilityGrants, type RuntimePluginInstance } from '@plugboard/contracts'
import { WidgetRenderer } from '@plugboard/react-renderer'
import { Eye, History, Pencil } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { PackageTile } from '../ui/PackageTile.tsx'
import { Pill } from '../ui/Pill.tsx'
import { usePackage } from '../workspace/hooks.ts'
import { useIsSelected, useSelection } from '../workspace/selection.ts'

export interface PastCardProps {
  readonly instance: RuntimePluginInstance
  readonly grants: CapabilityGrants | undefined
  readonly seq: number
}

/** One instance as it was. It can be read and selected; its controls are disabled, so that all say that they do nothing. */
export function PastCard({ grants = NO_GRANTS, instance, seq }: PastCardProps): ReactElement {
  const selection = useSelection()
  const entry = usePackage(instance.packageId)
  const isSelected = useIsSelected(instance.instanceId)
  const { cardName, readSuffix, readTitle, writeSuffix, writeTitle } = messages.instances
  return (
    <article
      className={`card past ${isSelected ? 'sel' : ''}`}
      data-instance={instance.instanceId}
      tabIndex={-1}
      aria-label={cardName(instance.title, instance.instanceId)}
      onFocusCapture={() => selection.select(instance.instanceId)}
      onPointerDownCapture={() => selection.select(instance.instanceId)}
    >
      <header>
        <PackageTile entry={entry} small />
        <div className="grow">
          <h2 className="trunc">{instance.title}</h2>
          <div className="id mono trunc">{instance.instanceId}</div>
        </div>
        <Pill tone="acc" icon={<History size={12} aria-hidden="true" />}>
          {messages.travel.event(seq)}
        </Pill>
      </header>
      <div className="body">
        <fieldset className="still" disabled>
          {instance.widgets.map((widgetId) => (
            <WidgetRenderer key={widgetId} instanceId={instance.instanceId} widgetId={widgetId} />
          ))}
        </fieldset>
      </div>
      <div className="cft">
        <span className="grow" />
        <span className="row num" title={readTitle}>
          <Eye size={14} aria-hidden="true" />
          {grants.readShared.length}
          <span className="vh">{readSuffix}</span>
        </span>
        <span className="row num" title={writeTitle}>
          <Pencil size={14} aria-hidden="true" />
          {grants.writeShared.length}
          <span className="vh">{writeSuffix}</span>
        </span>
      </div>
    </article>
  )
}
