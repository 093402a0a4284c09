import { constants } from 'node:fs'
import { lstat, open, readlink, realpath, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** The bytes of a file, or why there are none. */
export type ReadFile =
  | { readonly bytes: Uint8Array }
  | { readonly fault: 'missing' | 'no-file' | 'too-large' | 'unreadable' }

// Windows has neither flag; a link is found by `lstat` there.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a file in a folder, of at most `most` bytes. The folder may be a link itself. Neither the file nor a folder on the way may be a link, and a device or
 * a pipe is not opened for reading: what it leads to does not belong to whoever made the folder.
 *
 * @param path With `/` between folders, and nothing that climbs: that is for the caller to know.
 */
export async function readRegularFile(folder: string, path: string, most: number): Promise<ReadFile> {
  const parts = path.split('/')
  try {
    const root = await realpath(folder)
    for (let count = 1; count < parts.length; count += 1) {
      const stat = await lstat(join(root, ...parts.slice(0, count)))
      if (!stat.isDirectory()) return { fault: 'no-file' }
    }
    const place = join(root, ...parts)
    const stat = await lstat(place)
    if (!stat.isFile()) return { fault: 'no-file' }
    return await readOpened(place, most)
  } catch (error) {
    return { fault: FAULTS[codeOf(error)] ?? 'unreadable' }
  }
}

const FAULTS: Readonly<Record<string, 'missing' | 'no-file'>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  // What became a link since it was looked at.
  ELOOP: 'no-file',
}

async function readOpened(place: string, most: number): Promise<ReadFile> {
  await using file = await open(place, FLAGS)
  if (!(await isOpenedAt(file, place))) return { fault: 'no-file' }
  const stat = await file.stat()
  if (!stat.isFile()) return { fault: 'no-file' }
  if (stat.size > most) return { fault: 'too-large' }
  // One byte more than it had, to see whether it grew.
  const buffer = new Uint8Array(stat.size + 1)
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return length > stat.size ? { fault: 'unreadable' } : { bytes: buffer.slice(0, length) }
}

/** Whether what was opened is at its place, without links: a folder on the way may have become one since it was looked at. */
async function isOpenedAt(file: FileHandle, place: string): Promise<boolean> {
  // Only Linux says of what is open where it is. Elsewhere it is looked for once more, which leaves a moment.
  const opened = await readlink(`/proc/self/fd/${file.fd}`).catch(() => undefined)
  if (opened !== undefined) return opened === place || opened === `${place} (deleted)`
  const found = await realpath(place)
  const [there, own] = await Promise.all([lstat(found), file.stat()])
  // A system that does not tell upper case from lower writes the name as it was made.
  return found.toLowerCase() === place.toLowerCase() && there.ino === own.ino && there.dev === own.dev
}

/** The system's own code of an error, as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
