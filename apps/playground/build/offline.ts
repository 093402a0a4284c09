import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Plugin } from 'vite'

import type { BuiltFile } from '../src/offline/offlineCache.ts'

const WORKER = 'sw.js'
/** Stands in the worker until all other files are written. */
const PLACE = '__BUILT_FILES__'

/**
 * Puts a service worker beside the page that keeps every file of the build. Only a build has it: a development server
 * writes no files.
 */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    buildStart() {
      const id = fileURLToPath(new URL('../src/offline/serviceWorker.ts', import.meta.url))
      this.emitFile({ type: 'chunk', id, fileName: WORKER })
    },
    writeBundle: {
      // After those that write files of their own.
      order: 'post',
      async handler({ dir = '' }) {
        const path = join(dir, WORKER)
        const code = await readFile(path, 'utf8')
        const built = JSON.stringify(await describeFiles(dir))
        if (!code.includes(PLACE)) throw new Error(`${WORKER} has no place for the list of files.`)
        if (/^import\b|\bimport\(/m.test(code)) throw new Error(`${WORKER} has to be one file, and imports another.`)
        // A list in a text in a script: it is written as a text twice.
        await writeFile(
          path,
          code.replace(/(["'`])__BUILT_FILES__\1/, () => JSON.stringify(built)),
        )
      },
    },
  }
}

/** Every file of a folder but the worker, with a version that changes with any of them. */
export async function describeFiles(
  dir: string,
): Promise<{ readonly version: string; readonly files: readonly BuiltFile[] }> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((name) => name !== WORKER && !name.endsWith('.map'))
    .toSorted()
  const files: BuiltFile[] = []
  for (const name of names) {
    // The page is asked for by its folder.
    files.push({ path: name === 'index.html' ? '' : name, digest: digest(await readFile(join(dir, name))) })
  }
  return { version: digest(JSON.stringify(files)), files }
}

function digest(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}
