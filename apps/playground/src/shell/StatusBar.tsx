import { ShieldX } from 'lucide-react'
import type { ReactElement } from 'react'

import { formatBytes } from '../ui/format.ts'
import { selectActivities } from '../workspace/activity.ts'
import { useAppDispatch, useAppSelector, useInstances, type RootState } from '../workspace/hooks.ts'
import { useSavedView } from '../workspace/savedWorkspace.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/** The runtime in one line. */
export function StatusBar(): ReactElement {
  const dispatch = useAppDispatch()
  const phase = useAppSelector((state) => state.workspace.phase)
  const denied = useAppSelector((state) => state.plugins.dispatchTrace.byOutcome.denied)
  const instances = useInstances()
  const memory = useAppSelector(selectMemory)
  const words = { starting: 'Starting', ready: 'Runtime ready', failed: 'Runtime failed' }[phase]
  return (
    <footer className="stat">
      <span className="row">
        <span className={`dot ${phase === 'ready' ? '' : phase === 'starting' ? 'mute' : 'err'}`} aria-hidden="true" />
        {words}
      </span>
      <span className="stat-wide">QuickJS in workers</span>
      <SavedState />
      <span className="num">
        {instances.length} VMs, {memory}
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

const SAVED_WORDS = {
  opening: 'Opening',
  saving: 'Saving',
  saved: 'Saved',
  failed: 'Not saved',
  'read-only': 'Not saved',
} as const

/** Whether what happens here is saved. */
function SavedState(): ReactElement {
  const { state } = useSavedView()
  return <span>{SAVED_WORDS[state]}</span>
}

/** What all VMs hold, in words: a change that nobody can read draws nothing. */
function selectMemory({ plugins }: RootState): string {
  const activities = selectActivities(plugins.trace)
  let bytes = 0
  for (const instanceId of Object.keys(plugins.instances)) bytes += activities.get(instanceId)?.render?.memoryBytes ?? 0
  return formatBytes(bytes)
}
