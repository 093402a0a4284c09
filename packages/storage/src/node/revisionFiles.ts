import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const REVISION = /^workspace-(\d{1,15})\.jsonl$/
const DRAFT = /^\.draft-(\d+)-[0-9a-f-]+$/

/**
 * A folder with one file for each revision, of which the highest counts. A file comes into being whole, under a name that
 * nobody else has: it is written and flushed as a draft, and then linked to its name, which fails when the name is taken.
 */
export class RevisionFiles {
  readonly directory: string

  constructor(directory: string) {
    this.directory = directory
  }

  nameOf(revision: number): string {
    return `workspace-${revision}.jsonl`
  }

  /** The highest revision; 0 when there is none, or no folder. */
  async newest(): Promise<number> {
    return Math.max(0, ...(await this.#revisions()))
  }

  async read(revision: number): Promise<string> {
    return await readFile(join(this.directory, this.nameOf(revision)), 'utf8')
  }

  /** Writes a revision. Returns false, with nothing written, when that one or a higher one is there already. */
  async write(revision: number, text: string): Promise<boolean> {
    await mkdir(this.directory, { recursive: true })
    const draft = join(this.directory, `.draft-${process.pid}-${crypto.randomUUID()}`)
    const name = join(this.directory, this.nameOf(revision))
    try {
      const file = await open(draft, 'wx')
      try {
        await file.writeFile(text)
        await file.sync()
      } finally {
        await file.close()
      }
      await link(draft, name)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    } finally {
      await rm(draft, { force: true })
    }
    // A writer that was left behind finds its name free once the others have moved on.
    if ((await this.newest()) > revision) {
      await rm(name, { force: true })
      return false
    }
    await this.#flushFolder()
    return true
  }

  /**
   * Removes what is not needed any more: revisions before the last but one, and drafts of processes that ended. The last
   * but one stays, so that whoever lists the folder just now finds a file.
   */
  async tidy(revision: number): Promise<void> {
    const names = await readdir(this.directory)
    for (const name of names) {
      const old = REVISION.exec(name)
      const draft = DRAFT.exec(name)
      const isOld = old !== null && Number(old[1]) < revision - 1
      if (isOld || (draft !== null && !isRunning(Number(draft[1]))))
        await rm(join(this.directory, name), { force: true })
    }
  }

  async #revisions(): Promise<readonly number[]> {
    try {
      const names = await readdir(this.directory)
      return names.flatMap((name) => Number(REVISION.exec(name)?.[1] ?? []))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }

  // Until the folder is flushed too, a power cut may take the name away.
  async #flushFolder(): Promise<void> {
    // Windows has no way to flush a folder, and does not need one.
    if (process.platform === 'win32') return
    const folder = await open(this.directory, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  }
}

/** The system's own code of an error, as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
