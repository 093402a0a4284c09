import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

import { PackageCacheError, requireDigest, type PackageCache } from '../cache/packageCache.ts'
import { createDiagnostic } from '../registryDiagnostics.ts'

export interface IndexedDBCacheOptions {
  /** Name of the database; `plugboard-packages` when absent. */
  readonly name?: string
}

/** A cache that holds a connection. */
export interface IndexedDBCache extends PackageCache {
  close(): Promise<void>
}

interface Schema extends DBSchema {
  /** By their digests. Others can write here: a value may be anything that can be cloned. */
  readonly contents: { readonly key: string; readonly value: unknown }
}

/** Makes a cache in the browser's IndexedDB. A content is put in one transaction. Tabs of one origin share it. */
export function createIndexedDBCache({ name = 'plugboard-packages' }: IndexedDBCacheOptions = {}): IndexedDBCache {
  let opened: Promise<IDBPDatabase<Schema>> | null = null
  const forget = (): Promise<void> => {
    const database = opened
    opened = null
    return Promise.resolve(database?.then((each) => each.close())).catch(() => undefined)
  }
  const attempt = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    try {
      opened ??= openDB<Schema>(name, 1, {
        upgrade: (database) => void database.createObjectStore('contents'),
        // Another tab deletes it, or the browser closed it: the next use opens it again.
        blocking: () => void forget(),
        terminated: () => void forget(),
      })
      return await work(await opened)
    } catch (cause) {
      await forget()
      const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError'
      throw new PackageCacheError(
        isFull ? 'CACHE_FULL' : 'CACHE_UNAVAILABLE',
        isFull
          ? 'The browser has no room left for packages. Make room and try again.'
          : 'The browser does not keep packages here. Check that the site may store data.',
        { cause },
      )
    }
  }
  return {
    async get(digest) {
      const value = await attempt((database) => database.get('contents', digest))
      if (value === undefined) return { diagnostics: [] }
      const files = toFiles(value)
      if (files !== null) return { files, diagnostics: [] }
      return { diagnostics: [createDiagnostic('digest-mismatch', 'What the browser kept is no package.')] }
    },
    async put(digest, files) {
      const entries = [...files].map(([path, bytes]) => [path, bytes.slice()] as const)
      await requireDigest(digest, new Map(entries))
      await attempt((database) => database.put('contents', entries, digest))
    },
    close: forget,
  }
}

function toFiles(value: unknown): ReadonlyMap<string, Uint8Array> | null {
  if (!Array.isArray(value)) return null
  const entries: readonly unknown[] = value
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    if (!Array.isArray(entry)) return null
    const [path, bytes] = entry as readonly unknown[]
    if (typeof path !== 'string' || !(bytes instanceof Uint8Array)) return null
    files.set(path, bytes)
  }
  return files
}
