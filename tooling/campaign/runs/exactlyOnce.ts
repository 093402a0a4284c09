import type { InstanceId, PluginRuntime, RuntimeState } from '@plugboard/contracts'
import { createHostStore, createPluginHost, type PluginHost } from '@plugboard/host'

import { compareEntries, LEDGER_CODE, ledgerPackage, LedgerModel, totalsDomain, type EventKind } from './ledger.ts'
import { NumberedSource, type Refusal } from './numberedSource.ts'
import { createRandom, type Random } from './random.ts'
import { createUnsteadyRuntime } from './unsteadyRuntime.ts'

export interface ExactlyOnceOptions {
  readonly runtime: PluginRuntime
  /** Stops an instance for its next event, where the runtime has no VM that an endless loop could be stopped in. */
  readonly stopNext?: (instanceId: InstanceId) => void
  /** Of all instances together. */
  readonly events: number
  readonly instances: number
  readonly seed: number
  /** Moves the runtime's clock on by a minute, so that nothing is quarantined for the tests that it was put to. */
  readonly passMinute: () => void
}

export interface ExactlyOnceResult {
  readonly handled: number
  readonly lost: number
  readonly doubled: number
  /** Answers that no promise allows. */
  readonly wrong: number
  readonly crashes: number
  readonly restarts: number
  readonly reloads: number
  /** Reloads with bad code, from which the old code came back. */
  readonly rollbacks: number
  readonly pauses: number
}

const KINDS: readonly EventKind[] = ['fail', 'loop']

/** One round of a source in so many meets somebody who changes things. */
const TROUBLE_EVERY = 10

/** Numbered events of several sources while VMs are lost, restarted and given new code under them. */
export async function runExactlyOnce(options: ExactlyOnceOptions): Promise<ExactlyOnceResult> {
  const { events, instances, passMinute, seed } = options
  const random = createRandom(seed)
  const runtime = createUnsteadyRuntime(options.runtime, { random, stopNext: options.stopNext })
  let tick = 0
  const host = createPluginHost({
    runtime,
    packages: [ledgerPackage],
    sharedDomains: [totalsDomain],
    maxInstancesPerPackage: instances,
    now: () => (tick += 1),
    createSeed: () => ({ random: 1, epochMs: 0 }),
    limits: { fuel: { load: 400, render: 200, event: 2 } },
    // What is checked is in the state; a long trace would only be copied.
    traceLimit: 100,
  })
  const store = createHostStore(host)
  const counts = { restarts: 0, reloads: 0, rollbacks: 0, pauses: 0 }
  const perInstance = Math.ceil(events / instances)
  let [handled, lost, doubled, wrong] = [0, 0, 0, 0]

  async function run(instanceId: InstanceId, index: number): Promise<void> {
    const own = seed * 1_000 + index
    const source = new NumberedSource({ instanceId, seed: own, random, kinds: KINDS })
    while (source.acknowledged < perInstance) {
      const trouble = random.oneIn(TROUBLE_EVERY) ? makeTrouble(host, instanceId, { random, counts, passMinute }) : null
      const { refusal, through } = await source.send(host, perInstance)
      source.acknowledged = through
      await trouble
      if (refusal !== null) await recover(host, instanceId, refusal, passMinute)
    }
    const { plugins }: { readonly plugins: RuntimeState } = store.getState()
    const totals = plugins.shared['totals'] as Readonly<Record<InstanceId, never>>
    const expected = new LedgerModel(own, KINDS).after(perInstance)
    const deviation = compareEntries(expected, plugins.pluginStateByInstance[instanceId], totals[instanceId])
    lost += deviation.lost
    doubled += deviation.doubled
    handled += source.counts.handled
    wrong += source.counts.wrong
    if (plugins.instances[instanceId]?.lastDelivered !== perInstance) wrong += 1
  }

  try {
    const ids = await Promise.all(Array.from({ length: instances }, () => host.load({ packageId: 'ledger' })))
    await Promise.all(ids.map(run))
    return { handled, lost, doubled, wrong, crashes: runtime.crashes, ...counts }
  } finally {
    await host.dispose()
  }
}

interface Trouble {
  readonly random: Random
  readonly counts: { restarts: number; reloads: number; rollbacks: number; pauses: number }
  readonly passMinute: () => void
}

/** Something that a person does while events are under way. */
async function makeTrouble(host: PluginHost, instanceId: InstanceId, trouble: Trouble): Promise<void> {
  const { counts, passMinute, random } = trouble
  passMinute()
  for (let turns = random.below(12); turns > 0; turns -= 1) await Promise.resolve()
  switch (random.below(4)) {
    case 0:
      counts.restarts += 1
      return host.restart(instanceId)
    case 1:
      counts.reloads += 1
      await host.reload(instanceId, { ...ledgerPackage, code: `${LEDGER_CODE}\n// ${random.below(1e6)}` })
      return
    case 2:
      try {
        await host.reload(instanceId, { code: random.oneIn(2) ? 'no code' : BAD_PICTURE })
      } catch {
        counts.rollbacks += 1
      }
      return
    default:
      counts.pauses += 1
      host.setEnabled(instanceId, false)
      for (let turns = random.below(12); turns > 0; turns -= 1) await Promise.resolve()
      host.setEnabled(instanceId, true)
  }
}

const BAD_PICTURE = LEDGER_CODE.replace('return ui.text', 'throw new Error(); return ui.text')

/** What a source's operator does about a refusal: starts what was stopped, and otherwise waits a turn. */
async function recover(
  host: PluginHost,
  instanceId: InstanceId,
  { reason }: Refusal,
  passMinute: () => void,
): Promise<void> {
  passMinute()
  if (reason === 'instance-stopped') await host.restart(instanceId)
}
