import type { PluginLimits, RuntimePluginInstance } from '@plugboard/contracts'
import { DEFAULT_LIMITS } from '@plugboard/contracts'
import { type ReactElement, useSyncExternalStore } from 'react'

import { useSession, useMessages } from '../session/context.tsx'
import { formatBytes, formatMs } from '../ui/format.ts'
import { Meter } from '../ui/Meter.tsx'
import { Sparkline } from './Sparkline.tsx'
import type { InstanceUsage } from './usageHistory.ts'

/** What the instance used last, beside what it may use. */
export function ResourcesTab({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const { host } = useSession()
  const { inspector } = useMessages()
  const usage = useUsage(instance.instanceId)
  const limits: PluginLimits = host.describe(instance.instanceId)?.limits ?? DEFAULT_LIMITS
  const { event, render } = usage ?? {}
  return (
    <div className="pbd-meters">
      <Meter
        label={inspector.memory}
        used={render?.memoryBytes ?? event?.memoryBytes}
        most={limits.memoryBytes}
        format={formatBytes}
      />
      <Meter
        label={inspector.renderTime}
        used={render?.wallMs}
        most={limits.wallMs.render}
        format={(ms) => inspector.ms(formatMs(ms))}
      />
      <Meter
        label={inspector.handlerTime}
        used={event?.wallMs}
        most={limits.wallMs.event}
        format={(ms) => inspector.ms(formatMs(ms))}
      />
      <Meter label={inspector.renderFuel} used={render?.fuel} most={limits.fuel.render} format={inspector.polls} />
      <Meter label={inspector.handlerFuel} used={event?.fuel} most={limits.fuel.event} format={inspector.polls} />
      <Sparkline samples={usage?.renders ?? []} />
      <dl className="pbd-facts">
        {render?.swapMs === undefined ? null : (
          <>
            <dt>{inspector.swapped}</dt>
            <dd>{inspector.ms(formatMs(render.swapMs))}</dd>
          </>
        )}
        <dt>{inspector.restarts}</dt>
        <dd>{instance.diagnostics.restarts}</dd>
        <dt>{inspector.denied}</dt>
        <dd>{instance.diagnostics.deniedActions}</dd>
      </dl>
    </div>
  )
}

function useUsage(instanceId: string): InstanceUsage | undefined {
  const { usage } = useSession()
  return useSyncExternalStore(usage.subscribe, () => usage.usageOf(instanceId))
}
