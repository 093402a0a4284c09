import { type JsonValue, type StoredParts, type Unsubscribe, type WorkspaceStorage } from '@plugboard/contracts'

import type { HostParts } from '../hostParts.ts'
import { Listeners } from '../listeners.ts'
import { PluginHostError } from '../pluginHostError.ts'
import { changeData, changePart } from './applicationContent.ts'
import { keepParts, type KeptParts } from './keptParts.ts'
import { PartCollector, type PartChanges } from './partCollector.ts'
import { readWorkspace } from './readWorkspace.ts'
import { isSamePart } from './samePart.ts'
import { planWorkspace, restoreInto, type WorkspacePlan } from './workspacePlan.ts'
import { parseExport, writeExport } from './workspaceExport.ts'
import type { ImportOptions, Workspace } from './workspace.ts'
import { createLoss, type WorkspaceProblem } from './workspaceProblem.ts'
import { toFault, WorkspaceSaver, type WorkspaceScheduler } from './workspaceSaver.ts'
import type { WorkspaceFault, WorkspaceStatus } from './workspaceStatus.ts'

export interface HostWorkspaceOptions {
  readonly host: HostParts
  readonly storage: WorkspaceStorage
  readonly schedule: WorkspaceScheduler
  readonly stored: StoredParts
  /** Why the storage could not be read; null when it was. */
  readonly failure: string | null
  /** Called when it is closed. */
  readonly release: () => void
}

/** The workspace of a host: what `openWorkspace` gives. */
export class HostWorkspace implements Workspace {
  readonly #options: HostWorkspaceOptions
  readonly #listeners: Listeners
  readonly #stopListening: readonly Unsubscribe[]
  #isNew: boolean
  #problems: readonly WorkspaceProblem[]
  #kept: KeptParts
  #collector: PartCollector
  #saver: WorkspaceSaver
  /** Parts that are as they begin, and were never stored. */
  #unwritten: PartChanges = new Map()
  #isNoticed = false
  #isClosed = false
  /** Imports and new starts follow each other. */
  #tail: Promise<unknown> = Promise.resolve()
  #started: Promise<void>

  constructor(options: HostWorkspaceOptions) {
    this.#options = options
    const { failure, host, stored } = options
    this.#listeners = new Listeners((cause) => host.onFault(cause))
    const plan = planWorkspace(readWorkspace(stored), host)
    const unreadable = failure === null ? [] : [createLoss('STORAGE_UNAVAILABLE', 'storage', failure)]
    this.#problems = [...unreadable, ...plan.problems]
    this.#isNew = plan.read.isNew && this.#problems.length === 0
    this.#kept = keepParts({ stored, plan, host })
    this.#started = restoreInto(host, plan)
    this.#collector = new PartCollector(host, plan.read)
    this.#saver = this.#createSaver(stored.revision)
    this.#stopListening = [host.onChange(() => this.#notice()), host.onDispose(() => void this.close())]
    this.#addUnsaved(stored.parts)
  }

  get isNew(): boolean {
    return this.#isNew
  }

  get problems(): readonly WorkspaceProblem[] {
    return this.#problems
  }

  get started(): Promise<void> {
    return this.#started
  }

  get status(): WorkspaceStatus {
    return this.#saver.status
  }

  get layout(): JsonValue {
    return this.#collector.layout
  }

  setLayout(layout: JsonValue): void {
    const next = changeData('layout', this.layout, layout)
    if (next === this.layout) return
    this.#collector.layout = next
    this.#notice()
  }

  get parts(): ReadonlyMap<string, JsonValue> {
    return this.#collector.parts
  }

  setPart(name: string, value: JsonValue): void {
    const parts = changePart(this.parts, name, value)
    if (parts === this.parts) return
    this.#collector.parts = parts
    this.#notice()
  }

  subscribe(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener)
  }

  async flush(): Promise<void> {
    // Past the end of the turn: what happens in one turn is saved in one batch, whoever asks in the middle of it.
    await Promise.resolve()
    this.#save()
    const { error } = this.status
    if (this.#isClosed && error !== null) throw new PluginHostError(error)
    await this.#saver.flush()
  }

  export(): string {
    const now = new Map<string, unknown>()
    for (const [name, value] of new PartCollector(this.#options.host, this.#collector).collect()) {
      if (value !== undefined) now.set(name, value)
    }
    for (const [name, value] of this.#kept.foreign) now.set(name, value)
    return writeExport({ now, saved: this.#kept.unread })
  }

  importWorkspace(text: string, { from = 'saved' }: ImportOptions = {}): Promise<void> {
    return this.#enqueue(async () => {
      const exported = parseExport(text)
      const stored = from === 'now' || exported.saved === null ? { parts: exported.now, damaged: [] } : exported.saved
      const plan = planWorkspace(readWorkspace(stored), this.#options.host)
      const loss = plan.problems.find(({ blocksSaving }) => blocksSaving)
      if (loss !== undefined) {
        const message = `Nothing was imported, and nothing was changed. ${loss.message}`
        throw new PluginHostError({ code: 'INVALID_EXPORT', message })
      }
      await this.#replace(stored, plan)
    })
  }

  startOver(): Promise<string> {
    return this.#enqueue(async () => {
      const text = this.export()
      const nothing = { parts: new Map<string, unknown>(), damaged: [] }
      await this.#replace(nothing, planWorkspace(readWorkspace(nothing), this.#options.host))
      return text
    })
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    // At once: the host may be about to end its instances, and their end is not to be saved.
    this.#save()
    this.#isClosed = true
    for (const stop of this.#stopListening) stop()
    // What cannot be saved now was told by the status.
    await this.#saver.flush().catch(() => undefined)
    await this.#saver.hold()
    this.#saver.retire()
    this.#options.release()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #notice(): void {
    if (this.#isNoticed) return
    this.#isNoticed = true
    void Promise.resolve().then(() => {
      this.#save()
    })
  }

  #save(): void {
    this.#isNoticed = false
    if (this.#isClosed) return
    const changes = this.#collector.collect()
    if (changes.size === 0) return
    this.#saver.add(new Map([...this.#unwritten, ...changes]))
    this.#unwritten = new Map()
  }

  /**
   * What is other than it is stored goes at once: a migration ran. What was never stored goes with the first change, so that
   * to open a workspace is not to write to it: another tab may have it open.
   */
  #addUnsaved(parts: StoredParts['parts']): void {
    const all = [...this.#collector.collect()]
    this.#unwritten = new Map(all.filter(([name]) => !parts.has(name)))
    // What blocks saving may be no data at all, and is then not compared with any.
    if (this.#isReadOnly) return
    const changed = all.filter(
      ([name, value]) => parts.has(name) && (value === undefined || !isSamePart(parts.get(name), value)),
    )
    if (changed.length === 0) return
    this.#saver.add(new Map([...this.#unwritten, ...changed]))
    this.#unwritten = new Map()
  }

  /** Puts something else in the place of everything: first in the storage, then here. */
  async #replace(stored: Pick<StoredParts, 'parts' | 'damaged'>, plan: WorkspacePlan): Promise<void> {
    const { host, storage } = this.#options
    await this.#saver.hold()
    let revision: number
    try {
      const { revision: expectedRevision } = await storage.read()
      // What has no problem that blocks saving is JSON data.
      const puts = stored.parts as ReadonlyMap<string, JsonValue>
      revision = await storage.commit({ expectedRevision, puts, replacesAll: true })
    } catch (thrown) {
      this.#saver.release()
      throw new PluginHostError(toFault(thrown), { cause: thrown })
    }
    // What is stored is replaced: whatever fails from here on, this follows it.
    await this.#unloadAll()
    this.#saver.retire()
    this.#problems = plan.problems
    this.#isNew = plan.read.isNew && plan.problems.length === 0
    this.#kept = keepParts({ stored, plan, host })
    this.#collector = new PartCollector(host, plan.read)
    this.#saver = this.#createSaver(revision)
    this.#started = restoreInto(host, plan)
    this.#addUnsaved(stored.parts)
    this.#listeners.tellAll()
  }

  /** An instance that comes back under its id needs the place of the one that goes. */
  async #unloadAll(): Promise<void> {
    const { host } = this.#options
    const ended = await Promise.allSettled([...host.sessions.keys()].map((instanceId) => host.unload(instanceId)))
    for (const end of ended) if (end.status === 'rejected') host.onFault(end.reason)
  }

  get #isReadOnly(): boolean {
    return this.#problems.some(({ blocksSaving }) => blocksSaving)
  }

  #createSaver(revision: number): WorkspaceSaver {
    const { schedule, storage } = this.#options
    const fault = this.#isReadOnly ? READ_ONLY : null
    return new WorkspaceSaver({ storage, revision, fault, schedule, onStatus: () => this.#listeners.tellAll() })
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(() => {
      if (this.#isClosed) throw new PluginHostError({ code: 'DISPOSED', message: 'The workspace was closed.' })
      return work()
    })
    this.#tail = turn.catch(() => undefined)
    return turn
  }
}

const READ_ONLY: WorkspaceFault = Object.freeze({
  code: 'WORKSPACE_READ_ONLY',
  message:
    'Not all that was saved could be understood, so nothing is saved over it. Export it; then import it elsewhere, or start over.',
})
