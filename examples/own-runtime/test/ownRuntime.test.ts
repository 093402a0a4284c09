import { denyAll, grantRequested } from '@plugboard/capabilities'
import { expect, it } from 'vitest'

import { createApp } from '../src/createApp.ts'
import { decide } from '../src/decide.ts'
import { greeting } from '../src/greeting.ts'
import { createTrustedRuntime } from '../src/trustedRuntime.ts'

it('runs functions of the application as a plugin: drawn, woken, granted and traced like any other', async () => {
  await using runtime = createTrustedRuntime(new Map([['greeting', greeting]]))
  const { host, store } = createApp(runtime)
  const instanceId = await host.load({ packageId: 'greeting', code: 'greeting' })
  const lease = host.lease(instanceId, 'main')
  await expect.poll(() => lease.getSnapshot().tree).toMatchObject({ children: [{ value: '0' }, { label: 'Hello' }] })
  lease.emit('greet', { type: 'press' })
  await expect.poll(() => lease.getSnapshot().tree).toMatchObject({ children: [{ value: '1' }, {}] })
  // Trusted with this process, and yet with no more of the others' than it was granted.
  expect(store.getState().plugins.dispatchTrace.deniedByReason).toEqual({ 'unknown-domain': 1 })
  await host.dispose()
})

it('refuses what it does not have', async () => {
  await using runtime = createTrustedRuntime(new Map([['greeting', greeting]]))
  const { host } = createApp(runtime)
  await expect(host.load({ packageId: 'greeting', code: 'other' })).rejects.toMatchObject({ code: 'INVALID_PLUGIN' })
  const instanceId = await host.load({ packageId: 'greeting', code: 'greeting' })
  expect(await host.invoke(instanceId, { surface: 'tool', name: 'add', input: 1 })).toMatchObject({
    outcome: 'failed',
    error: { code: 'UNKNOWN_SURFACE' },
  })
  await host.dispose()
})

it('decides from data alone', () => {
  const greet = { scope: 'shared', domain: 'greetings', actionType: 'greeted' } as const
  expect(decide(grantRequested, greet)).toEqual({ outcome: 'allowed' })
  expect(decide(denyAll, greet)).toEqual({ outcome: 'denied', reason: 'missing-write-grant:greetings' })
  expect(decide(grantRequested, { ...greet, domain: 'farewells' })).toEqual({
    outcome: 'denied',
    reason: 'unknown-domain:farewells',
  })
})
