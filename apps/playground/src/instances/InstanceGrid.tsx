import { useTravel } from '@plugboard/devtools'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { PastGrid } from '../travel/PastGrid.tsx'
import { useAppSelector, useInstances } from '../workspace/hooks.ts'
import { GridBar } from './GridBar.tsx'
import { InstanceCard } from './InstanceCard.tsx'
import { Welcome } from './Welcome.tsx'

const words = messages.instances

/** The instances as cards: the running ones, or in the past those of then. */
export function InstanceGrid(): ReactElement {
  const travel = useTravel()
  return travel.isLive ? <LiveGrid /> : <PastGrid past={travel} />
}

/** The running instances; where there are none, how to begin. */
function LiveGrid(): ReactElement {
  const instances = useInstances()
  const isStarting = useAppSelector((state) => state.workspace.phase === 'starting')
  const layout = useAppSelector((state) => state.shell.cards)
  if (instances.length === 0 && !isStarting) return <Welcome />
  return (
    <>
      <GridBar />
      <div
        className="grid"
        data-layout={layout}
        tabIndex={0}
        role="region"
        aria-label={words.cards}
        aria-busy={isStarting}
      >
        {instances.map((instance) => (
          <InstanceCard key={instance.instanceId} instance={instance} />
        ))}
        {instances.length === 0 ? <Starting /> : null}
      </div>
    </>
  )
}

function Starting(): ReactElement {
  return (
    <div className="empty" role="status">
      <h2>{words.starting}</h2>
      <p className="mut">{words.startingText}</p>
    </div>
  )
}
