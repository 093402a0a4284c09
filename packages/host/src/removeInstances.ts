import type { DomainName, InstanceId, JsonValue } from '@plugboard/contracts'

import { hostPartsOf, type HostParts } from './hostParts.ts'
import type { PluginHost } from './pluginHost.ts'
import { createUnknownInstanceError, PluginHostError } from './pluginHostError.ts'
import type { SavedInstance } from './workspace/savedInstance.ts'

/** Instances that were removed, and the way back. */
export interface InstanceRemoval {
  /** All that they were, as they were when they were removed. */
  readonly saved: readonly SavedInstance[]
  /**
   * Has the instances again, in their order: each with its id, state, grants, pause and code, in a VM of its own. A shared
   * domain that nobody has written to since is as it was, with what they had put there; from one that has changed
   * meanwhile they are missing until they write again.
   *
   * @throws PluginHostError of the first that cannot come back, as {@link PluginHost.restore} says; the others are back.
   *   `DUPLICATE_INSTANCE` when all are back already; when only some are, those that are missing come back.
   */
  undo(): Promise<void>
}

/**
 * Removes instances as `host.unload` does, and keeps what it takes to have them again.
 *
 * @throws PluginHostError `PROTOCOL` when the host is none that `createPluginHost` made, `UNKNOWN_INSTANCE` when one is not
 *   there; nothing is removed then.
 *
 * @example
 * const removal = await removeInstances(host, [instanceId])
 * offerUndo(() => removal.undo())
 */
export async function removeInstances(
  host: PluginHost<string>,
  instanceIds: readonly InstanceId[],
): Promise<InstanceRemoval> {
  const parts = hostPartsOf(host)
  if (parts === undefined) {
    throw new PluginHostError({ code: 'PROTOCOL', message: 'The host is none that createPluginHost made.' })
  }
  const saved = instanceIds.map((instanceId) => readInstance(parts, instanceId))
  const { shared: before } = parts.link.state
  const ended = Promise.all(instanceIds.map((instanceId) => parts.unload(instanceId)))
  // The store forgot the instances at once; what is awaited is the end of their VMs.
  const { shared: after } = parts.link.state
  await ended
  return {
    saved,
    undo: async () => {
      const { instances } = parts.link.state
      const missing = saved.filter(({ instanceId }) => instances[instanceId] === undefined)
      // None is missing: the first of them says so.
      const wanted = missing.length > 0 ? missing : saved
      const restored = Promise.allSettled(wanted.map((instance) => host.restore(instance)))
      const { shared: now } = parts.link.state
      const changed = Object.entries(before).filter(
        (entry): entry is [DomainName, JsonValue] => entry[1] !== undefined && entry[1] !== after[entry[0]],
      )
      const untouched = changed.filter(([name]) => after[name] === now[name])
      if (untouched.length > 0) parts.restoreDomains(Object.fromEntries(untouched))
      const failure = (await restored).find(({ status }) => status === 'rejected')
      if (failure?.status === 'rejected') throw failure.reason
    },
  }
}

function readInstance({ link, sessions }: HostParts, instanceId: InstanceId): SavedInstance {
  const { grantsByInstance, instances, pluginStateByInstance } = link.state
  const session = sessions.get(instanceId)
  const record = instances[instanceId]
  const grants = grantsByInstance[instanceId]
  if (session === undefined || record === undefined || grants === undefined) {
    throw createUnknownInstanceError(instanceId)
  }
  const { declaredId, description, enabled, lastDelivered, stateVersion, title } = record
  const { code, requestedLimits } = session
  const state = pluginStateByInstance[instanceId]
  return {
    instanceId,
    title,
    enabled,
    grants,
    ...(description === undefined ? {} : { description }),
    ...(declaredId === undefined ? {} : { declaredId }),
    ...(lastDelivered === undefined ? {} : { lastDelivered }),
    ...(stateVersion === undefined ? {} : { stateVersion }),
    ...(state === undefined ? {} : { state }),
    ...(requestedLimits === undefined ? {} : { limits: requestedLimits }),
    ...(code.isListed ? {} : { code: code.code }),
    ...(code.isListed || code.sourceMap === undefined ? {} : { sourceMap: code.sourceMap }),
    ...(code.isListed || code.manifest === null ? {} : { manifest: code.manifest }),
  }
}
