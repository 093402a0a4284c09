import { WorkspaceStorageError, type StorageBatch, type StoredParts, type WorkspaceStorage } from '@plugboard/contracts'

import { checkBatch } from './checkBatch.ts'
import { createClosed, createConflict } from './refusals.ts'

export interface MemoryPlaceOptions {
  /** Most JSON text that fits, keys included, in UTF-16 code units; without an end when absent. */
  readonly capacity?: number
}

/** What memory storages of one process share: the parts stay while it is held. */
export interface MemoryPlace {
  readonly capacity: number
  readonly revision: number
  /** JSON text by key. */
  readonly texts: ReadonlyMap<string, string>
}

export interface MemoryStorageOptions {
  /** Where to keep the parts; a new place when absent. */
  readonly place?: MemoryPlace
}

/** Makes a place for {@link createMemoryStorage}. */
export function createMemoryPlace({ capacity = Number.POSITIVE_INFINITY }: MemoryPlaceOptions = {}): MemoryPlace {
  return new Place(capacity)
}

/**
 * A storage that lasts as long as its place is held: for tests, and for servers that keep workspaces elsewhere.
 *
 * @example
 * const place = createMemoryPlace()
 * const storage = createMemoryStorage({ place })
 */
export function createMemoryStorage({ place = createMemoryPlace() }: MemoryStorageOptions = {}): WorkspaceStorage {
  if (!(place instanceof Place)) throw new TypeError('The place of a memory storage is made by createMemoryPlace().')
  return new MemoryStorage(place)
}

class Place implements MemoryPlace {
  readonly capacity: number
  revision = 0
  texts: ReadonlyMap<string, string> = new Map()

  constructor(capacity: number) {
    this.capacity = capacity
  }
}

class MemoryStorage implements WorkspaceStorage {
  readonly #place: Place
  #isClosed = false

  constructor(place: Place) {
    this.#place = place
  }

  async read(): Promise<StoredParts> {
    if (this.#isClosed) throw createClosed()
    const { revision, texts } = this.#place
    // Parsed anew for each reader: nobody changes what another one holds.
    const parts = new Map<string, unknown>([...texts].map(([key, text]) => [key, JSON.parse(text)]))
    return Promise.resolve({ revision, parts, damaged: [] })
  }

  async commit(batch: StorageBatch): Promise<number> {
    if (this.#isClosed) throw createClosed()
    const { deletes, expectedRevision, puts, replacesAll } = checkBatch(batch)
    const place = this.#place
    if (place.revision !== expectedRevision) throw createConflict(expectedRevision, place.revision)
    const texts = new Map(replacesAll ? [] : place.texts)
    for (const key of deletes) texts.delete(key)
    for (const [key, value] of puts) texts.set(key, JSON.stringify(value))
    const size = [...texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    if (size > place.capacity) {
      throw new WorkspaceStorageError(
        'STORAGE_FULL',
        `The batch was not committed: the parts would take ${size} characters, and ${place.capacity} fit.`,
      )
    }
    place.texts = texts
    place.revision += 1
    return Promise.resolve(place.revision)
  }

  close(): Promise<void> {
    this.#isClosed = true
    return Promise.resolve()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
