import { readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'

const CONVENTION: readonly string[] = ['src/plugin.tsx', 'src/plugin.ts', 'src/plugin.jsx', 'src/plugin.js']

/**
 * The file that a package is written in, from its folder: what `source` of its package.json names, else `src/plugin.tsx`,
 * `.ts`, `.jsx` or `.js`. Undefined for a package that has none, and is packed as it is.
 */
export async function findSourceEntry(folder: string): Promise<string | undefined> {
  const named = await readSourceField(folder)
  for (const path of named === undefined ? CONVENTION : [named]) {
    const entry = await stat(join(folder, path)).catch(() => undefined)
    // One that is named and not there is the bundler's to report.
    if (named !== undefined || entry?.isFile() === true) return path
  }
  return undefined
}

async function readSourceField(folder: string): Promise<string | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    if (typeof manifest !== 'object' || manifest === null || !('source' in manifest)) return undefined
    const { source } = manifest
    return typeof source === 'string' && isInside(folder, source) ? source : undefined
  } catch {
    // None, or none that can be read: the convention counts.
    return undefined
  }
}

function isInside(folder: string, path: string): boolean {
  const [first = ''] = relative(folder, resolve(folder, path)).split(sep)
  return first !== '' && first !== '..'
}
