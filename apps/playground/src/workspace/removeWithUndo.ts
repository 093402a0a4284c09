import { parseInstanceId, type InstanceId, type PackageId, type RuntimeState } from '@plugboard/contracts'
import { removeInstances, type PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'

import { mayReturn, originOf } from '../imports/importOrigin.ts'
import type { ImportsState } from '../imports/importsSlice.ts'
import { messages } from '../messages/index.ts'
import type { UndoOffers } from './undoOffers.ts'

export interface RemoveOptions {
  readonly host: PluginHost
  readonly offers: UndoOffers
  readonly store: Pick<Store<{ readonly plugins: RuntimeState; readonly imports: ImportsState }>, 'getState'>
  readonly instanceIds: readonly InstanceId[]
  /** What was done, in words. */
  readonly text: string
}

/**
 * Removes instances, and offers to have them again: with their state and grants, in their order. Those whose package was
 * disabled or became another one meanwhile stay away, and the offer stands.
 *
 * @throws PluginHostError `UNKNOWN_INSTANCE`; nothing is removed then.
 */
export async function removeWithUndo({ host, instanceIds, offers, store, text }: RemoveOptions): Promise<void> {
  const { imports: before } = store.getState()
  const origins = new Map(instanceIds.map((instanceId) => [instanceId, originOf(before, packageIdOf(instanceId))]))
  const removal = await removeInstances(host, instanceIds)
  offers.offer({
    text,
    undo: async () => {
      const { imports, plugins } = store.getState()
      const away = removal.saved.filter(
        ({ instanceId }) => !mayReturn(imports, packageIdOf(instanceId), origins.get(instanceId) ?? null),
      )
      if (away.length === 0) return await removal.undo()
      const back = removal.saved.filter(
        (instance) => !away.includes(instance) && !Object.hasOwn(plugins.instances, instance.instanceId),
      )
      // Shared data stays as it is: as it was, it would hold what those wrote that stay away.
      await Promise.allSettled(back.map((instance) => host.restore(instance)))
      throw new Error(messages.undo.packageChanged(away.map(({ instanceId }) => instanceId)))
    },
  })
}

function packageIdOf(instanceId: InstanceId): PackageId {
  return parseInstanceId(instanceId)?.packageId ?? ''
}
