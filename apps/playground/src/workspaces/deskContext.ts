import { createContext, use, useSyncExternalStore } from 'react'

import type { Arrivals, ArrivalView } from '../consent/arrivals.ts'
import type { DeskView, WorkspaceDesk } from './workspaceDesk.ts'

/** What is above any one workspace: which one is open, and what came from elsewhere. */
export interface DeskParts {
  readonly desk: WorkspaceDesk
  readonly arrivals: Arrivals
}

const DeskContext = createContext<DeskParts | null>(null)

export const DeskProvider: typeof DeskContext.Provider = DeskContext.Provider

export function useDesk(): DeskParts {
  const parts = use(DeskContext)
  if (parts === null) throw new Error('useDesk needs a DeskProvider above it')
  return parts
}

export function useDeskView(): DeskView {
  const { desk } = useDesk()
  return useSyncExternalStore(desk.subscribe, desk.getSnapshot)
}

export function useArrivalView(): ArrivalView {
  const { arrivals } = useDesk()
  return useSyncExternalStore(arrivals.subscribe, arrivals.getSnapshot)
}
