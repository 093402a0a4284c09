import { useDevtools, useDevtoolsState, type DevtoolsSession, type EventChoice } from '@plugboard/devtools'
import type { Dispatch } from '@reduxjs/toolkit'
import { useMemo } from 'react'

import { useAppDispatch } from './hooks.ts'
import { workspaceActions } from './workspaceSlice.ts'

/** Choosing what is looked at, wherever on the page it is chosen: one selection drives every part. */
export interface Selection {
  /** The instance that the inspector is about. */
  select(instanceId: string): void
  /** The same, and the inspector comes into sight. */
  inspect(instanceId: string): void
  /** A record of the timeline, which comes into sight, with the instance that it is about. */
  review(event: EventChoice): void
  /** All that was denied, in the timeline. */
  showDenied(): void
}

export function useSelection(): Selection {
  const devtools = useDevtools()
  const dispatch = useAppDispatch()
  return useMemo(() => createSelection(devtools, dispatch), [devtools, dispatch])
}

export function useIsSelected(instanceId: string): boolean {
  return useDevtoolsState(({ selectedInstanceId }) => selectedInstanceId === instanceId)
}

function createSelection(devtools: DevtoolsSession, dispatch: Dispatch): Selection {
  return {
    select(instanceId) {
      devtools.selectInstance(instanceId)
    },
    inspect(instanceId) {
      devtools.selectInstance(instanceId)
      dispatch(workspaceActions.inspectorOpened())
    },
    review(event) {
      devtools.revealEvent(event)
      dispatch(workspaceActions.mobileViewChanged('timeline'))
    },
    showDenied() {
      devtools.showPanel('timeline')
      devtools.filterTimeline({ outcome: 'denied' })
      dispatch(workspaceActions.mobileViewChanged('timeline'))
    },
  }
}
