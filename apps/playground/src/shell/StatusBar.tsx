import { ShieldX } from 'lucide-react'
import type { ReactElement } from 'react'

import { useAppDispatch, useAppSelector, useInstances, useTrace } from '../workspace/hooks.ts'
import { formatBytes, selectUsage } from '../workspace/usage.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/** The runtime in one line. */
export function StatusBar(): ReactElement {
  const dispatch = useAppDispatch()
  const phase = useAppSelector((state) => state.workspace.phase)
  const denied = useAppSelector((state) => state.plugins.dispatchTrace.byOutcome.denied)
  const instances = useInstances()
  const usage = selectUsage(useTrace())
  const memory = instances.reduce((sum, { instanceId }) => sum + (usage.get(instanceId)?.render?.memoryBytes ?? 0), 0)
  const words = { starting: 'Starting', ready: 'Runtime ready', failed: 'Runtime failed' }[phase]
  return (
    <footer className="stat">
      <span className="row">
        <span className={`dot ${phase === 'ready' ? '' : phase === 'starting' ? 'mute' : 'err'}`} aria-hidden="true" />
        {words}
      </span>
      <span className="stat-wide">QuickJS in workers</span>
      <span className="num">
        {instances.length} VMs, {formatBytes(memory)}
      </span>
      {denied === 0 ? null : (
        <button
          type="button"
          className="row warnc strong"
          onClick={() => {
            dispatch(workspaceActions.panelChanged('timeline'))
            dispatch(workspaceActions.outcomeFilterChanged('denied'))
            dispatch(workspaceActions.mobileViewChanged('timeline'))
          }}
        >
          <ShieldX size={12} aria-hidden="true" />
          {denied} denied
        </button>
      )}
    </footer>
  )
}
