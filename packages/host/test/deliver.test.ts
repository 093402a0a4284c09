import { createFakeRuntime, pluginWith } from '@plugboard/contract-tests'
import { NOT_BEGUN, type InstanceId, type RuntimeErrorCode, type RuntimeState } from '@plugboard/contracts'
import type { DeliveryResult } from '@plugboard/host'
import { describe, expect, it } from 'vitest'

import { counterPackage } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, type HostKit } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

async function loadCounter(options: Parameters<typeof createHostKit>[0] = {}) {
  const kit = createHostKit(options)
  return { kit, instanceId: await kit.host.load({ packageId: 'counter' }) }
}

async function loadScripted(options: Parameters<typeof createHostKit>[0] = {}) {
  const runtime = new ScriptedRuntime()
  return { runtime, ...(await loadCounter({ runtime, ...options })) }
}

function deliverer(kit: HostKit, instanceId: InstanceId, handler = 'increment') {
  return (number: number): Promise<DeliveryResult> =>
    kit.host.deliver(instanceId, { number, widgetId: 'main', handler, event: PRESS })
}

const bump = (instanceId: InstanceId) => ({
  intents: [
    { scope: 'plugin', actionType: 'increment', payload: { by: 1 }, packageId: 'counter', instanceId } as const,
  ],
})

describe('a numbered event', () => {
  it('is handled once, and its number is in the record of its instance and of the event', async () => {
    const { instanceId, kit } = await loadCounter()
    const deliver = deliverer(kit, instanceId)
    expect(await deliver(1)).toEqual({ outcome: 'handled' })
    expect(await deliver(2)).toEqual({ outcome: 'handled' })
    expect(await deliver(1)).toEqual({ outcome: 'duplicate' })
    expect(await deliver(2)).toEqual({ outcome: 'duplicate' })
    expect(kit.pluginState(instanceId)).toEqual({ value: 2 })
    expect(kit.instance(instanceId)?.lastDelivered).toBe(2)
    expect(kit.trace('event').map(({ number }) => number)).toEqual([1, 2])
  })

  it('may be sent while others are on their way, and gets the same answer when it is sent again', async () => {
    const { instanceId, kit } = await loadCounter()
    const deliver = deliverer(kit, instanceId)
    const results = await Promise.all([1, 2, 2, 1, 3, 3].map(deliver))
    expect(results.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'handled'))
    expect(kit.pluginState(instanceId)).toEqual({ value: 3 })
  })

  it('out of turn is refused with the number that is expected, and leaves no trace', async () => {
    const { instanceId, kit } = await loadCounter()
    const deliver = deliverer(kit, instanceId)
    expect(await deliver(2)).toEqual({ outcome: 'refused', reason: 'number-gap', expected: 1 })
    await deliver(1)
    expect(await deliver(4)).toEqual({ outcome: 'refused', reason: 'number-gap', expected: 2 })
    expect(kit.trace('event')).toHaveLength(1)
    expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
  })

  it('is one turn of the host with all that it asked for: nobody in between sees the one without the other', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const seen: (readonly [number | undefined, unknown])[] = []
    const look = (): void => {
      const { instances, pluginStateByInstance }: RuntimeState = kit.state()
      seen.push([instances[instanceId]?.lastDelivered, pluginStateByInstance[instanceId]])
    }
    // A task of its own is asked for by every action: it runs when the turn is over.
    kit.subscribe(() => void Promise.resolve().then(look))
    const delivered = deliverer(kit, instanceId, 'go')(1)
    await settled()
    const { intents } = bump(instanceId)
    runtime.handle({ intents: [...intents, ...intents, ...intents] })
    await delivered
    await settled()
    expect(seen.filter(([number]) => number === 1).map(([, state]) => state)).not.toContainEqual({ value: 0 })
    for (const [number, state] of seen) expect(state).toEqual({ value: number === 1 ? 3 : 0 })
  })

  it('is never merged with another change of its field', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.lease(instanceId)
    lease.emit('go', PRESS)
    const change = (rev: number) => ({ type: 'change', name: 'field', value: rev, rev }) as const
    const handled: unknown[] = []
    const results = [1, 2].map(async (number) =>
      kit.host.deliver(instanceId, { number, widgetId: 'main', handler: 'go', event: change(number) }),
    )
    for (const rev of [3, 4]) lease.emit('go', change(rev))
    for (let turn = 0; turn < 5; turn += 1) {
      await settled()
      handled.push((runtime.openEvents[0]?.call.event as { rev?: number } | undefined)?.rev)
      runtime.handle()
    }
    expect(handled).toEqual([undefined, 1, 2, 4, undefined])
    expect(await Promise.all(results)).toEqual([{ outcome: 'handled' }, { outcome: 'handled' }])
    const other = { ...change(5), name: 'other' }
    void kit.host.deliver(instanceId, { number: 3, widgetId: 'main', handler: 'go', event: other })
    await settled()
    runtime.handle()
    // Its revisions are the source's, not a field's on a screen.
    await settled()
    runtime.draw('')
    await settled()
    expect(lease.getSnapshot().acknowledged).toEqual({ field: 4 })
  })

  it('reaches the runtime without its number', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    void deliverer(kit, instanceId, 'go')(1)
    await settled()
    expect(Object.keys(runtime.openEvents[0]?.call ?? {}).toSorted()).toEqual([
      'event',
      'handler',
      'kind',
      'view',
      'widgetId',
    ])
  })
})

describe('a numbered event whose plugin fails', () => {
  it('is handled, with the error, when its handler throws: it is not handled again', async () => {
    const code = pluginWith({
      handlers: "fail(ctx) { ctx.dispatchPluginAction('increment', { by: 1 }); throw new Error('no') }",
    })
    const kit = createHostKit({ packages: [{ ...counterPackage, code }] })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const deliver = deliverer(kit, instanceId, 'fail')
    expect(await deliver(1)).toMatchObject({ outcome: 'handled', error: { code: 'PLUGIN_THREW' } })
    expect(await deliver(1)).toEqual({ outcome: 'duplicate' })
    expect(kit.trace('dispatch')).toEqual([])
    expect(kit.trace('event')).toMatchObject([{ number: 1 }])
    expect(await deliver(2)).toMatchObject({ outcome: 'handled' })
  })

  it('is handled, with the error, when there is no such handler', async () => {
    const { instanceId, kit } = await loadCounter()
    expect(await deliverer(kit, instanceId, 'missing')(1)).toMatchObject({
      outcome: 'handled',
      error: { code: 'UNKNOWN_HANDLER' },
    })
  })

  for (const code of ['RUNTIME_TIMEOUT', 'RUNTIME_MEMORY', 'RUNTIME_STACK'] as const) {
    it(`is handled, with the error, when the plugin was stopped for it (${code}); those behind it are refused and come again`, async () => {
      const runtime = createFakeRuntime()
      const { instanceId, kit } = await loadCounter({ runtime })
      const deliver = deliverer(kit, instanceId)
      runtime.failNext(instanceId, code)
      const [first, second] = await Promise.all([deliver(1), deliver(2)])
      expect(first).toMatchObject({ outcome: 'handled', error: { code } })
      expect(second).toMatchObject({ outcome: 'refused', reason: 'instance-stopped', expected: 2, error: { code } })
      await kit.host.restart(instanceId)
      expect(await deliver(1)).toEqual({ outcome: 'duplicate' })
      expect(await deliver(2)).toEqual({ outcome: 'handled' })
      expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
    })
  }

  it('gets another chance when its worker ended under it, and is given up at the third time', async () => {
    const runtime = createFakeRuntime()
    const { instanceId, kit } = await loadCounter({ runtime })
    const deliver = deliverer(kit, instanceId)
    const outcomes: unknown[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (attempt > 0) await kit.host.restart(instanceId)
      runtime.failNext(instanceId, 'RUNTIME_CRASHED')
      outcomes.push(await deliver(1))
    }
    expect(outcomes).toMatchObject([
      { outcome: 'refused', reason: 'instance-stopped', expected: 1, error: { code: 'RUNTIME_CRASHED' } },
      { outcome: 'refused', reason: 'instance-stopped', expected: 1 },
      { outcome: 'handled', error: { code: 'RUNTIME_CRASHED' } },
    ])
    expect(kit.trace('event').map(({ number }) => number)).toEqual([undefined, undefined, 1])
    expect(kit.pluginState(instanceId)).toEqual({ value: 0 })
  })

  it('counts crashes for one event, not for all', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const deliver = deliverer(kit, instanceId, 'go')
    for (let number = 1; number <= 4; number += 1) {
      const crashed = deliver(number)
      await settled()
      runtime.openEvents[0]?.reject('RUNTIME_CRASHED')
      expect(await crashed).toMatchObject({ outcome: 'refused', expected: number })
      await kit.host.restart(instanceId)
      const again = deliver(number)
      await settled()
      runtime.handle(bump(instanceId))
      expect(await again).toEqual({ outcome: 'handled' })
    }
    expect(kit.pluginState(instanceId)).toEqual({ value: 4 })
  })

  for (const code of [
    'QUARANTINED',
    'QUEUE_FULL',
    'UNKNOWN_INSTANCE',
    'DISPOSED',
  ] as const satisfies RuntimeErrorCode[]) {
    it(`is refused, and not used up, when the runtime did not even begin it (${code})`, async () => {
      const { instanceId, kit, runtime } = await loadScripted()
      const refused = deliverer(kit, instanceId, 'go')(1)
      await settled()
      runtime.openEvents[0]?.reject(code)
      expect(await refused).toMatchObject({
        outcome: 'refused',
        reason: 'instance-stopped',
        expected: 1,
        error: { code },
      })
      expect(kit.instance(instanceId)).not.toHaveProperty('lastDelivered')
    })
  }

  it('is refused, and not used up, however often its plugin could not be started again for it', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const refused = deliverer(kit, instanceId, 'go')(1)
      await settled()
      runtime.openEvents[0]?.reject('RUNTIME_CRASHED', NOT_BEGUN)
      expect(await refused).toMatchObject({ outcome: 'refused', reason: 'instance-stopped', expected: 1 })
      await kit.host.restart(instanceId)
    }
    expect(kit.instance(instanceId)).not.toHaveProperty('lastDelivered')
  })

  it('is handled again by itself when a neighbour cost it its worker', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const delivered = deliverer(kit, instanceId, 'go')(1)
    await settled()
    const error = { code: 'RUNTIME_TIMEOUT', message: 'Stopped.' } as const
    runtime.openEvents[0]?.reject('RUNTIME_TIMEOUT')
    runtime.emit('crash', { instanceIds: [instanceId, 'other@1'], offender: 'other@1', error })
    await settled()
    runtime.handle(bump(instanceId))
    expect(await delivered).toEqual({ outcome: 'handled' })
    expect(kit.trace('event')).toHaveLength(1)
    expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
  })
})

describe('a numbered event and its instance', () => {
  it('is handled once through a restart and a reload that come over it', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const delivered = deliverer(kit, instanceId, 'go')(1)
    await settled()
    await kit.host.restart(instanceId)
    await settled()
    const reloading = kit.host.reload(instanceId, { code: 'new' })
    await settled()
    runtime.draw('')
    await reloading
    await settled()
    runtime.handle(bump(instanceId))
    expect(await delivered).toEqual({ outcome: 'handled' })
    expect(runtime.openEvents).toEqual([])
    expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
    expect(kit.instance(instanceId)?.lastDelivered).toBe(1)
  })

  it('is refused while the instance is paused, stopped or gone, and waits while it loads', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const deliver = deliverer(kit, instanceId, 'go')
    kit.host.setEnabled(instanceId, false)
    expect(await deliver(1)).toEqual({ outcome: 'refused', reason: 'instance-disabled', expected: 1 })
    kit.host.setEnabled(instanceId, true)
    const waiting = deliver(1)
    await settled()
    await kit.host.unload(instanceId)
    expect(await waiting).toMatchObject({ outcome: 'refused', reason: 'unknown-instance' })
    await expect(deliver(1)).rejects.toMatchObject({ code: 'UNKNOWN_INSTANCE' })
    expect(runtime.openEvents).toEqual([])
  })

  it('is refused, with nothing applied, when the instance was unloaded with its answer under way', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const refused = deliverer(kit, instanceId, 'go')(1)
    await settled()
    runtime.handle(bump(instanceId))
    await kit.host.unload(instanceId)
    expect(await refused).toMatchObject({ outcome: 'refused', reason: 'unknown-instance' })
    expect(kit.trace('dispatch').map(({ outcome }) => outcome)).not.toContain('applied')
    expect(kit.faults).toEqual([])
  })

  it('is refused, with nothing applied, when the instance was paused while its handler ran', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const deliver = deliverer(kit, instanceId, 'go')
    const refused = deliver(1)
    await settled()
    kit.host.setEnabled(instanceId, false)
    runtime.handle(bump(instanceId))
    expect(await refused).toEqual({ outcome: 'refused', reason: 'instance-disabled', expected: 1 })
    kit.host.setEnabled(instanceId, true)
    const again = deliver(1)
    await settled()
    runtime.handle(bump(instanceId))
    expect(await again).toEqual({ outcome: 'handled' })
    expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
  })

  it('is refused when one before it was, however the instance changed since', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const deliver = deliverer(kit, instanceId, 'go')
    const [first, second, third] = [deliver(1), deliver(2), deliver(3)]
    await settled()
    kit.host.setEnabled(instanceId, false)
    runtime.handle(bump(instanceId))
    await first
    kit.host.setEnabled(instanceId, true)
    expect(await Promise.all([second, third])).toMatchObject([
      { outcome: 'refused', expected: 1 },
      { outcome: 'refused', reason: 'number-gap', expected: 1 },
    ])
    expect(runtime.openEvents).toEqual([])
    expect(kit.instance(instanceId)).not.toHaveProperty('lastDelivered')
  })

  it('is refused when too many wait, and the ones behind it with it', async () => {
    const { instanceId, kit, runtime } = await loadScripted({ limits: { queuedEvents: 2 } })
    const deliver = deliverer(kit, instanceId, 'go')
    const results = [1, 2, 3, 4, 5].map(deliver)
    expect(await Promise.all(results.slice(3))).toMatchObject([
      { outcome: 'refused', reason: 'queue-full', expected: 1 },
      { outcome: 'refused', reason: 'number-gap', expected: 1 },
    ])
    for (let turn = 0; turn < 3; turn += 1) {
      await settled()
      runtime.handle(bump(instanceId))
    }
    expect(await Promise.all(results.slice(0, 3))).toEqual([1, 2, 3].map(() => ({ outcome: 'handled' })))
    const again = deliver(4)
    await settled()
    runtime.handle(bump(instanceId))
    expect(await again).toEqual({ outcome: 'handled' })
  })

  it('counts for each instance alone', async () => {
    const { instanceId, kit } = await loadCounter()
    const other = await kit.host.load({ packageId: 'counter' })
    await deliverer(kit, instanceId)(1)
    expect(await deliverer(kit, other)(2)).toMatchObject({ outcome: 'refused', expected: 1 })
    expect(await deliverer(kit, other)(1)).toEqual({ outcome: 'handled' })
  })
})

describe('a delivery that is none', () => {
  it('is PROTOCOL, and leaves no trace', async () => {
    const { instanceId, kit } = await loadCounter()
    const good = { number: 1, widgetId: 'main', handler: 'increment', event: PRESS }
    const bad: unknown[] = [undefined, null, 1, [], {}, { ...good, event: () => undefined }, { ...good, handler: 7 }]
    for (const number of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null])
      bad.push({ ...good, number })
    for (const delivery of bad) {
      await expect(kit.host.deliver(instanceId, delivery as typeof good)).rejects.toMatchObject({ code: 'PROTOCOL' })
    }
    expect(kit.trace('event')).toEqual([])
    expect(kit.trace('error')).toEqual([])
    expect(await kit.host.deliver(instanceId, good)).toEqual({ outcome: 'handled' })
  })

  it('is UNKNOWN_INSTANCE for an instance that is not there', async () => {
    const { kit } = await loadCounter()
    await expect(deliverer(kit, 'nobody@12345678')(1)).rejects.toMatchObject({ code: 'UNKNOWN_INSTANCE' })
  })
})
