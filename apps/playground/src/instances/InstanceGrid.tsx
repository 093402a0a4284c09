import { Pause, Play, Plus } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppSelector, useHost, useInstances } from '../workspace/hooks.ts'
import { InstanceCard } from './InstanceCard.tsx'

const words = messages.instances

export interface InstanceGridProps {
  readonly onNewPlugin: () => void
}

/** The running instances as cards. */
export function InstanceGrid({ onNewPlugin }: InstanceGridProps): ReactElement {
  const instances = useInstances()
  const phase = useAppSelector((state) => state.workspace.phase)
  return (
    <>
      <div className="bar">
        <h1>{words.title}</h1>
        <span className="mut num">{instances.length}</span>
        <span className="grow" />
        <PauseAll />
        <button type="button" className="btn pri" onClick={onNewPlugin}>
          <Plus size={16} aria-hidden="true" />
          {words.newPlugin}
        </button>
      </div>
      <div className="grid" tabIndex={0} role="region" aria-label={words.cards} aria-busy={phase === 'starting'}>
        {instances.map((instance) => (
          <InstanceCard key={instance.instanceId} instance={instance} />
        ))}
        {instances.length === 0 ? <EmptyGrid isStarting={phase === 'starting'} /> : null}
      </div>
    </>
  )
}

function EmptyGrid({ isStarting }: { readonly isStarting: boolean }): ReactElement {
  return (
    <div className="empty" role="status">
      <h2>{isStarting ? words.starting : words.empty}</h2>
      <p className="mut">{isStarting ? words.startingText : words.emptyText}</p>
    </div>
  )
}

function PauseAll(): ReactElement {
  const host = useHost()
  const instances = useInstances()
  const running = instances.filter((instance) => instance.enabled)
  const isPaused = instances.length > 0 && running.length === 0
  const change = (): void => {
    for (const instance of instances) host.setEnabled(instance.instanceId, isPaused)
  }
  return (
    <button type="button" className="btn ghost" onClick={change} disabled={instances.length === 0}>
      {isPaused ? <Play size={16} aria-hidden="true" /> : <Pause size={16} aria-hidden="true" />}
      {isPaused ? words.resumeAll : words.pauseAll}
    </button>
  )
}
