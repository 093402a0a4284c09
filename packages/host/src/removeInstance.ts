import type { DomainName, InstanceId, JsonValue } from '@plugboard/contracts'

import { hostPartsOf, type HostParts } from './hostParts.ts'
import type { PluginHost } from './pluginHost.ts'
import { createUnknownInstanceError, PluginHostError } from './pluginHostError.ts'
import type { SavedInstance } from './workspace/savedInstance.ts'

/** An instance that was removed, and the way back. */
export interface InstanceRemoval {
  /** All that it was, as it was when it was removed. */
  readonly saved: SavedInstance
  /**
   * Has the instance again: its id, state, grants, pause and code, in a VM of its own. A shared domain that nobody has
   * written to since is as it was, with what the instance had put there; in one that has changed meanwhile, the instance
   * is missing until it writes again.
   *
   * @throws PluginHostError as {@link PluginHost.restore}: `DUPLICATE_INSTANCE` when it is back already.
   */
  undo(): Promise<InstanceId>
}

/**
 * Removes an instance as `host.unload` does, and keeps what it takes to have it again.
 *
 * @throws PluginHostError `PROTOCOL` when the host is none that `createPluginHost` made, `UNKNOWN_INSTANCE`.
 *
 * @example
 * const removal = await removeInstance(host, instanceId)
 * offerUndo(() => removal.undo())
 */
export async function removeInstance(host: PluginHost<string>, instanceId: InstanceId): Promise<InstanceRemoval> {
  const parts = hostPartsOf(host)
  if (parts === undefined) {
    throw new PluginHostError({ code: 'PROTOCOL', message: 'The host is none that createPluginHost made.' })
  }
  const saved = readInstance(parts, instanceId)
  const { shared: before } = parts.link.state
  const ended = parts.unload(instanceId)
  // The store forgot the instance at once; what is awaited is the end of its VM.
  const { shared: after } = parts.link.state
  await ended
  return {
    saved,
    undo: async () => {
      const restored = host.restore(saved)
      const { shared: now } = parts.link.state
      // Where it was refused, nothing else may change either.
      if (parts.sessions.has(instanceId)) {
        const untouched = Object.entries(before).filter(
          (entry): entry is [DomainName, JsonValue] =>
            entry[1] !== undefined && entry[1] !== after[entry[0]] && after[entry[0]] === now[entry[0]],
        )
        if (untouched.length > 0) parts.restoreDomains(Object.fromEntries(untouched))
      }
      return await restored
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
