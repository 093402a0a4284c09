import type { InstanceId, RuntimeState } from '@plugboard/contracts'
import { removeInstances, type PluginHost, type SavedInstance } from '@plugboard/host'

import { importsMessages } from './importsMessages.ts'
import type { PackageCode } from './packageContent.ts'

export interface UpdateInstancesOptions {
  readonly host: PluginHost
  readonly instanceIds: readonly InstanceId[]
  readonly to: PackageCode
  readonly readState: () => RuntimeState
}

/**
 * Puts new code into instances, one after another. Each keeps its state where the versions of its shape agree. One in which
 * the new code does not prove itself takes the others back with it: to their old code, and the state that they had.
 *
 * @throws Error in words; all of them run the old code then.
 */
export async function updateInstances({ host, instanceIds, readState, to }: UpdateInstancesOptions): Promise<void> {
  const done: (() => Promise<unknown>)[] = []
  for (const instanceId of instanceIds) {
    const before = describeInstance(host, instanceId, readState())
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next one changes only when this one has proved itself
      const { state } = await host.reload(instanceId, to)
      done.push(() => takeBack(host, instanceId, { before, isKept: state === 'kept' }))
    } catch (cause) {
      await Promise.allSettled(done.map((work) => work()))
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(importsMessages.notUpdated(reason), { cause })
    }
  }
}

type Before = Pick<SavedInstance, 'code' | 'sourceMap' | 'manifest' | 'state' | 'stateVersion'> & {
  readonly code: string
}

function describeInstance(
  host: PluginHost,
  instanceId: InstanceId,
  { instances, pluginStateByInstance }: RuntimeState,
): Before {
  const { code = '', manifest, sourceMap } = host.describe(instanceId) ?? {}
  const state = pluginStateByInstance[instanceId]
  const stateVersion = instances[instanceId]?.stateVersion
  return {
    code,
    ...(sourceMap === undefined ? {} : { sourceMap }),
    ...(manifest == null ? {} : { manifest }),
    ...(state === undefined ? {} : { state }),
    ...(stateVersion === undefined ? {} : { stateVersion }),
  }
}

interface TakeBackOptions {
  readonly before: Before
  /** Whether the new code went on with the state. */
  readonly isKept: boolean
}

async function takeBack(host: PluginHost, instanceId: InstanceId, { before, isKept }: TakeBackOptions): Promise<void> {
  const { state: _state, stateVersion: _version, ...code } = before
  if (isKept) {
    await host.reload(instanceId, { ...code, trusted: false })
    return
  }
  // A state that began anew has no way back but to make the instance again.
  const { saved } = await removeInstances(host, [instanceId])
  for (const instance of saved) await host.restore({ ...instance, ...before })
}
