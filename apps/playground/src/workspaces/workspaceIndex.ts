import { WorkspaceStorageError, type JsonValue, type WorkspaceStorage } from '@plugboard/contracts'

import {
  FIRST_ID,
  idOfDatabase,
  isWorkspaceId,
  KEPT_MS,
  readEntry,
  tidyName,
  writeEntry,
  type WorkspaceEntry,
} from './workspaceEntry.ts'

export interface WorkspaceIndexOptions {
  readonly storage: WorkspaceStorage
  /** Names of the databases that there are, as far as the browser says. */
  readonly listDatabases: () => Promise<readonly string[]>
  /** Deletes the database of a workspace for good. */
  readonly deleteDatabase: (id: string) => Promise<void>
  readonly now: () => number
  /** A new id, of lower-case letters and digits. */
  readonly createId: () => string
  readonly words: { readonly first: string; readonly recovered: string; readonly untitled: string }
}

type Changes = ReadonlyMap<string, WorkspaceEntry | null>

const PREFIX = 'entry/'
const ATTEMPTS = 5

/**
 * The list of the workspaces of this browser. The databases themselves are what counts: one that the list has lost is found
 * again, so that a damaged list loses names and nothing else. Tabs share it.
 */
export class WorkspaceIndex {
  readonly #options: WorkspaceIndexOptions

  constructor(options: WorkspaceIndexOptions) {
    this.#options = options
  }

  /** All workspaces, the one that was open last first; deleted ones with them. Never rejects. */
  async list(): Promise<readonly WorkspaceEntry[]> {
    const { listDatabases, now, words } = this.#options
    const entries = new Map<string, WorkspaceEntry>()
    try {
      const { parts } = await this.#options.storage.read()
      for (const [name, saved] of parts) {
        const entry = name.startsWith(PREFIX) ? readEntry(name.slice(PREFIX.length), saved) : null
        if (entry !== null) entries.set(entry.id, entry)
      }
    } catch {
      // A browser that keeps nothing has the first workspace, for as long as the page is open.
    }
    for (const database of await listDatabases().catch(() => [])) {
      const id = idOfDatabase(database)
      if (id === null || entries.has(id)) continue
      const name = id === FIRST_ID ? words.first : words.recovered
      entries.set(id, { id, name, createdAt: now(), openedAt: 0, deletedAt: null })
    }
    return [...entries.values()].toSorted((left, right) => right.openedAt - left.openedAt)
  }

  /** The one that this tab had open, or that was open last; the first one at a first visit. Null when all are deleted. */
  async choose(wanted: string | null): Promise<WorkspaceEntry | null> {
    const entries = await this.list()
    const kept = entries.filter(({ deletedAt }) => deletedAt === null)
    const isVisited = entries.some(({ id }) => id === FIRST_ID)
    const first = isVisited ? null : this.#create(FIRST_ID, this.#options.words.first)
    return kept.find(({ id }) => id === wanted) ?? kept[0] ?? first
  }

  /** Adds a workspace without content. @throws WorkspaceStorageError */
  async add(name: string): Promise<WorkspaceEntry> {
    const id = this.#options.createId()
    if (!isWorkspaceId(id)) throw new TypeError('The id that was made for a workspace is none.')
    const entry = this.#create(id, tidyName(name, this.#options.words.untitled))
    await this.#commit(() => new Map([[id, entry]]))
    return entry
  }

  /** Changes what the list says of a workspace. @throws WorkspaceStorageError */
  async change(entry: WorkspaceEntry, change: Partial<Omit<WorkspaceEntry, 'id'>>): Promise<void> {
    await this.#commit((saved) => new Map([[entry.id, { ...(saved.get(entry.id) ?? entry), ...change }]]))
  }

  /** Deletes a workspace for good, content and entry. */
  async erase(id: string): Promise<void> {
    await this.#options.deleteDatabase(id)
    await this.#commit(() => new Map([[id, null]]))
  }

  /** Deletes for good what was deleted long ago. */
  async sweep(): Promise<void> {
    const before = this.#options.now() - KEPT_MS
    for (const { deletedAt, id } of await this.list()) {
      // One after the other: it is nothing that anybody waits for.
      if (deletedAt !== null && deletedAt < before) await this.erase(id)
    }
  }

  #create(id: string, name: string): WorkspaceEntry {
    const at = this.#options.now()
    return { id, name, createdAt: at, openedAt: at, deletedAt: null }
  }

  async #commit(decide: (saved: ReadonlyMap<string, WorkspaceEntry>) => Changes): Promise<void> {
    const { storage } = this.#options
    for (let attempt = 1; ; attempt += 1) {
      const { parts, revision } = await storage.read()
      const saved = new Map<string, WorkspaceEntry>()
      for (const [name, value] of parts) {
        const entry = readEntry(name.slice(PREFIX.length), value)
        if (entry !== null) saved.set(entry.id, entry)
      }
      const puts = new Map<string, JsonValue>()
      const deletes: string[] = []
      for (const [id, entry] of decide(saved)) {
        if (entry === null) deletes.push(PREFIX + id)
        else puts.set(PREFIX + id, writeEntry(entry))
      }
      try {
        await storage.commit({ expectedRevision: revision, puts, deletes })
        return
      } catch (error) {
        // Another tab was quicker: look again.
        const isBehind = error instanceof WorkspaceStorageError && error.code === 'STORAGE_CONFLICT'
        if (!isBehind || attempt >= ATTEMPTS) throw error
      }
    }
  }
}
