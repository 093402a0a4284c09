import { createInstanceId } from '@plugboard/contracts'
import { pluginWith, variableSource } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'

import { createServiceKit } from '../../test/serviceKit.ts'
import { compiled, rejectionOf } from '../../test/vmKit.ts'
import { QuickJSRuntimeService } from './QuickJSRuntimeService.ts'

const spinner = pluginWith({ handlers: "spin() { for (;;); }, go(ctx) { ctx.dispatchPluginAction('go') }" })

describe('loading', () => {
  test('an id that is alive is refused, also while its first load is still under way', async () => {
    const kit = createServiceKit()
    const instanceId = createInstanceId('guest')
    const first = kit.load(spinner, { instanceId })
    expect(await rejectionOf(kit.load(spinner, { instanceId }))).toMatchObject({ code: 'DUPLICATE_INSTANCE' })
    await first
    expect(await rejectionOf(kit.load(spinner, { instanceId }))).toMatchObject({ code: 'DUPLICATE_INSTANCE' })
    expect((await kit.press(instanceId, 'go')).intents).toHaveLength(1)
  })

  test('an id that was not made for the package is refused', async () => {
    const kit = createServiceKit()
    for (const instanceId of ['other@12345678', 'guest', '__proto__', '']) {
      expect(await rejectionOf(kit.load(spinner, { instanceId }))).toMatchObject({ code: 'PROTOCOL' })
    }
  })

  test('a load that failed leaves nothing and may be tried again with the same id', async () => {
    const kit = createServiceKit()
    const instanceId = createInstanceId('guest')
    expect(await rejectionOf(kit.load('throw 1', { instanceId }))).toMatchObject({ code: 'PLUGIN_THREW' })
    expect((await kit.service.health()).groups).toEqual([])
    expect(await rejectionOf(kit.press(instanceId, 'go'))).toMatchObject({ code: 'UNKNOWN_INSTANCE' })
    await kit.load(spinner, { instanceId })
    expect(kit.emitted.crash).toEqual([])
  })

  test('calls that come while an instance loads wait for it', async () => {
    const kit = createServiceKit()
    const instanceId = createInstanceId('guest')
    const loading = kit.load(spinner, { instanceId })
    const pressed = kit.press(instanceId, 'go')
    await loading
    expect((await pressed).intents).toHaveLength(1)
  })

  test('calls that came while an instance loaded are rejected when the load fails', async () => {
    const kit = createServiceKit()
    const instanceId = createInstanceId('guest')
    const loading = rejectionOf(kit.load('throw 1', { instanceId }))
    const pressed = rejectionOf(kit.press(instanceId, 'go'))
    expect(await loading).toMatchObject({ code: 'PLUGIN_THREW' })
    expect((await pressed).name).toBe('PluginRuntimeError')
  })

  test('an instance that is disposed while it loads is DISPOSED, and its id is free again', async () => {
    const kit = createServiceKit()
    const instanceId = createInstanceId('guest')
    const loading = rejectionOf(kit.load(`console.log('must not run');${spinner}`, { instanceId }))
    // Past its place in the queue, before its engine is there.
    await Promise.resolve()
    await kit.service.dispose(instanceId)
    const again = kit.load(spinner, { instanceId })
    expect(await loading).toMatchObject({ code: 'DISPOSED' })
    await again
    expect((await kit.press(instanceId, 'go')).intents).toHaveLength(1)
    expect(kit.emitted.log).toEqual([])
  })

  test('the engine is compiled once; a compilation that failed is tried again', async () => {
    let compilations = 0
    const kit = createServiceKit({
      engine: {
        compile: () => {
          compilations += 1
          return compilations === 1 ? Promise.reject(new Error('offline at /secret/path')) : compiled
        },
      },
    })
    const error = await rejectionOf(kit.load(spinner))
    expect(error).toMatchObject({ code: 'RUNTIME_CRASHED', cause: { message: 'offline at /secret/path' } })
    expect(error.toShape().message).not.toContain('secret')
    await kit.load(spinner)
    await kit.load(spinner)
    expect(compilations).toBe(2)
    // The process failed, not the plugin.
    expect(kit.emitted.crash).toEqual([])
  })

  test('nothing is allocated for an API version that is not known', async () => {
    const kit = createServiceKit({ engine: { compile: () => Promise.reject(new Error('was asked for')) } })
    expect(await rejectionOf(kit.load(spinner, { apiVersion: 9 }))).toMatchObject({ code: 'UNSUPPORTED_API_VERSION' })
  })

  test('an instance without a seed gets one from the host, and each its own', async () => {
    const service = new QuickJSRuntimeService({ engine: { compile: () => compiled } })
    const numbers: unknown[] = []
    service.on('log', ({ args }) => void numbers.push(args[0]))
    const code = pluginWith({ before: 'console.log(Math.random());' })
    await service.load({ packageId: 'guest', instanceId: createInstanceId('guest'), code })
    await service.load({ packageId: 'guest', instanceId: createInstanceId('guest'), code })
    expect(numbers).toHaveLength(2)
    expect(numbers[0]).not.toBe(numbers[1])
  })

  test('limits of a request go over those of the service', async () => {
    const kit = createServiceKit({ limits: { intentsPerEvent: 1 } })
    const twice = pluginWith({ handlers: "go(ctx) { ctx.dispatchPluginAction('a'); ctx.dispatchPluginAction('b') }" })
    expect((await kit.press(await kit.load(twice), 'go')).intents).toHaveLength(1)
    expect((await kit.press(await kit.load(twice, { limits: { intentsPerEvent: 2 } }), 'go')).intents).toHaveLength(2)
  })
})

describe('calls', () => {
  test('run one after the other in the order in which they came, and instances side by side', async () => {
    const kit = createServiceKit()
    const [first, second] = [await kit.load(variableSource), await kit.load(variableSource)]
    const bumps = await Promise.all([first, first, second, first].map((id) => kit.press(id, 'bump')))
    expect(bumps.map(({ intents }) => intents[0]?.payload)).toEqual([1, 2, 1, 3])
  })

  test('past the queue’s length a call is refused, and the others are answered', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner, { limits: { queuedEvents: 2 } })
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => kit.press(id, 'go')))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    expect(outcomes[2]).toMatchObject({ reason: { code: 'QUEUE_FULL' } })
    expect((await kit.press(id, 'go')).intents).toHaveLength(1)
  })

  test('a listener that throws is reported and keeps nothing from the others', async () => {
    const kit = createServiceKit()
    const heard: string[] = []
    const uncaught = Promise.withResolvers<unknown>()
    process.once('uncaughtException', uncaught.resolve)
    const existing = process.listeners('uncaughtException').filter((listener) => listener !== uncaught.resolve)
    for (const listener of existing) process.off('uncaughtException', listener)
    const stop = kit.service.on('log', () => {
      throw new Error('listener failed')
    })
    kit.service.on('log', () => void heard.push('second'))
    await kit.load(`console.log('x');${spinner}`)
    expect(heard).toEqual(['second'])
    expect(await uncaught.promise).toMatchObject({ message: 'listener failed' })
    for (const listener of existing) process.on('uncaughtException', listener)
    stop()
    await kit.load(`console.log('x');${spinner}`)
    expect(heard).toEqual(['second', 'second'])
  })
})

describe('after a fatal error', () => {
  test('the crash is told, the VM is thrown away, and the next call runs in a fresh one', async () => {
    const kit = createServiceKit()
    const source = pluginWith({
      before: 'let n = 0;',
      handlers: "spin() { for (;;); }, count(ctx) { n += 1; ctx.dispatchPluginAction('n', n) }",
    })
    const [id, other] = [await kit.load(source), await kit.load(source)]
    await kit.press(id, 'count')
    await kit.press(other, 'count')
    expect(await rejectionOf(kit.press(id, 'spin'))).toMatchObject({ code: 'RUNTIME_TIMEOUT' })
    expect(kit.emitted.crash).toMatchObject([{ instanceIds: [id], offender: id, error: { code: 'RUNTIME_TIMEOUT' } }])
    expect((await kit.service.health()).groups).toMatchObject([
      { instanceIds: [id], alive: false, restarts: 0 },
      { instanceIds: [other], alive: true },
    ])
    expect(kit.emitted.restart).toEqual([])
    expect((await kit.press(id, 'count')).intents[0]?.payload).toBe(1)
    expect((await kit.press(other, 'count')).intents[0]?.payload).toBe(2)
    expect(kit.emitted.restart).toEqual([{ instanceId: id, attempt: 1 }])
    expect((await kit.service.health()).groups).toMatchObject([{ alive: true, restarts: 1 }, { restarts: 0 }])
  })

  test('calls that waited behind the fatal one run in the fresh VM', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner)
    const [spun, went] = await Promise.allSettled([kit.press(id, 'spin'), kit.press(id, 'go')])
    expect(spun).toMatchObject({ status: 'rejected', reason: { code: 'RUNTIME_TIMEOUT' } })
    expect(went).toMatchObject({ status: 'fulfilled' })
  })

  test('errors that are not fatal cost neither VM nor strike', async () => {
    const kit = createServiceKit()
    const id = await kit.load(pluginWith({ handlers: 'fail() { throw 1 }' }))
    for (let time = 0; time < 5; time += 1) {
      expect(await rejectionOf(kit.press(id, 'fail'))).toMatchObject({ code: 'PLUGIN_THREW' })
    }
    expect(kit.emitted).toMatchObject({ crash: [], restart: [], quarantine: [] })
  })

  test('the third strike in a minute quarantines: calls and loads are refused until the minute is over', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner)
    for (let strike = 0; strike < 3; strike += 1) await rejectionOf(kit.press(id, 'spin'))
    expect(kit.emitted.quarantine).toMatchObject([{ instanceId: id, lastCall: { kind: 'event', handler: 'spin' } }])
    expect(await rejectionOf(kit.press(id, 'go'))).toMatchObject({ code: 'QUARANTINED' })
    await kit.service.dispose(id)
    expect(await rejectionOf(kit.load(spinner, { instanceId: id }))).toMatchObject({ code: 'QUARANTINED' })
    expect(await rejectionOf(kit.press(id, 'go'))).toMatchObject({ code: 'QUARANTINED' })
    kit.advance(59_999)
    expect(await rejectionOf(kit.load(spinner, { instanceId: id }))).toMatchObject({ code: 'QUARANTINED' })
    kit.advance(1)
    await kit.load(spinner, { instanceId: id })
    expect((await kit.press(id, 'go')).intents).toHaveLength(1)
  })

  test('strikes that are older than a minute do not count', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner)
    for (let strike = 0; strike < 6; strike += 1) {
      await rejectionOf(kit.press(id, 'spin'))
      kit.advance(30_000)
    }
    expect(kit.emitted.quarantine).toEqual([])
    expect((await kit.press(id, 'go')).intents).toHaveLength(1)
  })

  test('strikes outlive dispose and load, and belong to one instance only', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner)
    const other = await kit.load(spinner)
    await rejectionOf(kit.press(id, 'spin'))
    await rejectionOf(kit.press(id, 'spin'))
    await kit.service.dispose(id)
    await kit.load(spinner, { instanceId: id })
    await rejectionOf(kit.press(id, 'spin'))
    expect(await rejectionOf(kit.press(id, 'go'))).toMatchObject({ code: 'QUARANTINED' })
    expect((await kit.press(other, 'go')).intents).toHaveLength(1)
  })

  test('calls that wait while the instance is quarantined are refused, not run', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner)
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => kit.press(id, 'spin')))
    expect(
      outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : '')),
    ).toEqual(['RUNTIME_TIMEOUT', 'RUNTIME_TIMEOUT', 'RUNTIME_TIMEOUT', 'QUARANTINED'])
  })

  test('a load that is stopped is a strike, and so is a restart that is', async () => {
    const kit = createServiceKit()
    const instanceId = createInstanceId('guest')
    for (let strike = 0; strike < 3; strike += 1) {
      expect(await rejectionOf(kit.load('for (;;);', { instanceId }))).toMatchObject({ code: 'RUNTIME_TIMEOUT' })
    }
    expect(kit.emitted.quarantine).toEqual([{ instanceId, lastCall: null }])
    expect(await rejectionOf(kit.load('for (;;);', { instanceId }))).toMatchObject({ code: 'QUARANTINED' })
    await kit.load(spinner, { instanceId })
  })
})

describe('the end', () => {
  test('dispose is idempotent, rejects what waits, and forgets the instance', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner)
    const waiting = [kit.press(id, 'go'), kit.render(id)].map(rejectionOf)
    await kit.service.dispose(id)
    await kit.service.dispose(id)
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: 'DISPOSED' })
    expect((await kit.service.health()).groups).toEqual([])
    expect(await rejectionOf(kit.press(id, 'go'))).toMatchObject({ code: 'UNKNOWN_INSTANCE' })
  })

  test('a disposed service refuses everything and disposes again without harm', async () => {
    const kit = createServiceKit()
    const id = await kit.load(spinner)
    await kit.service[Symbol.asyncDispose]()
    await kit.service[Symbol.asyncDispose]()
    expect(await rejectionOf(kit.press(id, 'go'))).toMatchObject({ code: 'DISPOSED' })
    expect(await rejectionOf(kit.load(spinner))).toMatchObject({ code: 'DISPOSED' })
    expect((await kit.service.health()).groups).toEqual([])
  })

  test('many instances come and go', async () => {
    const kit = createServiceKit()
    for (let turn = 0; turn < 60; turn += 1) {
      const id = await kit.load(spinner)
      await kit.press(id, 'go')
      await kit.service.dispose(id)
    }
    expect((await kit.service.health()).groups).toEqual([])
  })
})
