import { digestPackage, isPackageDigest, type PackageDigest, type PackageFiles } from '@plugboard/package-format'

import type { PackageContent } from '../pluginSource.ts'

/** Contents by their digests: what a restart brings back without asking any source. */
export interface PackageCache {
  /**
   * What is kept under a digest. Neither files nor diagnostics when nothing is; an `error` when something is there that is
   * no content any more. Whoever reads it holds it against the digest: a cache is a place where anybody may have written.
   */
  get(digest: PackageDigest): Promise<Pick<PackageContent, 'files' | 'diagnostics'>>
  /**
   * Keeps a content, whole or not at all. One that is there already is replaced.
   *
   * @throws PackageCacheError `CACHE_DIGEST`, `CACHE_FULL`, `CACHE_TOO_LARGE`, `CACHE_UNAVAILABLE`.
   */
  put(digest: PackageDigest, files: PackageFiles): Promise<void>
}

/** Every way in which a cache can fail its caller, or the caller it. */
export const PACKAGE_CACHE_ERROR_CODES = ['CACHE_DIGEST', 'CACHE_FULL', 'CACHE_TOO_LARGE', 'CACHE_UNAVAILABLE'] as const

export type PackageCacheErrorCode = (typeof PACKAGE_CACHE_ERROR_CODES)[number]

/** The one error class of caches: match on `code`, show `message`. */
export class PackageCacheError extends Error {
  override readonly name = 'PackageCacheError'
  readonly code: PackageCacheErrorCode

  constructor(code: PackageCacheErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * Whether this is the digest of these files. Asked before anything is written: a cache never holds what it would not find.
 *
 * @throws PackageCacheError `CACHE_DIGEST` when it is not, or a path is none that a package may have.
 */
export async function requireDigest(digest: PackageDigest, files: PackageFiles): Promise<void> {
  const found = isPackageDigest(digest) ? await digestPackage(files).catch(() => undefined) : undefined
  if (found === digest) return
  throw new PackageCacheError('CACHE_DIGEST', 'The files are not those of the digest that they were to be kept under.')
}
