import type { RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { INSTANCE_BUDGET } from '../host/instanceBudget.ts'
import { formatBytes } from '../ui/format.ts'
import { useActivity, useAppDispatch, useAppSelector, useInstances } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/** Every running instance by its id. */
export function RunningList(): ReactElement {
  const instances = useInstances()
  return (
    <>
      <div className="hd">
        <h2 className="lbl">Running</h2>
        <span className="mut num small">
          {instances.length} of {INSTANCE_BUDGET}
        </span>
      </div>
      {instances.length === 0 ? <p className="side-empty">Nothing runs. Add a package above.</p> : null}
      <ul className="running" aria-label="Running instances">
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
  const dispatch = useAppDispatch()
  const isSelected = useAppSelector((state) => state.workspace.selectedInstanceId === instance.instanceId)
  const memory = useActivity(instance.instanceId)?.render?.memoryBytes
  const { dot, words, note } = describe(instance)
  return (
    <button
      type="button"
      className="inst"
      aria-current={isSelected}
      onClick={() => dispatch(workspaceActions.instanceInspected(instance.instanceId))}
    >
      <span className={`dot ${dot}`} aria-hidden="true" />
      <span className="mono trunc">{instance.instanceId}</span>
      <span className="vh">{words}</span>
      <span className="mem num" aria-hidden={note !== null}>
        {note ?? (memory === undefined ? '' : formatBytes(memory))}
      </span>
    </button>
  )
}

function describe(instance: RuntimePluginInstance): {
  readonly dot: string
  readonly words: string
  readonly note: string | null
} {
  if (instance.status === 'loading') return { dot: 'mute', words: 'loading', note: 'loading' }
  if (instance.status === 'error') return { dot: 'err', words: 'stopped', note: 'stopped' }
  if (instance.status === 'quarantined') return { dot: 'err', words: 'quarantined', note: 'quarantined' }
  if (!instance.enabled) return { dot: 'mute', words: 'paused', note: 'paused' }
  const denied = instance.diagnostics.deniedActions
  if (denied > 0) return { dot: 'warn', words: `running, ${denied} denied`, note: null }
  return { dot: '', words: 'running', note: null }
}
