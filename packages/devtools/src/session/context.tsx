import type { CapabilityGrants, InstanceId, RuntimePluginInstance, RuntimeState } from '@plugboard/contracts'
import { NO_GRANTS } from '@plugboard/contracts'
import { createContext, type ReactElement, type ReactNode, use, useSyncExternalStore } from 'react'

import type { DevtoolsMessages } from '../messages/index.ts'
import type { TravelState } from '../travel/travelState.ts'
import type { DevtoolsSession } from './devtoolsSession.ts'
import type { DevtoolsState } from './devtoolsState.ts'
import { OwnSession } from './OwnSession.ts'

const DevtoolsContext = createContext<OwnSession | null>(null)

export interface DevtoolsProviderProps {
  readonly devtools: DevtoolsSession
  readonly children: ReactNode
}

/** Gives the session to the parts below, and keeps it collecting while it is open. */
export function DevtoolsProvider({ children, devtools }: DevtoolsProviderProps): ReactElement {
  useSyncExternalStore(devtools.subscribe, getNothing)
  // Only these have the models that the parts draw.
  if (!(devtools instanceof OwnSession)) throw new Error('<DevtoolsProvider> takes what createDevtools() made.')
  return <DevtoolsContext value={devtools}>{children}</DevtoolsContext>
}

/** The session of the provider above. @throws Error without one. */
export function useDevtools(): DevtoolsSession {
  return useSession()
}

/** The same, with its models. */
export function useSession(): OwnSession {
  const devtools = use(DevtoolsContext)
  if (devtools === null) throw new Error('This part of the devtools needs a <DevtoolsProvider> above it.')
  return devtools
}

/** A part of the session's state. Draws again when that part is another: `select` has to give the same one until then. */
export function useDevtoolsState<T>(select: (state: DevtoolsState) => T): T {
  const devtools = useSession()
  return useSyncExternalStore(devtools.subscribe, () => select(devtools.getSnapshot()))
}

export function useMessages(): DevtoolsMessages {
  return useSession().messages
}

/**
 * A part of the state that is shown: the host's, or in the past that of then. `select` has to give the same object while
 * nothing of it changed.
 */
export function useRuntime<T>(select: (state: RuntimeState) => T): T {
  useTravel()
  const devtools = useSession()
  return useSyncExternalStore(devtools.runtime.subscribe, () => select(devtools.shownState))
}

/** A part of the host's state as it is now, whatever is looked at. */
export function useLive<T>(select: (state: RuntimeState) => T): T {
  const { runtime } = useSession()
  return useSyncExternalStore(runtime.subscribe, () => select(runtime.state))
}

/** Where the person at the screen stands in time. */
export function useTravel(): TravelState {
  const { travel } = useSession()
  return useSyncExternalStore(travel.subscribe, travel.getSnapshot)
}

/** Whether the past is looked at: nothing can be changed there. */
export function useIsPast(): boolean {
  return !useTravel().isLive
}

export function useInstance(instanceId: InstanceId | null | undefined): RuntimePluginInstance | undefined {
  return useRuntime(({ instances }) =>
    typeof instanceId === 'string' && Object.hasOwn(instances, instanceId) ? instances[instanceId] : undefined,
  )
}

export function useGrants(instanceId: InstanceId): CapabilityGrants {
  return useRuntime(({ grantsByInstance }) => grantsByInstance[instanceId] ?? NO_GRANTS)
}

/** A model that computes only while it is mounted. The number changes with what it holds. */
export function useModel(model: {
  readonly subscribe: (listener: () => void) => () => void
  readonly getVersion: () => number
}): number {
  return useSyncExternalStore(model.subscribe, model.getVersion)
}

function getNothing(): null {
  return null
}
