import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { isPackageDigest, PACKAGE_LIMITS, readArchive, writeArchive } from '@plugboard/package-format'

import { PackageCacheError, requireDigest, type PackageCache } from '../cache/packageCache.ts'
import { createDiagnostic } from '../registryDiagnostics.ts'
import { codeOf, readRegularFile } from './readRegularFile.ts'

export interface FolderCacheOptions {
  /** A folder of the cache's own, or the one that `path` begins in: made when it is not there, and it may be a link itself. */
  readonly folder: string
  /** Where the cache is in `folder`, as `.plugboard/cache`: made too, and no folder of it may be a link. Absent: right there. */
  readonly path?: string
}

/**
 * Makes a cache in a folder: one archive for each content, named by its digest. No name of a package is a name of a file
 * here. An archive is written beside its place, flushed and renamed, so that a crash leaves it whole or leaves none.
 *
 * `put` throws as {@link PackageCache} says.
 */
export function createFolderCache({ folder, path }: FolderCacheOptions): PackageCache {
  const parts = path === undefined ? [] : path.split('/')
  return {
    async get(digest) {
      if (!isPackageDigest(digest)) return { diagnostics: [] }
      const found = await readRegularFile(folder, [...parts, nameOf(digest)].join('/'), PACKAGE_LIMITS.archiveBytes)
      if ('bytes' in found) return readArchive(found.bytes)
      if (found.fault === 'missing') return { diagnostics: [] }
      return { diagnostics: [createDiagnostic('source-unavailable', 'A file of the cache cannot be read.')] }
    },
    async put(digest, files) {
      await requireDigest(digest, files)
      const bytes = writeArchive(files)
      if (bytes.length > PACKAGE_LIMITS.archiveBytes) {
        throw new PackageCacheError(
          'CACHE_TOO_LARGE',
          'The package is larger than any archive may be. Make it smaller.',
        )
      }
      try {
        await writeWhole(await makeFolders(folder, parts), nameOf(digest), bytes)
      } catch (cause) {
        const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(cause))
        throw new PackageCacheError(
          isFull ? 'CACHE_FULL' : 'CACHE_UNAVAILABLE',
          isFull
            ? 'There is no room left for the package cache. Make room and try again.'
            : `The folder of the package cache cannot be written (${codeOf(cause)}). Check that it may be, and that it is no link.`,
          { cause },
        )
      }
    },
  }
}

function nameOf(digest: string): string {
  return `${digest.slice('sha256:'.length)}.plug`
}

/** Whoever made the project may have put a link there, and what is written would be anywhere. */
async function makeFolders(folder: string, parts: readonly string[]): Promise<string> {
  await mkdir(folder, { recursive: true })
  let place = folder
  for (const part of parts) {
    place = join(place, part)
    await mkdir(place).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    const isFolder = (await lstat(place)).isDirectory()
    if (!isFolder) throw Object.assign(new Error('A link, or no folder.'), { code: 'ENOTDIR' })
  }
  return place
}

async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, `.draft-${crypto.randomUUID()}`)
  try {
    // Fails where something is, a link too.
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, name))
  } finally {
    await rm(draft, { force: true })
  }
}
