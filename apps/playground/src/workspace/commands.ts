import { addGrant } from '@plugboard/capabilities'
import type { CapabilityGrants } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import { useMemo } from 'react'

import { customEntry, type PackageEntry } from '../host/packageCatalog.ts'
import { useAppDispatch, useHost } from './hooks.ts'
import { workspaceActions } from './workspaceSlice.ts'

/** What a person can do to the workspace. Refusals are shown, never thrown. */
export interface WorkspaceCommands {
  add(entry: PackageEntry): Promise<string | null>
  addCustom(options: { readonly name: string; readonly code: string }): Promise<string | null>
  remove(instanceId: string): Promise<void>
  restart(instanceId: string): Promise<void>
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
  const dispatch = useAppDispatch()
  return useMemo(() => createCommands(host, (action) => dispatch(action)), [host, dispatch])
}

let customCount = 0

function createCommands(host: PluginHost, dispatch: (action: { readonly type: string }) => unknown): WorkspaceCommands {
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : 'That did not work.'))
      return null
    }
  }
  const add = (entry: PackageEntry): Promise<string | null> =>
    attempt(async () => {
      const instanceId = await host.load({
        packageId: entry.packageId,
        ...(entry.code === undefined ? {} : { code: entry.code }),
      })
      dispatch(workspaceActions.instanceSelected(instanceId))
      return instanceId
    })
  return {
    add,
    addCustom: ({ name, code }) => {
      customCount += 1
      const entry = customEntry({ packageId: packageIdFor(name, customCount), title: name, code })
      dispatch(workspaceActions.customPackageAdded(entry))
      return add(entry)
    },
    remove: async (instanceId) => {
      await attempt(() => host.unload(instanceId))
    },
    restart: async (instanceId) => {
      await attempt(() => host.restart(instanceId))
    },
    grantAndReplay: ({ seq, instanceId, domain, grants }) => {
      void attempt(async () => {
        host.setGrants(instanceId, addGrant(grants, 'writeShared', domain))
        host.replayIntent(seq)
      })
    },
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
