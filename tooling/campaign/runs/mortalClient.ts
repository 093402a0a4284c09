import { Worker } from 'node:worker_threads'

import type { PluginRuntime, RuntimeState, StorageBatch, TraceRecord, WorkspaceStorage } from '@plugboard/contracts'
import { createHostStore, createPluginHost, type PluginHost } from '@plugboard/host'
import { openWorkspace, type Workspace } from '@plugboard/host/workspace'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { ledgerPackage, totalsDomain } from './ledger.ts'
import type { Random } from './random.ts'
import { buildWorkerScript } from './workerScript.ts'

export interface MortalClientOptions {
  readonly storage: WorkspaceStorage
  readonly random: Random
  readonly instances: number
  /** The runtime's clock, in milliseconds, for quarantine. */
  readonly now: () => number
}

/** Short, so that many can be killed; an ordinary event that a busy machine stops is counted for itself. */
const LIMITS = {
  wallMs: { load: 20_000, render: 5_000, event: 200 },
  graceMs: 100,
  fuel: { load: 400, render: 200, event: 2 },
}

/** A tab as it is while somebody works in it: host, store, workspace, and workers that can be ended from outside. */
export interface MortalClient {
  readonly host: PluginHost
  readonly workspace: Workspace
  readonly state: RuntimeState
  readonly isDead: boolean
  /** Tells of every record of the trace, in the turn in which it was made, while it lives. */
  onRecord(listener: (record: TraceRecord) => void): void
  /** Resolves when it is dead. */
  readonly death: Promise<void>
  /** Ends one of its workers from outside, whatever it runs. False when none is alive. */
  killWorker(): boolean
  /**
   * Ends it as a killed tab ends: at once, whatever is under way. Nothing that it does from then on reaches the storage.
   * What is left in this process is tidied up behind it. Resolves when what the storage had begun by then is over, as a disk
   * ends a write whoever asked for it; the next client comes after that.
   */
  kill(): Promise<void>
}

/** Opens a client on what a storage holds. */
export async function openMortalClient(options: MortalClientOptions): Promise<MortalClient> {
  const { instances, now, random } = options
  const script = await buildWorkerScript()
  const workers: Worker[] = []
  const forget = (worker: Worker): void => {
    const index = workers.indexOf(worker)
    if (index !== -1) workers.splice(index, 1)
  }
  const death = Promise.withResolvers<void>()
  let isDead = false
  const runtime: PluginRuntime = createQuickJSRuntime({
    now,
    placement: 'shared',
    trustedWorkers: 1,
    standby: false,
    createWorker: () => {
      // What its last calls still want is not to outlive it.
      if (isDead) throw new Error('The client is dead.')
      const worker = new Worker(script, { env: {} })
      workers.push(worker)
      worker.on('exit', () => {
        forget(worker)
      })
      return worker
    },
  })
  let tick = 0
  const host = createPluginHost({
    runtime,
    packages: [ledgerPackage],
    sharedDomains: [totalsDomain],
    maxInstancesPerPackage: instances,
    now: () => (tick += 1),
    limits: LIMITS,
    traceLimit: 200,
  })
  const store = createHostStore(host)
  const storage = createMortalStorage({ storage: options.storage, random, isDead: () => isDead })
  const workspace = await openWorkspace({ host, storage })
  return {
    host,
    workspace,
    get state() {
      return store.getState().plugins
    },
    get isDead() {
      return isDead
    },
    death: death.promise,
    onRecord(listener) {
      let seen = store.getState().plugins.trace.at(-1)?.seq ?? 0
      store.subscribe(() => {
        const { trace } = store.getState().plugins
        const last = trace.at(-1)?.seq ?? 0
        if (isDead || last === seen) return
        const fresh = trace.slice(seen - last)
        seen = last
        for (const record of fresh) listener(record)
      })
    },
    killWorker() {
      if (workers.length === 0) return false
      const worker = random.pick(workers)
      // At once: its end takes a moment, and it is not to be counted twice.
      forget(worker)
      void worker.terminate()
      return true
    },
    async kill() {
      isDead = true
      death.resolve()
      for (const worker of workers) void worker.terminate()
      void runtime[Symbol.asyncDispose]().catch(() => undefined)
      await storage.ended()
    },
  }
}

interface MortalStorage extends WorkspaceStorage {
  /** Resolves when nothing that was begun is under way any more. */
  ended(): Promise<void>
}

interface MortalStorageOptions {
  readonly storage: WorkspaceStorage
  readonly random: Random
  readonly isDead: () => boolean
}

/**
 * A storage that takes its time, and that nothing reaches once its client is dead: a commit under way is then either not
 * made, or made and never answered.
 */
function createMortalStorage({ isDead, random, storage }: MortalStorageOptions): MortalStorage {
  let underWay: Promise<unknown> = Promise.resolve()
  const pause = async (): Promise<void> => {
    for (let turns = random.below(3); turns > 0; turns -= 1) await nextTask()
    if (isDead()) await never()
  }
  return {
    read: () => storage.read(),
    async commit(batch: StorageBatch) {
      await pause()
      const committed = storage.commit(batch)
      underWay = committed.catch(() => undefined)
      const revision = await committed
      await pause()
      return revision
    },
    async ended() {
      await underWay
    },
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

/** The next turn of the event loop, after what waits there now. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}
