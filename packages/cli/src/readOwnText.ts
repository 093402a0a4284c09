import { readRegularFile } from '@plugboard/registry/node'

import { CliError } from './commandOutcome.ts'

export interface ReadOwnTextOptions {
  readonly folder: string
  /** From the folder. */
  readonly path: string
  /** In bytes. */
  readonly most: number
}

/**
 * The text of a file that a folder of somebody else may have, undefined where it has none. What is a link, a device or a pipe is
 * not opened: it leads elsewhere, or never ends.
 *
 * @throws CliError `path-unreadable`.
 */
export async function readOwnText({ folder, most, path }: ReadOwnTextOptions): Promise<string | undefined> {
  const file = await readRegularFile(folder, path, most)
  if ('bytes' in file) return new TextDecoder().decode(file.bytes)
  if (file.fault === 'missing') return undefined
  throw new CliError('path-unreadable', { path, message: MESSAGES[file.fault] })
}

const MESSAGES = {
  'no-file': 'It is a link, a folder, a pipe or a device, where a file has to be.',
  'too-large': 'The file is too large to be read.',
  unreadable: 'The file is there and cannot be read.',
} as const
