import { stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'

import { readOwnText } from '../readOwnText.ts'

/** Largest package.json that is read, in bytes. */
const LARGEST = 1024 * 1024

const CONVENTION: readonly string[] = ['src/plugin.tsx', 'src/plugin.ts', 'src/plugin.jsx', 'src/plugin.js']

/**
 * The file that a package is written in, from its folder: what `source` of its package.json names, else `src/plugin.tsx`,
 * `.ts`, `.jsx` or `.js`. Undefined for a package that has none, and is packed as it is.
 *
 * @throws CliError `path-unreadable` where package.json is no file that can be read as one.
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
  const text = await readOwnText({ folder, path: 'package.json', most: LARGEST })
  if (text === undefined) return undefined
  try {
    const manifest: unknown = JSON.parse(text)
    if (typeof manifest !== 'object' || manifest === null || !('source' in manifest)) return undefined
    const { source } = manifest
    return typeof source === 'string' && isInside(folder, source) ? source : undefined
  } catch {
    // None that can be understood: the convention counts.
    return undefined
  }
}

function isInside(folder: string, path: string): boolean {
  const [first = ''] = relative(folder, resolve(folder, path)).split(sep)
  return first !== '' && first !== '..'
}
