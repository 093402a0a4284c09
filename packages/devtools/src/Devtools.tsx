import { Wrench, X } from 'lucide-react'
import type { ReactElement } from 'react'

import { DevtoolsDock } from './DevtoolsDock.tsx'
import { InstanceInspector } from './inspector/InstanceInspector.tsx'
import { DevtoolsProvider, useSession, useDevtoolsState, useMessages } from './session/context.tsx'
import type { DevtoolsSession } from './session/devtoolsSession.ts'
import { IconButton } from './ui/IconButton.tsx'

export interface DevtoolsProps {
  readonly devtools: DevtoolsSession
}

/** All of the devtools, docked at the foot of the page; closed, a button that opens them. */
export function Devtools({ devtools }: DevtoolsProps): ReactElement {
  return (
    <DevtoolsProvider devtools={devtools}>
      <Docked />
    </DevtoolsProvider>
  )
}

function Docked(): ReactElement {
  const devtools = useSession()
  const { dock } = useMessages()
  const isOpen = useDevtoolsState((state) => state.isOpen)
  if (!isOpen) {
    return (
      <div className="pbd-root pbd-opener">
        <IconButton label={dock.open} icon={Wrench} onClick={() => devtools.open()} />
      </div>
    )
  }
  return (
    <div className="pbd-root pbd-docked" role="region" aria-label={dock.all}>
      <DevtoolsDock />
      <InstanceInspector />
      <div className="pbd-closer">
        <IconButton label={dock.close} icon={X} onClick={() => devtools.close()} />
      </div>
    </div>
  )
}
