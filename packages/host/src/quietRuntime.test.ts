import { setImmediate } from 'node:timers/promises'

import { createFakeRuntime } from '@plugboard/contract-tests'
import { createInstanceId, type PluginRuntime } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { createQuietRuntime } from './quietRuntime.ts'

const nextTurn = () => setImmediate()

const instanceId = createInstanceId('counter')

/** A runtime whose `dispose` ends when the test says so, one call after the other. */
function createHeldRuntime(): { readonly runtime: PluginRuntime; readonly next: () => PromiseWithResolvers<void> } {
  const calls: PromiseWithResolvers<void>[] = []
  const runtime: PluginRuntime = createFakeRuntime()
  runtime.dispose = () => {
    const call = Promise.withResolvers<void>()
    calls.push(call)
    return call.promise
  }
  return {
    runtime,
    next: () => {
      const call = calls.shift()
      if (call === undefined) throw new Error('There is no call under way.')
      return call
    },
  }
}

it('is settled at once where nothing is under way', async () => {
  await createQuietRuntime(createFakeRuntime(), { nextTurn }).settled()
})

it('is settled when all calls have ended, well or not, and what follows from them has too', async () => {
  const { next, runtime } = createHeldRuntime()
  const quiet = createQuietRuntime(runtime, { nextTurn })
  const said: string[] = []
  const work = quiet
    .dispose(instanceId)
    .catch(() => said.push('failed'))
    .then(() => quiet.dispose(instanceId))
    .then(() => said.push('ended'))
  const settled = quiet.settled().then(() => said.push('settled'))
  next().reject(new Error('lost'))
  await expect.poll(() => said).toEqual(['failed'])
  next().resolve()
  await Promise.all([work, settled])
  expect(said).toEqual(['failed', 'ended', 'settled'])
})
