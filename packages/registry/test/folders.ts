import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import type { PackageFiles } from '@plugboard/package-format'

/** A folder of its own, which is removed when the test ends. */
export async function createTestFolder(): Promise<{ readonly folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'plugboard-registry-'))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

/** Writes files below a folder, and the folders on the way. */
export async function writeFiles(folder: string, files: PackageFiles): Promise<void> {
  for (const [path, bytes] of files) {
    const place = join(folder, path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes)
  }
}
