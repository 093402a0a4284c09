import { counterSource } from '@plugboard/contract-tests'
import type { InstanceId, PluginRuntime, Recording } from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createRecorder, replayRecording } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { fc, test } from '@fast-check/vitest'
import { afterAll, describe, expect, vi } from 'vitest'

import { counterPackage, counterSummary } from './kit/counterPackage.ts'
import { settled } from './kit/hostKit.ts'

const STEPS = [
  'press',
  'press',
  'press',
  'press',
  'start',
  'stop',
  'restart',
  'reload',
  'grants',
  'wait',
  'unload',
] as const

/**
 * A host under a recorder that is started and stopped while things happen. All presses have to count, whatever was
 * recorded meanwhile, and all that was recorded has to replay.
 */
async function play(
  runtime: PluginRuntime,
  steps: readonly (readonly [(typeof STEPS)[number], number])[],
): Promise<void> {
  const recorder = createRecorder({ runtime })
  await using host = createPluginHost({
    runtime: recorder.runtime,
    packages: [counterPackage],
    sharedDomains: [counterSummary],
  })
  const store = createHostStore(host)
  const presses = new Map<InstanceId, number>()
  const open = async (): Promise<void> => {
    const instanceId = await host.load({ packageId: 'counter' })
    presses.set(instanceId, 0)
    host.lease(instanceId, 'main')
  }
  await open()
  await open()
  const recordings: Recording[] = []
  const work: Promise<unknown>[] = []
  const follow = (promise: Promise<unknown>): void => {
    // Looked at in the end; until then it is nobody's.
    promise.catch(() => undefined)
    work.push(promise)
  }
  for (const [step, choice] of steps) {
    const instanceId = [...presses.keys()][choice % presses.size] ?? ''
    if (step === 'press') {
      host.lease(instanceId, 'main').emit('increment', { type: 'press', args: { by: 1 } })
      presses.set(instanceId, (presses.get(instanceId) ?? 0) + 1)
    } else if (step === 'start' && recorder.status === 'idle') recorder.start()
    else if (step === 'stop' && recorder.status !== 'idle') recordings.push(recorder.stop())
    else if (step === 'restart') follow(host.restart(instanceId))
    else if (step === 'reload') follow(host.reload(instanceId, { code: `${counterSource}// ${choice}` }))
    else if (step === 'grants') host.setGrants(instanceId, { readShared: [], writeShared: [], systemCommands: [] })
    else if (step === 'wait') await settled(choice % 3)
    else if (step === 'unload') {
      presses.delete(instanceId)
      await host.unload(instanceId)
      await open()
    }
  }
  // What was asked for an instance that was unloaded meanwhile is refused, and nothing else is.
  for (const end of await Promise.allSettled(work)) {
    if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'UNKNOWN_INSTANCE' })
  }
  for (const [instanceId, value] of presses) {
    const stateOf = (): unknown => host.selectors.selectPluginState(store.getState(), instanceId)
    await vi.waitFor(() => expect(stateOf()).toEqual({ value }), 20_000)
    expect(host.selectors.selectInstance(store.getState(), instanceId)).toMatchObject({
      status: 'ready',
      enabled: true,
    })
  }
  // An event that an unload cut off is noted as an error of an instance that is gone.
  const errors = host.selectors
    .selectTrace(store.getState(), {})
    .filter(({ instanceId = '', kind }) => kind === 'error' && presses.has(instanceId))
  expect(errors).toEqual([])
  if (recorder.status !== 'idle') recordings.push(recorder.stop())
  for (const recording of recordings) {
    const report = await replayRecording(parseRecording(JSON.stringify(recording)), { runtime })
    expect(report.divergence?.message).toBeUndefined()
    expect(report.unsettled).toEqual([])
  }
}

const script = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(20)), { minLength: 5, maxLength: 40 })

describe('a host notices nothing of what is recorded', () => {
  const inline = createQuickJSRuntime({ placement: 'inline' })
  const workers = createQuickJSRuntime()
  afterAll(async () => {
    await inline[Symbol.asyncDispose]()
    await workers[Symbol.asyncDispose]()
  })

  test.prop([script], { numRuns: 30 })('over VMs in this process', (steps) => play(inline, steps))

  // Workers start and end with most steps.
  test.prop([script], { numRuns: 6 })('over VMs in workers', (steps) => play(workers, steps), 120_000)
})
