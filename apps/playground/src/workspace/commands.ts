import { addGrant } from '@plugboard/capabilities'
import type { CapabilityGrants } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'
import { useMemo } from 'react'
import { useStore } from 'react-redux'

import { openDeniedCounter } from '../host/openFirstWorkspace.ts'
import { customEntry, type PackageEntry } from '../host/packageCatalog.ts'
import { messages } from '../messages/index.ts'
import { useHost, type RootState } from './hooks.ts'
import { useSavedWorkspace } from './savedWorkspace.ts'
import { workspaceActions } from './workspaceSlice.ts'

/** What a person can do to the workspace. Refusals are shown, never thrown. */
export interface WorkspaceCommands {
  add(entry: PackageEntry): Promise<string | null>
  /** Two counters that may both write what they share. */
  addCounters(): Promise<void>
  /** A counter that may not write what it shares, with the write that it was denied. */
  addDenied(): Promise<void>
  addCustom(options: { readonly name: string; readonly code: string }): Promise<string | null>
  remove(instanceId: string): Promise<void>
  removeAll(): Promise<void>
  restart(instanceId: string): Promise<void>
  /** Ends the VM at once, whatever it is doing. The instance stays, paused, with its state and a VM that has done nothing yet. */
  kill(instanceId: string): Promise<void>
  /** Hides what is in the timeline now. */
  clearTimeline(): void
  grantAndReplay(options: GrantAndReplayOptions): void
}

export interface GrantAndReplayOptions {
  /** The dispatch record that was denied. */
  readonly seq: number
  readonly instanceId: string
  readonly domain: string
  /** What the instance may do so far. */
  readonly grants: CapabilityGrants
}

export function useCommands(): WorkspaceCommands {
  const host = useHost()
  const store = useStore<RootState>()
  const { opened } = useSavedWorkspace()
  return useMemo(() => createCommands(host, store, opened), [host, store, opened])
}

function createCommands(host: PluginHost, store: Store<RootState>, opened: Promise<void>): WorkspaceCommands {
  const { dispatch } = store
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : messages.shell.failed))
      return null
    }
  }
  const add = (entry: PackageEntry): Promise<string | null> =>
    attempt(async () => {
      await opened
      const instanceId = await host.load({
        packageId: entry.packageId,
        ...(entry.code === undefined ? {} : { code: entry.code }),
      })
      dispatch(workspaceActions.instanceSelected(instanceId))
      return instanceId
    })
  return {
    add,
    addCounters: async () => {
      await attempt(async () => {
        await opened
        const [first] = await Promise.all([host.load({ packageId: 'counter' }), host.load({ packageId: 'counter' })])
        dispatch(workspaceActions.instanceSelected(first))
      })
    },
    addDenied: async () => {
      await attempt(async () => {
        await opened
        dispatch(workspaceActions.instanceSelected(await openDeniedCounter(host)))
      })
    },
    addCustom: async ({ name, code }) => {
      await opened
      const entry = customEntry({ packageId: freePackageId(name, store.getState()), title: name, code })
      dispatch(workspaceActions.customPackageAdded(entry))
      return await add(entry)
    },
    remove: async (instanceId) => {
      await attempt(() => host.unload(instanceId))
    },
    removeAll: async () => {
      for (const instanceId of Object.keys(store.getState().plugins.instances)) {
        await attempt(() => host.unload(instanceId))
      }
    },
    restart: async (instanceId) => {
      await attempt(() => host.restart(instanceId))
    },
    kill: async (instanceId) => {
      await attempt(async () => {
        // First: nothing that waits may begin in the new VM.
        host.setEnabled(instanceId, false)
        await host.restart(instanceId)
      })
    },
    clearTimeline: () => {
      dispatch(workspaceActions.timelineCleared(store.getState().plugins.trace.at(-1)?.seq ?? 0))
    },
    grantAndReplay: ({ seq, instanceId, domain, grants }) => {
      void attempt(async () => {
        host.setGrants(instanceId, addGrant(grants, 'writeShared', domain))
        host.replayIntent(seq)
      })
    },
  }
}

/** An id of its own, among those that were saved too. */
function freePackageId(name: string, { plugins, workspace }: RootState): string {
  const taken = new Set([
    ...workspace.customPackages.map(({ packageId }) => packageId),
    ...Object.values(plugins.instances).map(({ packageId }) => packageId),
  ])
  for (let count = 1; ; count += 1) {
    const packageId = packageIdFor(name, count)
    if (!taken.has(packageId)) return packageId
  }
}

function packageIdFor(name: string, count: number): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${/^[a-z]/.test(words) ? words : `plugin-${words}`}-${count}`.replace(/--+/g, '-')
}
