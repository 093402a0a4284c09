import {
  WorkspaceStorageError,
  type DamagedContent,
  type StorageBatch,
  type StoredParts,
  type WorkspaceStorage,
} from '@plugboard/contracts'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

import { checkBatch } from '../checkBatch.ts'
import { createClosed, createConflict } from '../refusals.ts'

export interface IndexedDBStorageOptions {
  /** Name of the database; `plugboard-workspace` when absent. */
  readonly name?: string
}

interface Schema extends DBSchema {
  /** By their names. Others can write here: a key or a value may be anything that can be cloned. */
  readonly parts: { readonly key: string; readonly value: unknown }
  readonly about: { readonly key: string; readonly value: unknown }
}

type Database = IDBPDatabase<Schema>

/**
 * Keeps a workspace in the browser's IndexedDB. A batch is one transaction that is flushed to the disk. Tabs of one origin
 * share the place.
 *
 * @example
 * const storage = createIndexedDBStorage({ name: 'my-workspace' })
 */
export function createIndexedDBStorage({
  name = 'plugboard-workspace',
}: IndexedDBStorageOptions = {}): WorkspaceStorage {
  return new IndexedDBStorage(name)
}

class IndexedDBStorage implements WorkspaceStorage {
  readonly #name: string
  #database: Promise<Database> | null = null
  #isClosed = false

  constructor(name: string) {
    this.#name = name
  }

  read(): Promise<StoredParts> {
    return this.#attempt(async (database) => {
      try {
        return await readAll(database)
      } catch {
        // One value that the browser lost takes the whole answer with it; the others can be had one by one.
        return await readEach(database)
      }
    })
  }

  commit(batch: StorageBatch): Promise<number> {
    return this.#attempt(async (database) => {
      const { deletes, expectedRevision, puts, replacesAll } = checkBatch(batch)
      const transaction = database.transaction(['parts', 'about'], 'readwrite', { durability: 'strict' })
      const done = transaction.done
      // It is waited for below; a request that fails first would leave it without anybody who listens.
      done.catch(() => undefined)
      try {
        const parts = transaction.objectStore('parts')
        const about = transaction.objectStore('about')
        const found = revisionOf(await about.get('revision'))
        if (found !== expectedRevision) throw createConflict(expectedRevision, found)
        const requests: Promise<unknown>[] = []
        const ask = (request: Promise<unknown>): void => {
          // All of them are waited for together, unless one cannot even be made.
          request.catch(() => undefined)
          requests.push(request)
        }
        ask(about.put(found + 1, 'revision'))
        if (replacesAll) ask(parts.clear())
        for (const key of deletes) ask(parts.delete(key))
        for (const [key, value] of puts) ask(parts.put(value, key))
        await Promise.all(requests)
        await done
        return found + 1
      } catch (error) {
        abort(transaction)
        throw error
      }
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const database = this.#database
    this.#database = null
    // One that could not be opened has nothing to close.
    await database?.then(
      (opened) => opened.close(),
      () => undefined,
    )
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #attempt<T>(work: (database: Database) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw createClosed()
    try {
      this.#database ??= this.#open()
      return await work(await this.#database)
    } catch (cause) {
      if (cause instanceof WorkspaceStorageError) throw cause
      if (this.#isClosed) throw createClosed()
      // The next attempt opens it again: the browser may have closed it.
      this.#forget()
      throw explain(this.#name, cause)
    }
  }

  async #open(): Promise<Database> {
    const forget = (): void => this.#forget()
    const callbacks = {
      upgrade(database: Database) {
        database.createObjectStore('parts')
        database.createObjectStore('about')
      },
      // Another tab deletes or upgrades it: keeping it open would block that tab for ever.
      blocking: forget,
      terminated: forget,
    }
    try {
      return await openDB<Schema>(this.#name, 1, callbacks)
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error
      // A newer release made it. What is in it says for itself whether it can be read.
      return await openDB<Schema>(this.#name, undefined, callbacks)
    }
  }

  #forget(): void {
    const database = this.#database
    this.#database = null
    void database?.then(
      (opened) => opened.close(),
      () => undefined,
    )
  }
}

async function readAll(database: Database): Promise<StoredParts> {
  const transaction = database.transaction(['parts', 'about'], 'readonly')
  const parts = transaction.objectStore('parts')
  const [keys, values, revision] = await Promise.all([
    parts.getAllKeys(),
    parts.getAll(),
    transaction.objectStore('about').get('revision'),
    transaction.done,
  ])
  return toParts(
    keys.map((key, index) => [key, values[index]]),
    revision,
  )
}

async function readEach(database: Database): Promise<StoredParts> {
  const revision = await database.get('about', 'revision')
  const entries: (readonly [unknown, unknown])[] = []
  const damaged: DamagedContent[] = []
  for (const key of await database.getAllKeys('parts')) {
    try {
      // One after the other: a request that fails ends its transaction.
      entries.push([key, await database.get('parts', key)])
    } catch (error) {
      damaged.push({ place: placeOf(key), message: 'The browser cannot read it any more.', content: String(error) })
    }
  }
  const stored = toParts(entries, revision)
  return { ...stored, damaged: [...stored.damaged, ...damaged] }
}

function toParts(entries: readonly (readonly [unknown, unknown])[], revision: unknown): StoredParts {
  const parts = new Map<string, unknown>()
  const damaged: DamagedContent[] = []
  for (const [key, value] of entries) {
    if (typeof key === 'string') parts.set(key, value)
    else damaged.push({ place: placeOf(key), message: 'Its key is not text.', content: textOf(value) })
  }
  if (revision !== undefined && revisionOf(revision) !== revision) {
    damaged.push({ place: 'about, "revision"', message: 'It is not a number that counts.', content: textOf(revision) })
  }
  return { revision: revisionOf(revision), parts, damaged }
}

// What is no number counts as never written, so that somebody can still write.
function revisionOf(stored: unknown): number {
  return Number.isSafeInteger(stored) && Number(stored) >= 0 ? Number(stored) : 0
}

function placeOf(key: unknown): string {
  return `parts, ${textOf(key)}`
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It ended by itself.
  }
}

function explain(name: string, cause: unknown): WorkspaceStorageError {
  const reason = cause instanceof Error ? cause.name : String(cause)
  // Chromium's own name of it, and that of the newer standard, are the same.
  const isFull = reason === 'QuotaExceededError'
  return new WorkspaceStorageError(
    isFull ? 'STORAGE_FULL' : 'STORAGE_UNAVAILABLE',
    isFull
      ? `The batch was not committed: the browser gives this site no more room. Remove something and try again.`
      : `The browser's database "${name}" cannot be used (${reason}). Check that this site may store data.`,
    { cause },
  )
}
