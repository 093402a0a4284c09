import type { JsonValue, WorkspaceStorage } from '@plugboard/contracts'

import type { Arrival } from '../consent/arrival.ts'
import type { Ask } from '../consent/asks.ts'
import type { Playground } from '../host/createPlayground.ts'
import { messages } from '../messages/index.ts'
import type { OpenTarget } from '../workspace/savedWorkspace.ts'
import { FIRST_ID, type WorkspaceEntry } from './workspaceEntry.ts'
import type { WorkspaceIndex } from './workspaceIndex.ts'

export interface WorkspaceDeskOptions {
  readonly index: WorkspaceIndex
  readonly createPlayground: (target: Promise<OpenTarget>) => Playground
  readonly createStorage: (id: string) => WorkspaceStorage
  /** Which workspace this tab had open: a reload opens it again. */
  readonly tab: { read(): string | null; write(id: string): void }
  /** Whether a link waits for an answer: until then no workspace opens. */
  readonly isAsking: boolean
  readonly now: () => number
}

/** Which workspaces there are, and which one is open. The same object until something changes. */
export interface DeskView {
  /** Null until the first one was found. */
  readonly current: WorkspaceEntry | null
  readonly entries: readonly WorkspaceEntry[]
}

export interface LeaveOptions {
  /** Leaves what is open although not all of it could be saved. */
  readonly evenUnsaved?: boolean
}

/** What is open could not all be saved: leaving it would lose something. */
export class UnsavedError extends Error {
  override readonly name = 'UnsavedError'

  constructor(cause: unknown) {
    super('Not all of the open workspace could be saved.', { cause })
  }
}

/**
 * Opens one workspace at a time: each with a host, a store and VMs of its own, so that nothing of one is left in the next.
 */
export class WorkspaceDesk {
  readonly #options: WorkspaceDeskOptions
  readonly #listeners = new Set<() => void>()
  /** The answer to the link that the page was opened with; resolves to what is opened. */
  readonly #first = Promise.withResolvers<OpenTarget>()
  #isDecided = false
  #playground: Playground | null = null
  #view: DeskView = { current: null, entries: [] }

  constructor(options: WorkspaceDeskOptions) {
    this.#options = options
    if (!options.isAsking) this.openFirst()
  }

  /** What is open now; made when somebody first needs it. */
  readonly getPlayground = (): Playground => {
    if (this.#playground === null) {
      this.#playground = this.#options.createPlayground(this.#first.promise)
      void this.#playground.savedWorkspace.open()
    }
    return this.#playground
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly getSnapshot = (): DeskView => this.#view

  /** Opens what this tab had open, or what was open last, unless something is open already. */
  openFirst(): void {
    if (this.#isDecided) return
    this.#isDecided = true
    const { index, tab } = this.#options
    const target = this.#choose(tab.read()).then((entry) => this.#targetOf(entry))
    this.#first.resolve(target)
    // Nobody waits for what was deleted long ago.
    void target.then(() => index.sweep()).catch(() => undefined)
  }

  /** Reads the list again: another tab may have changed it. */
  async refresh(): Promise<void> {
    const entries = await this.#options.index.list()
    const current = this.#view.current
    this.#show({ entries, current: entries.find(({ id }) => id === current?.id) ?? current })
  }

  /** Saves what is open, and opens another one. @throws UnsavedError. */
  async open(entry: WorkspaceEntry, { evenUnsaved = false }: LeaveOptions = {}): Promise<void> {
    if (entry.id === this.#view.current?.id) return
    await this.#leave(evenUnsaved)
    await this.#enter(this.#targetOf(entry))
  }

  /** Opens a new, empty one. @throws as {@link open}, and WorkspaceStorageError when it cannot be listed. */
  async create(name: string, { evenUnsaved = false }: LeaveOptions = {}): Promise<void> {
    await this.#leave(evenUnsaved)
    await this.#enter(this.#targetOf(await this.#options.index.add(name)))
  }

  async rename(entry: WorkspaceEntry, name: string): Promise<void> {
    await this.#options.index.change(entry, { name })
    await this.refresh()
  }

  /** Copies the content of one, as it is stored, into a new one. What is open stays open. */
  async duplicate(entry: WorkspaceEntry): Promise<void> {
    const { createStorage } = this.#options
    if (entry.id === this.#view.current?.id) await this.getPlayground().savedWorkspace.flush()
    const from = createStorage(entry.id)
    const { damaged, parts } = await from.read()
    await from.close()
    if (damaged.length > 0) throw new Error(messages.workspaces.notCopied)
    await this.#addFilled(messages.workspaces.copyOf(entry.name), async (storage) => {
      // It is what a storage gave, and a storage refuses what is no JSON data; nothing is copied then.
      await storage.commit({ expectedRevision: 0, puts: parts as ReadonlyMap<string, JsonValue> })
      await storage.close()
    })
    await this.refresh()
  }

  /** Deletes one; it can be put back for a while. Opens another one when it is open. */
  async remove(entry: WorkspaceEntry): Promise<void> {
    const { index, now } = this.#options
    const isOpen = entry.id === this.#view.current?.id
    if (isOpen) await this.#leave(true)
    await index.change(entry, { deletedAt: now() })
    if (isOpen) {
      await this.#enter(this.#targetOf(await this.#choose(null)))
    } else await this.refresh()
  }

  async putBack(entry: WorkspaceEntry): Promise<void> {
    await this.#options.index.change(entry, { deletedAt: null })
    await this.refresh()
  }

  /** Deletes one for good. */
  async erase(entry: WorkspaceEntry): Promise<void> {
    await this.#options.index.erase(entry.id)
    await this.refresh()
  }

  /** Opens what came from elsewhere as a new workspace, with the grants that the person gave. @throws as {@link open}, and as its `settle`; nothing is opened then. */
  async take(arrival: Arrival, granted: readonly Ask[], { evenUnsaved = false }: LeaveOptions = {}): Promise<void> {
    if (this.#isDecided) await this.#leave(evenUnsaved)
    const { entry, filled, storage } = await this.#addFilled(arrival.name, (place) => arrival.settle(place, granted))
    const target = { ...this.#targetOf(entry, storage), ...(filled === undefined ? {} : { fill: filled }) }
    if (this.#isDecided) await this.#enter(target)
    else {
      this.#isDecided = true
      this.#first.resolve(target)
      await this.getPlayground().savedWorkspace.open()
    }
  }

  #targetOf(entry: WorkspaceEntry, storage = this.#options.createStorage(entry.id)): OpenTarget {
    const { index, now, tab } = this.#options
    tab.write(entry.id)
    this.#show({ ...this.#view, current: entry })
    // The list is a help: a workspace opens without it.
    void index
      .change(entry, { openedAt: now() })
      .then(() => this.refresh())
      .catch(() => undefined)
    return { storage, hasDemo: entry.id === FIRST_ID }
  }

  async #choose(wanted: string | null): Promise<WorkspaceEntry> {
    const { index } = this.#options
    return (await index.choose(wanted)) ?? (await index.add(messages.workspaces.first))
  }

  /** Adds a workspace and its content, or neither. */
  async #addFilled<T>(
    name: string,
    put: (storage: WorkspaceStorage) => Promise<T>,
  ): Promise<{ readonly entry: WorkspaceEntry; readonly storage: WorkspaceStorage; readonly filled: T }> {
    const { createStorage, index } = this.#options
    const entry = await index.add(name)
    const storage = createStorage(entry.id)
    try {
      return { entry, storage, filled: await put(storage) }
    } catch (error) {
      await storage.close()
      await index.erase(entry.id)
      throw error
    }
  }

  /** @throws UnsavedError when not all of what is open could be saved, and nobody said that it may go. */
  async #leave(evenUnsaved: boolean): Promise<void> {
    const { savedWorkspace } = this.getPlayground()
    await savedWorkspace.opened
    if (evenUnsaved) return
    await savedWorkspace.flush().catch((cause: unknown) => {
      throw new UnsavedError(cause)
    })
  }

  async #enter(target: OpenTarget): Promise<void> {
    const before = this.#playground
    // First: two that save to one place would take each other for another tab.
    await before?.savedWorkspace.close()
    const next = this.#options.createPlayground(Promise.resolve(target))
    this.#playground = next
    this.#show({ ...this.#view })
    await next.savedWorkspace.open()
    await before?.dispose()
  }

  #show(view: DeskView): void {
    this.#view = view
    for (const listener of this.#listeners) listener()
  }
}
