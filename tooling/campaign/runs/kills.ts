import type { InstanceId, TraceRecord, WorkspaceStorage } from '@plugboard/contracts'

import { compareEntries, LEDGER_CODE, LedgerModel, ledgerPackage, type EventKind } from './ledger.ts'
import { nextTask, openMortalClient, type MortalClient } from './mortalClient.ts'
import { NumberedSource } from './numberedSource.ts'
import { createRandom, type Random } from './random.ts'

export interface KillsOptions {
  /** Opens the one place that outlives the clients; once for each of them. */
  readonly openStorage: () => WorkspaceStorage
  readonly kills: number
  readonly instances: number
  readonly seed: number
}

/** What became of a workload under kills. All but the kinds of kills must be zero. */
export interface KillsResult {
  /** Workers ended from outside. */
  readonly workerKills: number
  /** Events that could not be interrupted, and were ended with their worker by the watchdog. */
  readonly watchdogKills: number
  /** Clients that ended with everything that they had not saved. */
  readonly clientKills: number
  readonly handled: number
  /** Entries that a state lacks, or has too often, against the fold of what was applied. */
  readonly lost: number
  readonly doubled: number
  /** Events that a source was told to be safe, and that were not there afterwards. */
  readonly forgotten: number
  /** Ordinary events that were given up although nothing was wrong with them. */
  readonly givenUp: number
  /** Answers that no promise allows. */
  readonly wrong: number
  /** Ordinary events that were stopped by the clock of a busy machine: used up, with an error, and not applied. */
  readonly stoppedByClock: number
}

const KINDS: readonly EventKind[] = ['fail', 'fail', 'loop', 'stuck', 'stuck']

/** Of all instances together, from one kill from outside to the next. */
const MOST_EVENTS_BETWEEN = 60
/** Where nothing moves any more, however busy the machine is, a kill is what comes next. */
const MOST_WAITS = 2_000
const WAIT_MS = 5

/** Numbered events in real workers, saved as they are handled, while workers and whole clients are killed at random points. */
export async function runKills(options: KillsOptions): Promise<KillsResult> {
  const run = new KillRun(options)
  return run.run()
}

interface Ledger {
  readonly source: NumberedSource
  readonly model: LedgerModel
}

class KillRun {
  readonly #options: KillsOptions
  readonly #random: Random
  readonly #ledgers = new Map<InstanceId, Ledger>()
  readonly #result = { workerKills: 0, watchdogKills: 0, clientKills: 0, lost: 0, doubled: 0, forgotten: 0, givenUp: 0 }
  #clock = 0

  constructor(options: KillsOptions) {
    this.#options = options
    this.#random = createRandom(options.seed)
  }

  async run(): Promise<KillsResult> {
    let client = await this.#open()
    await this.#loadAll(client)
    let feeding = this.#feed(client)
    try {
      while (this.#kills < this.#options.kills) {
        await this.#waitForMoment()
        this.#passMinute()
        this.#check(client)
        if (this.#random.oneIn(2)) {
          if (client.killWorker()) this.#result.workerKills += 1
          continue
        }
        this.#result.clientKills += 1
        await client.kill()
        client = await this.#open()
        this.#checkCommitted(client)
        feeding = this.#feed(client)
      }
      this.#isOver = true
      await feeding
      await client.workspace.flush()
      this.#check(client)
      this.#checkCommitted(client)
    } finally {
      await client.kill()
    }
    const ledgers = this.#ledgerList
    return {
      ...this.#result,
      handled: this.#progress,
      wrong: ledgers.reduce((sum, { source }) => sum + source.counts.wrong, 0),
      stoppedByClock: ledgers.reduce((sum, { model }) => sum + model.spent.size, 0),
    }
  }

  #isOver = false

  get #ledgerList(): readonly Ledger[] {
    return [...this.#ledgers.values()]
  }

  get #kills(): number {
    const { clientKills, watchdogKills, workerKills } = this.#result
    return clientKills + watchdogKills + workerKills
  }

  /** Every kill is a minute after the last: this is about what is kept, not about quarantine. */
  #passMinute(): void {
    this.#clock += 61_000
  }

  async #open(): Promise<MortalClient> {
    const { instances, openStorage } = this.#options
    const now = (): number => this.#clock
    const client = await openMortalClient({ storage: openStorage(), random: this.#random, instances, now })
    client.onRecord((record) => {
      if (record.kind === 'error') this.#noteError(client, record)
    })
    return client
  }

  async #loadAll(client: MortalClient): Promise<void> {
    const { instances, seed } = this.#options
    for (let index = 0; index < instances; index += 1) {
      const instanceId = await client.host.load({ packageId: 'ledger' })
      const own = seed * 1_000 + index
      const source = new NumberedSource({ instanceId, seed: own, random: this.#random, kinds: KINDS })
      this.#ledgers.set(instanceId, { source, model: new LedgerModel(own, KINDS) })
    }
    await client.workspace.flush()
  }

  /** Sends events to every instance until the client is dead, or all is over. */
  async #feed(client: MortalClient): Promise<void> {
    await Promise.all(this.#ledgerList.map(({ source }) => this.#feedOne(client, source)))
  }

  async #feedOne(client: MortalClient, source: NumberedSource): Promise<void> {
    while (!client.isDead && !this.#isOver) {
      const round = this.#round(client, source)
      // A dead client's answers come or not; nobody is there to hear them.
      await Promise.race([round, client.death])
    }
  }

  async #round(client: MortalClient, source: NumberedSource): Promise<void> {
    const { host, workspace } = client
    const trouble = this.#random.oneIn(40) ? this.#makeTrouble(client, source.instanceId) : null
    const { refusal, through } = await source.send(host, Number.MAX_SAFE_INTEGER)
    await trouble
    await workspace.flush()
    if (client.isDead) return
    // Only now: what is handled is not safe before it is saved.
    source.acknowledged = Math.max(source.acknowledged, through)
    if (refusal?.reason === 'instance-stopped') {
      this.#passMinute()
      // A worker may be killed under the restart too; the next round tries again.
      await host.restart(source.instanceId).catch(() => undefined)
    }
  }

  async #makeTrouble({ host }: MortalClient, instanceId: InstanceId): Promise<void> {
    const code = this.#random.oneIn(3) ? 'no code' : `${LEDGER_CODE}\n// ${this.#random.below(1e6)}`
    const request = { code, manifest: ledgerPackage.manifest }
    await (this.#random.oneIn(2) ? host.restart(instanceId) : host.reload(instanceId, request)).catch(() => undefined)
  }

  /**
   * A random point: at once, some events later, or after the watchdog has ended an event, which the events of the others do
   * not wait for; in any microtask of any task, in the middle of whatever is under way.
   */
  async #waitForMoment(): Promise<void> {
    const random = this.#random
    const { watchdogKills } = this.#result
    const progress = this.#progress
    const least = random.oneIn(4) ? 0 : random.below(MOST_EVENTS_BETWEEN)
    const isWatchdogs = random.oneIn(3)
    const isTime = (): boolean =>
      isWatchdogs ? this.#result.watchdogKills > watchdogKills : this.#progress - progress >= least
    for (let waits = 0; !isTime() && waits < MOST_WAITS; waits += 1) await pause(WAIT_MS)
    for (let tasks = random.below(12); tasks > 0; tasks -= 1) await nextTask()
    for (let microtasks = random.below(40); microtasks > 0; microtasks -= 1) await Promise.resolve()
  }

  get #progress(): number {
    return this.#ledgerList.reduce((sum, { source }) => sum + source.counts.handled, 0)
  }

  /** At any moment, each instance holds what all events up to its number made of it, no more and no less. */
  #check({ state }: MortalClient): void {
    for (const [instanceId, { model }] of this.#ledgers) {
      const totals = state.shared['totals'] as Readonly<Record<InstanceId, never>> | undefined
      const expected = model.after(state.instances[instanceId]?.lastDelivered ?? 0)
      const { doubled, lost } = compareEntries(expected, state.pluginStateByInstance[instanceId], totals?.[instanceId])
      this.#result.lost += lost
      this.#result.doubled += doubled
    }
  }

  /** What was committed is there again, and so is all that a source need not send again. */
  #checkCommitted(client: MortalClient): void {
    for (const [instanceId, { model, source }] of this.#ledgers) {
      const number = client.state.instances[instanceId]?.lastDelivered ?? 0
      this.#result.forgotten += Math.max(0, source.acknowledged - number)
      model.goBackTo(number)
    }
    this.#check(client)
  }

  /** An event ended with an error: what was meant to be stopped is a kill, what was not was used up all the same. */
  #noteError(
    { state }: MortalClient,
    { causeSeq, error, instanceId = '' }: Extract<TraceRecord, { kind: 'error' }>,
  ): void {
    const { model } = this.#ledgers.get(instanceId) ?? {}
    const event = state.trace.findLast(({ seq }) => seq === causeSeq)
    if (model === undefined || event?.kind !== 'event' || event.number === undefined) return
    if (event.handler === 'stuck' && error.code === 'RUNTIME_TIMEOUT') this.#result.watchdogKills += 1
    if (event.handler !== 'add') return
    model.spent.add(event.number)
    // A busy machine may stop an ordinary event. Nothing else may use one up.
    if (error.code !== 'RUNTIME_TIMEOUT') this.#result.givenUp += 1
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
