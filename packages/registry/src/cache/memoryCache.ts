import type { PackageDigest, PackageFiles } from '@plugboard/package-format'

import { requireDigest, type PackageCache } from './packageCache.ts'

/** Makes a cache that lasts as long as it is held. */
export function createMemoryCache(): PackageCache {
  const contents = new Map<PackageDigest, PackageFiles>()
  return {
    get(digest) {
      const files = contents.get(digest)
      return Promise.resolve({ ...(files === undefined ? {} : { files: copy(files) }), diagnostics: [] })
    },
    async put(digest, files) {
      const own = copy(files)
      await requireDigest(digest, own)
      contents.set(digest, own)
    },
  }
}

// Whoever gave or got the bytes may write to them.
function copy(files: PackageFiles): PackageFiles {
  return new Map([...files].map(([path, bytes]) => [path, bytes.slice()]))
}
