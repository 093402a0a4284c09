import { lstat, readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'

import type { CliIO } from '../cliIO.ts'
import { CliError } from '../commandOutcome.ts'

/**
 * The folder that a new plugin may be written into: one that is not there yet, or is empty.
 *
 * @throws CliError `target-protected`, `target-link`, `target-not-folder` or `target-not-empty`; nothing was written.
 */
export async function chooseTarget(path: string, { cwd, home }: CliIO): Promise<string> {
  const target = resolve(cwd, path)
  if ([cwd, home].some((folder) => isInside(folder, target))) throw new CliError('target-protected', { path })
  await refuseLinks(target, { base: isInside(target, cwd) ? cwd : dirname(target), path })
  const names = await readdir(target).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return []
    throw new CliError(code === 'ENOTDIR' ? 'target-not-folder' : 'path-unreadable', { path })
  })
  if (names.length > 0) throw new CliError('target-not-empty', { path })
  return target
}

/** Whether a path is a folder or something in it. The root of the file system is above everything. */
function isInside(path: string, folder: string): boolean {
  const [first] = relative(folder, path).split(sep)
  return first !== '..' && !relative(folder, path).match(/^[A-Za-z]:/)
}

interface RefuseLinksOptions {
  /** Up to here the way is the person's own choice: a system may have links there. */
  readonly base: string
  readonly path: string
}

/** A link on the way, one that leads nowhere too, would put the files where the path does not say. */
async function refuseLinks(target: string, { base, path }: RefuseLinksOptions): Promise<void> {
  let place = base
  for (const part of relative(base, target).split(sep)) {
    place = join(place, part)
    const stat = await lstat(place).catch(() => undefined)
    if (stat?.isSymbolicLink() === true) throw new CliError('target-link', { path })
    if (stat === undefined) return
  }
}
