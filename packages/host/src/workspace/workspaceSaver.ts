import { WorkspaceStorageError, type JsonValue, type WorkspaceStorage } from '@plugboard/contracts'

import { PluginHostError } from '../pluginHostError.ts'
import type { PartChanges } from './partCollector.ts'
import { SAVED, SAVING, type WorkspaceFault, type WorkspaceStatus } from './workspaceStatus.ts'

/** Runs work later: the host's only timer, so that tests have none. */
export type WorkspaceScheduler = (work: () => void, delayMs: number) => void

export interface WorkspaceSaverOptions {
  readonly storage: WorkspaceStorage
  /** The revision that the storage was read at. */
  readonly revision: number
  /** Nothing is saved, for this reason. */
  readonly fault: WorkspaceFault | null
  readonly schedule: WorkspaceScheduler
  readonly onStatus: (status: WorkspaceStatus) => void
}

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000

/**
 * Brings changes to a storage, one batch at a time: what comes while one is being committed waits and goes as one. What
 * could not be committed is kept, and tried again.
 */
export class WorkspaceSaver {
  readonly #options: WorkspaceSaverOptions
  #revision: number
  #pending = new Map<string, JsonValue | undefined>()
  #running: Promise<void> | null = null
  #status: WorkspaceStatus
  #failures = 0
  /** Set while no batch may start; who waits for one waits for this. */
  #hold: PromiseWithResolvers<void> | null = null

  constructor(options: WorkspaceSaverOptions) {
    this.#options = options
    this.#revision = options.revision
    this.#status = options.fault === null ? SAVED : { state: 'read-only', error: options.fault }
  }

  get status(): WorkspaceStatus {
    return this.#status
  }

  /** Takes changes that belong together; a later one of a part replaces an earlier one. */
  add(changes: PartChanges): void {
    if (changes.size === 0) return
    for (const [name, value] of changes) this.#pending.set(name, value)
    void this.#run().catch(() => undefined)
  }

  /** Commits all that was added. @throws PluginHostError when that fails. */
  async flush(): Promise<void> {
    while (this.#running !== null || this.#pending.size > 0) {
      const { error, state } = this.#status
      if (state === 'read-only') throw new PluginHostError(error)
      if (this.#hold !== null) await this.#hold.promise
      // A batch at a time; what is added meanwhile goes with the next.
      await this.#run()
    }
  }

  /** Starts no more batches, and waits for the one that is on its way. */
  async hold(): Promise<void> {
    this.#hold ??= Promise.withResolvers()
    await this.#running?.catch(() => undefined)
  }

  /** Gives up what waits: it was replaced, or its time is over. */
  retire(): void {
    this.#pending.clear()
    this.release()
  }

  /** Goes on where it was held. */
  release(): void {
    this.#hold?.resolve()
    this.#hold = null
    void this.#run().catch(() => undefined)
  }

  #run(): Promise<void> {
    if (this.#running !== null) return this.#running
    if (this.#hold !== null || this.#pending.size === 0 || this.#status.state === 'read-only') return Promise.resolve()
    this.#running = this.#commitAll().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #commitAll(): Promise<void> {
    while (this.#pending.size > 0 && this.#hold === null) {
      this.#become(SAVING)
      // What is taken here is committed, or put back: nothing that may throw comes between this and the try.
      const batch = this.#pending
      this.#pending = new Map()
      try {
        // One after the other: each is made against the revision of the one before.
        this.#revision = await this.#options.storage.commit(toBatch(batch, this.#revision))
      } catch (thrown) {
        // What came meanwhile is newer.
        this.#pending = new Map([...batch, ...this.#pending])
        throw this.#fail(thrown)
      }
      this.#failures = 0
    }
    if (this.#pending.size === 0) this.#become(SAVED)
  }

  #fail(thrown: unknown): PluginHostError {
    const error = toFault(thrown)
    if (error.code === 'STORAGE_CONFLICT') this.#become({ state: 'read-only', error })
    else {
      this.#become({ state: 'failed', error })
      const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures)
      this.#failures += 1
      this.#options.schedule(() => void this.#run().catch(() => undefined), delay)
    }
    return new PluginHostError(error, { cause: thrown })
  }

  #become(status: WorkspaceStatus): void {
    if (status === this.#status) return
    this.#status = status
    this.#options.onStatus(status)
  }
}

function toBatch(changes: PartChanges, expectedRevision: number): Parameters<WorkspaceStorage['commit']>[0] {
  const puts = new Map<string, JsonValue>()
  const deletes: string[] = []
  for (const [name, value] of changes) {
    if (value === undefined) deletes.push(name)
    else puts.set(name, value)
  }
  return { expectedRevision, puts, deletes }
}

/** What a storage threw, as people see it. */
export function toFault(thrown: unknown): WorkspaceFault {
  if (!(thrown instanceof WorkspaceStorageError)) {
    return { code: 'STORAGE_UNAVAILABLE', message: `Nothing could be saved: the storage failed (${String(thrown)}).` }
  }
  if (thrown.code !== 'STORAGE_CONFLICT') return { code: thrown.code, message: thrown.message }
  return {
    code: thrown.code,
    message:
      'This workspace was changed somewhere else, in another tab or process, so what happens here is not saved any more. Load it again to go on from there, or export what is here first.',
  }
}
