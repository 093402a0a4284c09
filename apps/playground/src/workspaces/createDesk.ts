import { createIndexedDBStorage } from '@plugboard/storage/browser'

import { Arrivals } from '../consent/arrivals.ts'
import { createPlayground } from '../host/createPlayground.ts'
import { messages } from '../messages/index.ts'
import type { DeskParts } from './deskContext.ts'
import { WorkspaceDesk } from './workspaceDesk.ts'
import { databaseOf } from './workspaceEntry.ts'
import { WorkspaceIndex } from './workspaceIndex.ts'

const INDEX_DATABASE = 'plugboard-workspaces'
/** In the tab's own storage: two tabs may have two workspaces open. */
const TAB_KEY = 'plugboard-workspace'

/** Composes the desk once for the page. `isAsking`: a link waits for an answer, and nothing opens before. */
export function createDesk({ isAsking }: { readonly isAsking: boolean }): DeskParts {
  const { first, recovered, untitled } = messages.workspaces
  const desk = new WorkspaceDesk({
    index: new WorkspaceIndex({
      storage: createIndexedDBStorage({ name: INDEX_DATABASE }),
      listDatabases,
      deleteDatabase,
      now: () => Date.now(),
      createId,
      words: { first, recovered, untitled },
    }),
    createPlayground,
    createStorage: (id) => createIndexedDBStorage({ name: databaseOf(id) }),
    tab: { read: readTab, write: writeTab },
    isAsking,
    now: () => Date.now(),
  })
  return { desk, arrivals: new Arrivals(desk) }
}

async function listDatabases(): Promise<readonly string[]> {
  const databases = await indexedDB.databases()
  return databases.flatMap(({ name }) => (name === undefined ? [] : [name]))
}

function deleteDatabase(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseOf(id))
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error(messages.workspaces.failed)))
  })
}

function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

// A browser may forbid it: then a new page opens what was open last.
function readTab(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY)
  } catch {
    return null
  }
}

function writeTab(id: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, id)
  } catch {
    // As above.
  }
}
