import type { InstanceId } from '@plugboard/contracts'
import { removeInstances, type PluginHost } from '@plugboard/host'

import type { UndoOffers } from './undoOffers.ts'

export interface RemoveOptions {
  readonly host: PluginHost
  readonly offers: UndoOffers
  readonly instanceIds: readonly InstanceId[]
  /** What was done, in words. */
  readonly text: string
}

/**
 * Removes instances, and offers to have them again: with their state and grants, in their order.
 *
 * @throws PluginHostError `UNKNOWN_INSTANCE`; nothing is removed then.
 */
export async function removeWithUndo({ host, instanceIds, offers, text }: RemoveOptions): Promise<void> {
  const removal = await removeInstances(host, instanceIds)
  offers.offer({ text, undo: () => removal.undo() })
}
