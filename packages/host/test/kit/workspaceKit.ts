import type { JsonValue, StoredParts, WorkspaceStorage } from '@plugboard/contracts'
import { openWorkspace, type OpenWorkspaceOptions, type Workspace } from '@plugboard/host/workspace'
import { createMemoryStorage, type MemoryPlace } from '@plugboard/storage'
import { onTestFinished } from 'vitest'

import { createHostKit, type HostKit, type HostKitOptions } from './hostKit.ts'

export interface WorkspaceKit extends HostKit {
  readonly workspace: Workspace
}

export interface WorkspaceKitOptions extends HostKitOptions {
  readonly place?: MemoryPlace
  readonly storage?: WorkspaceStorage
  readonly schedule?: OpenWorkspaceOptions['schedule']
}

/** A host with an open workspace. Nothing is tried again by a clock unless the test says so. */
export async function openKit({
  place,
  schedule = () => undefined,
  ...options
}: WorkspaceKitOptions = {}): Promise<WorkspaceKit> {
  const { storage = createMemoryStorage(place === undefined ? {} : { place }), ...rest } = options
  const kit = createHostKit(rest)
  const workspace = await openWorkspace({ host: kit.host, storage, schedule })
  onTestFinished(() => workspace.close())
  await workspace.started
  return { ...kit, workspace }
}

/** What a person would have again, as one value: in the order of the instances. */
export function pictureOf(kit: HostKit): JsonValue {
  const { grantsByInstance, instances, pluginStateByInstance, shared } = kit.state()
  const picture = {
    instances: Object.values(instances).map(({ diagnostics: _counts, error: _error, ...instance }) => instance),
    grants: { ...grantsByInstance },
    states: { ...pluginStateByInstance },
    shared: { ...shared },
  }
  return JSON.parse(JSON.stringify(picture)) as JsonValue
}

/** What is stored in a place. */
export async function partsIn(place: MemoryPlace): Promise<Record<string, unknown>> {
  return Object.fromEntries((await createMemoryStorage({ place }).read()).parts)
}

/** A storage that only reads, and gives what no storage of this project could have been made to take. */
export function storageOf(stored: Partial<StoredParts>): WorkspaceStorage {
  const refuse = (): Promise<never> => Promise.reject(new Error('Nothing may be written here.'))
  return {
    read: () => Promise.resolve({ revision: 1, parts: new Map(), damaged: [], ...stored }),
    commit: refuse,
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}
