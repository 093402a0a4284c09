import type { PackageId } from '@plugboard/contracts'
import { removeInstances, type PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'

import { messages } from '../messages/index.ts'
import type { UndoOffers } from '../workspace/undoOffers.ts'
import { projectsActions } from './projectsSlice.ts'
import { takenIds, type TakingState } from './takenIds.ts'

export interface RemoveProjectOptions {
  readonly host: PluginHost
  readonly offers: Pick<UndoOffers, 'offer'>
  readonly packageId: PackageId
  readonly store: Pick<Store<TakingState>, 'dispatch' | 'getState'>
}

/** Takes a project away with its instances, and offers to have all of it again: files, instances, state and grants. */
export async function removeProject({ host, offers, packageId, store }: RemoveProjectOptions): Promise<void> {
  const { plugins, projects } = store.getState()
  const project = projects[packageId]
  if (project === undefined) return
  const own = Object.values(plugins.instances).filter((instance) => instance.packageId === packageId)
  const removal = await removeInstances(
    host,
    own.map(({ instanceId }) => instanceId),
  )
  store.dispatch(projectsActions.projectRemoved(packageId))
  let isPut = false
  offers.offer({
    text: messages.packages.removed(project.title),
    undo: async () => {
      const state = store.getState()
      // Another plugin may have come in its place; after an attempt that failed half-way it is this one itself.
      const isBack = isPut && state.projects[packageId] !== undefined
      if (!isBack && takenIds(state).has(packageId))
        throw new Error(messages.packages.idTaken(project.title, packageId))
      if (!isBack) store.dispatch(projectsActions.projectPut(project))
      isPut = true
      await removal.undo()
    },
  })
}
