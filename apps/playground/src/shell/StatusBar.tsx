import { Keyboard, ShieldX } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { OfflineWords } from '../offline/OfflineWords.tsx'
import { formatBytes } from '../ui/format.ts'
import { selectActivities } from '../workspace/activity.ts'
import { useAppSelector, useInstances, type RootState } from '../workspace/hooks.ts'
import { useSelection } from '../workspace/selection.ts'

const words = messages.shell

/** The runtime in one line. */
export function StatusBar(): ReactElement {
  const selection = useSelection()
  const phase = useAppSelector((state) => state.workspace.phase)
  const denied = useAppSelector((state) => state.plugins.dispatchTrace.byOutcome.denied)
  const instances = useInstances()
  const memory = useAppSelector(selectMemory)
  return (
    <footer className="stat">
      <span className="row">
        <span className={`dot ${phase === 'ready' ? '' : phase === 'starting' ? 'mute' : 'err'}`} aria-hidden="true" />
        {words.phase[phase]}
      </span>
      <span className="stat-wide">{words.runtime}</span>
      <span className="num">{words.vms(instances.length, memory)}</span>
      {denied === 0 ? null : (
        <button type="button" className="row warnc strong" onClick={() => selection.showDenied()}>
          <ShieldX size={12} aria-hidden="true" />
          {words.denied(denied)}
        </button>
      )}
      <span className="grow" />
      <OfflineWords />
      <span className="row stat-wide">
        <Keyboard size={12} aria-hidden="true" />
        {words.shortcutsHint}
      </span>
    </footer>
  )
}

/** What all VMs hold, in words: a change that nobody can read draws nothing. */
function selectMemory({ plugins }: RootState): string {
  const activities = selectActivities(plugins.trace)
  let bytes = 0
  for (const instanceId of Object.keys(plugins.instances)) bytes += activities.get(instanceId)?.render?.memoryBytes ?? 0
  return formatBytes(bytes)
}
