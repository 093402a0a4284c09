import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import { CliError } from './commandOutcome.ts'

/**
 * Writes a file as a whole or not at all: what was there before stays until the last byte is written.
 *
 * @param shown How a person named the place.
 * @throws CliError `write-failed`.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array, shown: string): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(part, content, { flag: 'wx' })
    await rename(part, path)
  } catch {
    await rm(part, { force: true }).catch(() => {})
    throw new CliError('write-failed', { path: shown })
  }
}
