import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import type { CliIO } from './cliIO.ts'
import { CliError } from './commandOutcome.ts'

/** Largest file that a person names and that is read as text, in bytes. A recording may be the largest of them. */
const LARGEST = 64 * 1024 * 1024

/** The text of a file that a person named. @throws CliError `path-missing` or `path-unreadable`. */
export async function readInput(path: string, { cwd }: Pick<CliIO, 'cwd'>): Promise<string> {
  const place = resolve(cwd, path)
  try {
    const { size } = await stat(place)
    if (size > LARGEST) throw new CliError('path-unreadable', { path, message: 'The file is too large to be read.' })
    return await readFile(place, 'utf8')
  } catch (error) {
    if (error instanceof CliError) throw error
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new CliError(isMissing ? 'path-missing' : 'path-unreadable', { path })
  }
}
