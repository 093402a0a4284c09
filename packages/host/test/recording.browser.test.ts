import { counterSource, pluginWith } from '@plugboard/contract-tests'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createRecorder, replayRecording, type ReplayReport } from '@plugboard/host/recording'
import type { Recording } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { commands } from 'vitest/browser'

import { counterPackage, counterSummary, manifestOf } from './kit/counterPackage.ts'
import { restlessSource } from './kit/recordedRun.ts'

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Replays a recording in Node.js, in a process of its own. */
    replayInNode: (text: string, code: Readonly<Record<string, string>>) => Promise<ReplayReport>
  }
}

// Array scans never ask whether they should stop: only the watchdog ends them, and the worker with them.
const stuckSource = pluginWith({ id: 'stuck', handlers: "go() { return new Array(1e9) + '' }" })

/** A run of a host in this browser, with workers, events that overlap, and a worker that is killed under a sibling. */
async function recordRun(): Promise<Recording> {
  await using runtime = createQuickJSRuntime({
    placement: () => 'shared',
    limits: { wallMs: { load: 5_000, render: 2_000, event: 300 } },
  })
  const recorder = createRecorder({ runtime })
  await using host = createPluginHost({
    runtime: recorder.runtime,
    packages: [
      counterPackage,
      { manifest: manifestOf('restless', { readShared: ['counter-summary'] }), code: restlessSource },
      { manifest: manifestOf('stuck'), code: stuckSource },
    ],
    sharedDomains: [counterSummary],
  })
  const store = createHostStore(host)
  const drawn = (lease: ReturnType<typeof host.lease>): string => JSON.stringify(lease.getSnapshot().tree)
  // It runs before anything is recorded, as in a page where a person has seen something odd.
  const restless = await host.load({ packageId: 'restless' })
  const watched = host.lease(restless, 'main')
  watched.emit('press', { type: 'press' })
  await vi.waitFor(() => expect(drawn(watched)).toContain('Presses: 1'))
  recorder.start()
  const counters = [await host.load({ packageId: 'counter' }), await host.load({ packageId: 'counter' })]
  const leases = counters.map((instanceId) => host.lease(instanceId, 'main'))
  for (let press = 0; press < 20; press += 1) {
    leases[press % 2]?.emit('increment', { type: 'press', args: { by: press } })
    watched.emit(press % 5 === 4 ? 'fail' : 'press', { type: 'press', args: press })
  }
  const sum = (): unknown => host.selectors.selectPluginState(store.getState(), counters[0] ?? '')
  await vi.waitFor(() => expect(sum()).toEqual({ value: 90 }), 20_000)
  const stuck = await host.load({ packageId: 'stuck' })
  host.lease(stuck, 'main').emit('go', { type: 'press' })
  watched.emit('press', { type: 'press', args: 'while the worker is stuck' })
  await vi.waitFor(() => expect(host.selectors.selectInstance(store.getState(), stuck)?.status).toBe('error'), 20_000)
  watched.emit('press', { type: 'press', args: 'after it was killed' })
  leases[0]?.emit('increment', { type: 'press', args: { by: 1 } })
  await vi.waitFor(() => expect(sum()).toEqual({ value: 91 }), 20_000)
  await vi.waitFor(() => expect(drawn(watched)).toContain('Shared: counter-summary'))
  await host.unload(counters[1] ?? '')
  return recorder.stop()
}

describe('a run that was recorded in a browser', () => {
  let recording: Recording
  beforeAll(async () => {
    recording = await recordRun()
  }, 60_000)

  it('holds what happened: events, pictures, failures, and the instances that a killed worker cost their VMs', () => {
    const kinds = new Set(recording.entries.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['load', 'event', 'render', 'dispose']))
    expect(recording.entries.some((entry) => 'isRestarted' in entry)).toBe(true)
    expect(recording.isComplete).toBe(true)
  })

  it('replays in this browser, digest for digest', async () => {
    await using runtime = createQuickJSRuntime()
    const report = await replayRecording(recording, { runtime })
    expect(report.divergence?.message).toBeUndefined()
    expect(report.compared).toBeGreaterThan(40)
  })

  it('replays in Node.js, digest for digest', async () => {
    const report = await commands.replayInNode(JSON.stringify(recording), {})
    expect(report.divergence?.message).toBeUndefined()
    expect(report).toMatchObject({ outcome: 'same' })
    expect(report.compared).toBeGreaterThan(40)
  })

  it('with one changed line stops in Node.js at the first answer that the line changes, and names it', async () => {
    const line = "ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: ctx.pluginState.value + by })"
    expect(counterSource).toContain(line)
    const changed = counterSource.replace(line, line.replace(' + by', ' - by'))
    const { divergence, outcome } = await commands.replayInNode(JSON.stringify(recording), { counter: changed })
    // The first press adds nothing, so it is the second one of a counter that differs, or the first of the other.
    const first = recording.entries.findIndex(
      (entry) =>
        entry.kind === 'event' &&
        entry.handler === 'increment' &&
        JSON.stringify(entry.event) !== '{"type":"press","args":{"by":0}}',
    )
    expect(outcome).toBe('diverged')
    expect(divergence).toMatchObject({
      index: first,
      kind: 'event',
      handler: 'increment',
      what: 'intents',
      path: 'intents[1].payload.value',
    })
    expect(divergence?.message).toMatch(/^Entry \d+, handler "increment" of widget "main" of counter@/)
  })
})
