import type { RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { INSTANCE_BUDGET } from '../host/instanceBudget.ts'
import { messages } from '../messages/index.ts'
import { formatBytes } from '../ui/format.ts'
import { useActivity, useInstances } from '../workspace/hooks.ts'
import { useIsSelected, useSelection } from '../workspace/selection.ts'

const words = messages.packages

/** Every running instance by its id. */
export function RunningList(): ReactElement {
  const instances = useInstances()
  return (
    <>
      <div className="hd">
        <h2 className="lbl">{words.running}</h2>
        <span className="mut num small">{words.budget(instances.length, INSTANCE_BUDGET)}</span>
      </div>
      {instances.length === 0 ? <p className="side-empty">{words.nothingRuns}</p> : null}
      <ul className="running" aria-label={words.runningList}>
        {instances.map((instance) => (
          <li key={instance.instanceId}>
            <RunningRow instance={instance} />
          </li>
        ))}
      </ul>
    </>
  )
}

function RunningRow({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const selection = useSelection()
  const isSelected = useIsSelected(instance.instanceId)
  const memory = useActivity(instance.instanceId)?.render?.memoryBytes
  const { dot, spoken, note } = describe(instance)
  return (
    <button
      type="button"
      className="inst"
      aria-current={isSelected}
      onClick={() => selection.inspect(instance.instanceId)}
    >
      <span className={`dot ${dot}`} aria-hidden="true" />
      <span className="mono trunc">{instance.instanceId}</span>
      <span className="vh">{spoken}</span>
      <span className="mem num" aria-hidden={note !== null}>
        {note ?? (memory === undefined ? '' : formatBytes(memory))}
      </span>
    </button>
  )
}

function describe(instance: RuntimePluginInstance): {
  readonly dot: string
  readonly spoken: string
  readonly note: string | null
} {
  if (instance.status === 'loading') return { dot: 'mute', spoken: words.status.loading, note: words.status.loading }
  if (instance.status === 'error') return { dot: 'err', spoken: words.status.stopped, note: words.status.stopped }
  if (instance.status === 'quarantined')
    return { dot: 'err', spoken: words.status.quarantined, note: words.status.quarantined }
  if (!instance.enabled) return { dot: 'mute', spoken: words.status.paused, note: words.status.paused }
  const denied = instance.diagnostics.deniedActions
  if (denied > 0) return { dot: 'warn', spoken: words.runningDenied(denied), note: null }
  return { dot: '', spoken: words.status.running, note: null }
}
