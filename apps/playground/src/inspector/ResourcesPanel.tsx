import { DEFAULT_LIMITS, type RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { formatBytes, formatMs } from '../ui/format.ts'
import { useActivity } from '../workspace/hooks.ts'

/** What the instance used last, beside what it may use. */
export function ResourcesPanel({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const usage = useActivity(instance.instanceId)
  const memory = usage?.render?.memoryBytes ?? usage?.event?.memoryBytes
  return (
    <div className="meters">
      <Meter label="Memory" used={memory} most={DEFAULT_LIMITS.memoryBytes} format={formatBytes} />
      <Meter
        label="Render"
        used={usage?.render?.fuel}
        most={DEFAULT_LIMITS.fuel.render}
        format={(polls) => `${polls} polls`}
        note={usage?.render === undefined ? undefined : `${formatMs(usage.render.wallMs)} ms`}
      />
      <Meter
        label="Handler"
        used={usage?.event?.fuel}
        most={DEFAULT_LIMITS.fuel.event}
        format={(polls) => `${polls} polls`}
        note={usage?.event === undefined ? undefined : `${formatMs(usage.event.wallMs)} ms`}
      />
      <dl className="kv">
        {usage?.render?.swapMs === undefined ? null : (
          <>
            <dt>Swapped in</dt>
            <dd className="num">{formatMs(usage.render.swapMs)} ms</dd>
          </>
        )}
        <dt>Restarts</dt>
        <dd className="num">{instance.diagnostics.restarts}</dd>
        <dt>Denied</dt>
        <dd className="num">{instance.diagnostics.deniedActions}</dd>
      </dl>
    </div>
  )
}

interface MeterProps {
  readonly label: string
  readonly used: number | undefined
  readonly most: number
  readonly format: (value: number) => string
  readonly note?: string | undefined
}

function Meter({ label, used, most, format, note }: MeterProps): ReactElement {
  const share = used === undefined ? 0 : Math.min(100, (used / most) * 100)
  const words = used === undefined ? 'not measured yet' : `${format(used)} of ${format(most)}`
  return (
    <div className="meter">
      <span className="sec">{label}</span>
      <span
        className="b"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={used ?? 0}
        aria-valuetext={words}
      >
        <i style={{ width: `${share}%` }} />
      </span>
      <span className="v">{words}</span>
      {note === undefined ? null : <span className="note-ms mut num">{note}</span>}
    </div>
  )
}
