import type { StoredParts, WorkspaceStorage } from '@plugboard/contracts'

import { hostPartsOf } from '../hostParts.ts'
import type { PluginHost } from '../pluginHost.ts'
import { PluginHostError } from '../pluginHostError.ts'
import { HostWorkspace } from './hostWorkspace.ts'
import type { Workspace } from './workspace.ts'
import { toFault, type WorkspaceScheduler } from './workspaceSaver.ts'

export interface OpenWorkspaceOptions {
  /** A host without instances, connected to its store. */
  readonly host: PluginHost<string>
  /** Stays with who created it. */
  readonly storage: WorkspaceStorage
  /** Runs work later, for saving again what could not be saved; `setTimeout` when absent. */
  readonly schedule?: WorkspaceScheduler
}

/**
 * Brings back what was saved, and saves from then on. Resolves when everything is in the store; the code of the instances
 * starts meanwhile.
 *
 * Never fails for what the storage holds: what cannot be understood is in `problems`, the workspace is then read-only, and
 * `export()` has all of it.
 *
 * @throws PluginHostError `PROTOCOL`, `HOST_NOT_CONNECTED`, or `WORKSPACE_IN_USE` when the host has instances or a
 *   workspace already.
 *
 * @example
 * const workspace = await openWorkspace({ host, storage: createIndexedDBStorage() })
 * if (workspace.isNew) await host.load({ packageId: 'counter' })
 * await workspace.flush()
 */
export async function openWorkspace(options: OpenWorkspaceOptions): Promise<Workspace> {
  const { host, schedule = later, storage } = options
  const parts = hostPartsOf(host)
  if (parts === undefined) {
    throw new PluginHostError({ code: 'PROTOCOL', message: 'The host is none that createPluginHost made.' })
  }
  void parts.link.state
  if (inUse.has(parts)) throw createInUse('The host has a workspace already. Close that one first.')
  inUse.add(parts)
  const release = (): void => void inUse.delete(parts)
  try {
    const read = await readStorage(storage)
    if (parts.sessions.size > 0) {
      throw createInUse('The host has instances already. Open the workspace before anything is loaded.')
    }
    return new HostWorkspace({ host: parts, storage, schedule, release, ...read })
  } catch (error) {
    release()
    throw error
  }
}

const inUse = new WeakSet<object>()

interface StorageReading {
  readonly stored: StoredParts
  /** Why the storage could not be read; null when it was. */
  readonly failure: string | null
}

async function readStorage(storage: WorkspaceStorage): Promise<StorageReading> {
  try {
    return { stored: await storage.read(), failure: null }
  } catch (thrown) {
    return { stored: { revision: 0, parts: new Map(), damaged: [] }, failure: toFault(thrown).message }
  }
}

function createInUse(message: string): PluginHostError {
  return new PluginHostError({ code: 'WORKSPACE_IN_USE', message })
}

const later: WorkspaceScheduler = (work, delayMs) => {
  // Browsers and Node.js both have it, and this package is typed for neither.
  const timers = globalThis as unknown as { setTimeout(work: () => void, delayMs: number): unknown }
  timers.setTimeout(work, delayMs)
}
