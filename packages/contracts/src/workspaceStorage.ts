import type { JsonValue } from './json.ts'

/**
 * Where a workspace is kept: named parts of JSON data, changed in whole batches. Every implementation passes
 * `describeStorageContract()`.
 *
 * A place may be open many times at once, in two tabs or two processes. Its revision is what keeps one from overwriting
 * what it has not seen.
 */
export interface WorkspaceStorage extends AsyncDisposable {
  /** Everything that is there. @throws WorkspaceStorageError `STORAGE_UNAVAILABLE` or `STORAGE_CLOSED`. */
  read(): Promise<StoredParts>
  /**
   * Carries a batch out as a whole or not at all, and returns the new revision. When it resolves, the batch outlives the
   * process.
   *
   * @throws WorkspaceStorageError `STORAGE_CONFLICT`, `STORAGE_FULL`, `STORAGE_DAMAGED`, `STORAGE_UNAVAILABLE`,
   *   `STORAGE_CLOSED` or `INVALID_BATCH`; what was there is then there still.
   */
  commit(batch: StorageBatch): Promise<number>
  /** Lets go of the place; what was committed stays. Idempotent. */
  close(): Promise<void>
}

/** What a storage holds. Whoever can write to the place can put anything there, so nothing of it is believed. */
export interface StoredParts {
  /** Counts the batches; 0 where nothing was ever committed. */
  readonly revision: number
  readonly parts: ReadonlyMap<string, unknown>
  /** What is there and cannot be read as a part. Empty where all is well. */
  readonly damaged: readonly DamagedContent[]
}

/** Content of a storage that is no part: kept and shown, so that a person can save it. */
export interface DamagedContent {
  /** Where it was found, for people: a file and a line, a table. */
  readonly place: string
  /** What is wrong with it. */
  readonly message: string
  /** As it was found, as text. */
  readonly content: string
}

/** Changes that belong together. A key is put or deleted, not both. */
export interface StorageBatch {
  /** The revision that the changes were made against. */
  readonly expectedRevision: number
  readonly puts?: ReadonlyMap<string, JsonValue>
  /** Deleting what is not there is no fault. */
  readonly deletes?: Iterable<string>
  /** Everything that was there goes first, damaged content included. False when absent. */
  readonly replacesAll?: boolean
}

/** Every way in which a storage can refuse. */
export const STORAGE_ERROR_CODES = [
  /** Somebody else has committed since: read again. */
  'STORAGE_CONFLICT',
  /** There is no room for the batch. */
  'STORAGE_FULL',
  /** Damaged content is in the way, and the batch does not replace it. */
  'STORAGE_DAMAGED',
  /** The place cannot be used: forbidden, gone, or not what it should be. It may be tried again. */
  'STORAGE_UNAVAILABLE',
  /** It was closed. */
  'STORAGE_CLOSED',
  /** What was to be committed is no batch of JSON data. */
  'INVALID_BATCH',
] as const

export type StorageErrorCode = (typeof STORAGE_ERROR_CODES)[number]

/** The one error class of storages: match on `code`, show `message`. */
export class WorkspaceStorageError extends Error {
  override readonly name = 'WorkspaceStorageError'
  readonly code: StorageErrorCode

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
