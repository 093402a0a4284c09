import { WorkspaceStorageError, type StorageBatch, type StoredParts, type WorkspaceStorage } from '@plugboard/contracts'

import { checkBatch } from '../checkBatch.ts'
import { createClosed, createConflict, createDamaged } from '../refusals.ts'
import { readParts, writeLine, writeParts, type ReadParts } from './partsText.ts'
import { codeOf, RevisionFiles } from './revisionFiles.ts'

export interface FileStorageOptions {
  /** A folder of its own, made when it is not there. */
  readonly directory: string
}

/**
 * Keeps a workspace in a folder: a text file with a part in each line, written anew and flushed for each batch. A crash
 * leaves the last batch or the one before it, whole. Several processes may share the folder, on file systems with hard
 * links.
 *
 * @example
 * await using storage = createFileStorage({ directory: './workspace' })
 */
export function createFileStorage({ directory }: FileStorageOptions): WorkspaceStorage {
  if (typeof directory !== 'string' || directory === '') {
    throw new TypeError('createFileStorage needs the directory to keep the workspace in.')
  }
  return new FileStorage(new RevisionFiles(directory))
}

interface Known extends ReadParts {
  readonly revision: number
}

class FileStorage implements WorkspaceStorage {
  readonly #files: RevisionFiles
  /** The newest revision that was seen, so that a batch writes only its own parts as text. */
  #known: Known | null = null
  #isClosed = false

  constructor(files: RevisionFiles) {
    this.#files = files
  }

  read(): Promise<StoredParts> {
    return this.#attempt(async () => {
      // Not from memory: whoever asks wants to see what is there.
      const { damaged, parts, revision } = await this.#load(await this.#files.newest())
      return { revision, parts, damaged }
    })
  }

  commit(batch: StorageBatch): Promise<number> {
    return this.#attempt(async () => {
      const { deletes, expectedRevision, puts, replacesAll } = checkBatch(batch)
      const found = await this.#files.newest()
      if (found !== expectedRevision) throw createConflict(expectedRevision, found)
      const known = this.#known?.revision === found ? this.#known : await this.#load(found)
      if (known.damaged.length > 0 && !replacesAll) throw createDamaged(known.damaged[0]?.place ?? '')
      const lines = new Map(replacesAll ? [] : known.lines)
      for (const key of deletes) lines.delete(key)
      for (const [key, value] of puts) lines.set(key, writeLine(key, value))
      const revision = found + 1
      if (!(await this.#files.write(revision, writeParts(lines)))) {
        throw createConflict(expectedRevision, await this.#files.newest())
      }
      this.#known = { revision, lines, parts: new Map(), damaged: [] }
      // The batch is committed; what could not be tidied up is in nobody's way, and is tried again next time.
      await this.#files.tidy(revision).catch(() => undefined)
      return revision
    })
  }

  close(): Promise<void> {
    this.#isClosed = true
    this.#known = null
    return Promise.resolve()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #load(revision: number): Promise<Known> {
    if (revision === 0) return { revision, parts: new Map(), lines: new Map(), damaged: [] }
    const known = { revision, ...readParts(await this.#files.read(revision), this.#files.nameOf(revision)) }
    this.#known = { ...known, parts: new Map() }
    return known
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw createClosed()
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof WorkspaceStorageError) throw cause
      const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(cause))
      const place = `the folder "${this.#files.directory}"`
      const reason = codeOf(cause) === '' ? String(cause) : codeOf(cause)
      throw new WorkspaceStorageError(
        isFull ? 'STORAGE_FULL' : 'STORAGE_UNAVAILABLE',
        isFull
          ? `The batch was not committed: there is no room left for ${place} (${reason}). Make room and try again.`
          : `The storage cannot use ${place} (${reason}). Check that it may be read and written.`,
        { cause },
      )
    }
  }
}
