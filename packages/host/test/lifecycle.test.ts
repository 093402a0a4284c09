import type { RuntimeErrorCode } from '@plugboard/contracts'
import { createFakeRuntime, createPluginViewFixture, counterSource, loggerSource } from '@plugboard/contract-tests'
import { createHostStore, createPluginHost, PluginHostError } from '@plugboard/host'
import { configureStore } from '@reduxjs/toolkit'
import { describe, expect, it } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, settled, textOf } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

const codeOf = (error: unknown): string => (error instanceof PluginHostError ? error.code : String(error))

describe('connecting', () => {
  it('refuses to work without a store', async () => {
    const host = createPluginHost({ runtime: createFakeRuntime(), packages: [counterPackage] })
    await expect(host.load({ packageId: 'counter' })).rejects.toMatchObject({ code: 'HOST_NOT_CONNECTED' })
    expect(() => host.open({}, { packageId: 'x', code: '' })).toThrow(/concat host\.middleware/)
  })

  it('names the missing reducer when only the middleware is mounted', async () => {
    const host = createPluginHost({ runtime: createFakeRuntime(), packages: [counterPackage] })
    configureStore({ reducer: () => ({}), middleware: (getDefault) => getDefault().concat(host.middleware) })
    await expect(host.load({ packageId: 'counter' })).rejects.toThrow(/no runtime state at "plugins"/)
  })

  it('belongs to one store', () => {
    const host = createPluginHost({ runtime: createFakeRuntime() })
    createHostStore(host)
    expect(() => createHostStore(host)).toThrow(/another store/)
  })

  it('lives under a path of its own', async () => {
    await using host = createPluginHost({
      runtime: createFakeRuntime(),
      packages: [counterPackage],
      reducerPath: 'guests',
    })
    const store = createHostStore(host)
    const instanceId = await host.load({ packageId: 'counter' })
    expect(Object.keys(store.getState().guests.instances)).toEqual([instanceId])
    expect(host.selectors.selectInstances(store.getState())).toHaveLength(1)
  })
})

describe('loading', () => {
  it('starts a listed package by its id, with the grants that its manifest requests', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    expect(instanceId).toMatch(/^counter@/)
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready', title: 'Counter', widgets: ['main'] })
    expect(kit.state().grantsByInstance[instanceId]?.writeShared).toEqual(['counter-summary'])
    expect(kit.trace('load')).toHaveLength(1)
  })

  it('gives code without a manifest nothing, even under the name of a listed package', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter', code: counterSource })
    expect(kit.state().grantsByInstance[instanceId]).toEqual({ readShared: [], writeShared: [], systemCommands: [] })
  })

  it('tells the runtime which code is trusted', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    await kit.host.load({ packageId: 'counter' })
    await kit.host.load({ packageId: 'mine', code: 'x' })
    expect(runtime.loads.map(({ trusted }) => trusted)).toEqual([true, false])
  })

  it('takes grants of the person at the screen from the start, but never every domain', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({
      packageId: 'mine',
      code: counterSource,
      initialGrants: { readShared: ['*', 'counter-summary'], writeShared: [], systemCommands: [] },
    })
    expect(kit.state().grantsByInstance[instanceId]?.readShared).toEqual(['counter-summary'])
  })

  it('makes another instance each time', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const second = await kit.host.load({ packageId: 'counter' })
    expect(Object.keys(kit.state().instances)).toEqual([first, second])
  })

  it('refuses more instances of a package than it allows, and takes one again after an unload', async () => {
    const kit = createHostKit({ maxInstancesPerPackage: 2 })
    const first = await kit.host.load({ packageId: 'counter' })
    await kit.host.load({ packageId: 'counter' })
    await expect(kit.host.load({ packageId: 'counter' })).rejects.toMatchObject({
      code: 'TOO_MANY_INSTANCES',
      message: '"counter" has 2 instances already, as many as this host allows. Unload one first.',
    })
    await kit.host.unload(first)
    await expect(kit.host.load({ packageId: 'counter' })).resolves.toMatch(/^counter@/)
  })

  it.each([
    ['UNKNOWN_PACKAGE', { packageId: 'conter' }],
    ['INVALID_MANIFEST', { packageId: 'Not An Id', code: '' }],
    ['INVALID_MANIFEST', { packageId: 'mine', code: '', manifest: manifestOf('other') }],
  ])('answers %s and leaves no trace', async (code, request) => {
    const kit = createHostKit()
    expect(codeOf(await kit.host.load(request).catch((error: unknown) => error))).toBe(code)
    expect(kit.state().trace).toEqual([])
  })

  it('suggests the listed name that was probably meant', async () => {
    const kit = createHostKit()
    await expect(kit.host.load({ packageId: 'conter' })).rejects.toThrow(/Did you mean "counter"/)
  })

  it('keeps an instance whose load failed, with the error on its record', async () => {
    const kit = createHostKit()
    const error: unknown = await kit.host
      .load({ packageId: 'mine', code: 'throw new Error("no")' })
      .catch((e: unknown) => e)
    if (!(error instanceof PluginHostError) || error.instanceId === undefined) throw new Error('expected a load error')
    expect(error.code).toBe('PLUGIN_THREW')
    expect(kit.instance(error.instanceId)).toMatchObject({ status: 'error', error: { code: 'PLUGIN_THREW' } })
    expect(kit.trace('error')).toHaveLength(1)
    expect(kit.lease(error.instanceId).getSnapshot()).toMatchObject({
      status: 'error',
      error: { code: 'PLUGIN_THREW' },
    })
    await kit.host.unload(error.instanceId)
    expect(kit.state().instances).toEqual({})
  })

  it('decides whose a plugin is, whatever the runtime hands back', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const victim = await kit.host.load({ packageId: 'counter' })
    const load = runtime.load.bind(runtime)
    runtime.load = async (request) => ({
      ...(await load(request)),
      packageId: 'counter',
      instanceId: victim,
      title: 'Twin',
    })
    const instanceId = await kit.host.load({ packageId: 'mine', code: 'x' })
    expect(kit.instance(instanceId)).toMatchObject({ packageId: 'mine', title: 'Twin', status: 'ready' })
    expect(kit.instance(victim)?.title).toBe('Scripted')
  })

  it('counts instances that failed to load until they are unloaded', async () => {
    const kit = createHostKit({ maxInstancesPerPackage: 1 })
    await kit.host.load({ packageId: 'mine', code: 'throw 1' }).catch(() => undefined)
    await expect(kit.host.load({ packageId: 'mine', code: 'x' })).rejects.toMatchObject({ code: 'TOO_MANY_INSTANCES' })
  })
})

describe('unloading', () => {
  it('removes the instance from the store and from the runtime', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.host.unload(instanceId)
    expect(kit.state().instances).toEqual({})
    expect(kit.state().pluginStateByInstance).toEqual({})
    expect((await kit.runtime.health()).groups).toEqual([])
    expect(kit.trace('dispose')).toHaveLength(1)
    await expect(kit.host.unload(instanceId)).rejects.toMatchObject({ code: 'UNKNOWN_INSTANCE' })
  })

  it('lets shared domains forget the instance', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const second = await kit.host.load({ packageId: 'counter' })
    await kit.press(first, 'increment')
    await kit.press(second, 'increment')
    expect(kit.view(first)?.globalState.shared['counter-summary']).toEqual({ totalValue: 2, instanceCount: 2 })
    await kit.host.unload(second)
    expect(kit.view(first)?.globalState.shared['counter-summary']).toEqual({ totalValue: 1, instanceCount: 1 })
  })

  it('shows views that nothing is left', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(instanceId)
    await settled()
    let told = 0
    lease.subscribe(() => (told += 1))
    await kit.host.unload(instanceId)
    expect(told).toBe(1)
    expect(lease.getSnapshot()).toMatchObject({ status: 'error', tree: null, error: { code: 'UNKNOWN_INSTANCE' } })
  })

  it('ends an instance that was still loading', async () => {
    const runtime = new ScriptedRuntime()
    const gate = Promise.withResolvers<void>()
    runtime.loadGate = gate.promise
    const kit = createHostKit({ runtime })
    const loading = kit.host.load({ packageId: 'counter' })
    await settled(1)
    const [instanceId = ''] = Object.keys(kit.state().instances)
    await kit.host.unload(instanceId)
    gate.resolve()
    await expect(loading).rejects.toMatchObject({ code: 'UNKNOWN_INSTANCE' })
    expect(kit.state().instances).toEqual({})
    expect(runtime.disposed).toEqual([instanceId, instanceId])
  })
})

describe('restarting', () => {
  it('keeps the id and the state', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.press(instanceId, 'increment')
    await kit.host.restart(instanceId)
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready', diagnostics: { restarts: 1 } })
    expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
    const lease = kit.lease(instanceId)
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toContain('Count: 1')
    expect(kit.trace('restart')).toMatchObject([{ attempt: 1, causeSeq: null }])
  })

  it('brings a failed load back when the code works the second time', async () => {
    const runtime = new ScriptedRuntime()
    runtime.loadFailure = 'RUNTIME_CRASHED'
    const kit = createHostKit({ runtime })
    await kit.host.load({ packageId: 'counter' }).catch(() => undefined)
    const [instanceId = ''] = Object.keys(kit.state().instances)
    runtime.loadFailure = null
    await kit.host.restart(instanceId)
    expect(kit.instance(instanceId)?.status).toBe('ready')
    expect(kit.instance(instanceId)?.error).toBeUndefined()
  })

  it('shows a quarantine when the runtime refuses to bring the instance back', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    runtime.loadFailure = 'QUARANTINED'
    await expect(kit.host.restart(instanceId)).rejects.toMatchObject({ code: 'QUARANTINED', instanceId })
    expect(kit.instance(instanceId)).toMatchObject({ status: 'quarantined', error: { code: 'QUARANTINED' } })
    expect(kit.trace('quarantine')).toHaveLength(1)
  })

  it('runs other code under the same id, with state and grants kept', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.press(instanceId, 'increment')
    const grants = kit.state().grantsByInstance[instanceId]
    await kit.host.reload(instanceId, { code: counterSource.replace('Count: ', 'Now: ') })
    const lease = kit.lease(instanceId)
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toContain('Now: 1')
    expect(kit.state().grantsByInstance[instanceId]).toBe(grants)
  })

  it('is not undone by what the old VM still had to say', async () => {
    const { gate, instanceId, kit, restarting } = await restartUnderEvents(['press'])
    expect(kit.trace('error')).toEqual([])
    expect(kit.instance(instanceId)?.status).toBe('loading')
    gate.resolve()
    await restarting
    expect(kit.instance(instanceId)?.status).toBe('ready')
  })

  it('handles the event again that had no answer yet, before those that waited, because nothing of it was applied', async () => {
    const { gate, instanceId, kit, restarting, runtime } = await restartUnderEvents(['press', 'close'])
    gate.resolve()
    await restarting
    const handled: string[] = []
    for (const by of [1, 2]) {
      // Each answer lets the next one out.
      await settled()
      handled.push(runtime.openEvents[0]?.call.event.type ?? 'none')
      const intent = {
        scope: 'plugin',
        actionType: 'increment',
        payload: { by },
        packageId: 'counter',
        instanceId,
      } as const
      runtime.handle({ intents: [intent] })
    }
    await settled()
    expect(handled).toEqual(['press', 'close'])
    expect(kit.pluginState(instanceId)).toEqual({ value: 3 })
    expect(kit.trace('event').map(({ event }) => event.type)).toEqual(['press', 'close'])
    expect(kit.trace('error')).toEqual([])
  })

  it('handles it again with the new code of a reload, and through a second restart', async () => {
    const { gate, instanceId, kit, restarting, runtime } = await restartUnderEvents(['press'])
    gate.resolve()
    await restarting
    await settled()
    const reloading = kit.host.reload(instanceId, { code: 'other' })
    await settled()
    // Not before the new code has drawn.
    expect(runtime.openEvents).toEqual([])
    runtime.draw('drawn')
    await reloading
    await settled()
    expect(runtime.loads.at(-1)?.code).toBe('other')
    expect(runtime.openEvents.map(({ call }) => call.event.type)).toEqual(['press'])
  })

  it('does not handle an event again that the plugin was stopped for', async () => {
    const { gate, kit, restarting, runtime } = await restartUnderEvents(['press', 'close'], 'RUNTIME_TIMEOUT')
    gate.resolve()
    await restarting
    await settled()
    expect(kit.trace('error')).toMatchObject([{ error: { code: 'RUNTIME_TIMEOUT' } }])
    expect(runtime.openEvents.map(({ call }) => call.event.type)).toEqual(['close'])
  })

  it('drops and traces the event with those that waited when the instance does not come back', async () => {
    const { gate, instanceId, kit, restarting, runtime } = await restartUnderEvents(['press', 'close'])
    runtime.loadFailure = 'PLUGIN_THREW'
    gate.resolve()
    await expect(restarting).rejects.toMatchObject({ code: 'PLUGIN_THREW' })
    await settled()
    expect(kit.trace('event').map(({ event }) => event.type)).toEqual(['press', 'close'])
    runtime.loadFailure = null
    await kit.host.restart(instanceId)
    await settled()
    expect(runtime.openEvents).toEqual([])
  })

  it('drops and traces it also when the load fails before the old VM has said its last word', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    kit.lease(instanceId).emit('go', { type: 'press' })
    await settled()
    // A runtime that is slow to reject what it dropped.
    runtime.dispose = () => Promise.resolve()
    runtime.loadFailure = 'PLUGIN_THREW'
    await expect(kit.host.restart(instanceId)).rejects.toMatchObject({ code: 'PLUGIN_THREW' })
    runtime.openEvents[0]?.reject('DISPOSED')
    await settled()
    expect(kit.trace('event')).toHaveLength(1)
    expect(kit.trace('error').map(({ error }) => error.code)).toEqual(['PLUGIN_THREW', 'PLUGIN_THREW'])
  })

  it('applies an answer that came just before the VM was thrown away once, and does not ask again', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(instanceId)
    for (let press = 0; press < 20; press += 1) lease.emit('increment', { type: 'press' })
    for (let restart = 0; restart < 5; restart += 1) {
      await kit.host.restart(instanceId)
    }
    await settled(40)
    expect(kit.pluginState(instanceId)).toEqual({ value: 20 })
  })

  it('takes two restarts in a row one after the other', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await Promise.all([kit.host.restart(instanceId), kit.host.restart(instanceId)])
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready', diagnostics: { restarts: 2 } })
  })
})

/** Emits events, and restarts while the first of them is being handled; `gate` lets the restart go on. */
async function restartUnderEvents(types: readonly ('press' | 'close')[], lastWord?: RuntimeErrorCode) {
  const runtime = new ScriptedRuntime()
  const kit = createHostKit({ runtime })
  const instanceId = await kit.host.load({ packageId: 'counter' })
  const lease = kit.lease(instanceId)
  for (const type of types) lease.emit('go', { type })
  await settled()
  const gate = Promise.withResolvers<void>()
  runtime.loadGate = gate.promise
  const restarting = kit.host.restart(instanceId)
  if (lastWord !== undefined) runtime.openEvents[0]?.reject(lastWord)
  restarting.catch(() => undefined)
  await settled()
  return { gate, instanceId, kit, restarting, runtime }
}

describe('ending', () => {
  it('unloads everything, stops listening, and leaves the runtime to its owner', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.host.dispose()
    await kit.host.dispose()
    expect(runtime.disposed).toEqual([instanceId])
    expect(runtime.listenerCount).toBe(0)
    expect(kit.state().instances).toEqual({})
    await expect(kit.host.load({ packageId: 'counter' })).rejects.toMatchObject({ code: 'DISPOSED' })
  })

  it('passes on what its own plugins log, and nothing of others', async () => {
    const runtime = createFakeRuntime()
    const kit = createHostKit({ runtime })
    const lines: unknown[] = []
    kit.host.on('log', ({ args }) => lines.push(args))
    const instanceId = await kit.host.load({ packageId: 'logger', code: loggerSource })
    await kit.press(instanceId, 'log')
    const before = lines.length
    expect(before).toBe(5)
    const stranger = 'logger@elsewhere'
    await runtime.load({ packageId: 'logger', instanceId: stranger, code: loggerSource })
    const view = createPluginViewFixture({ packageId: 'logger', instanceId: stranger })
    await runtime.call(stranger, { kind: 'event', widgetId: 'main', handler: 'log', event: { type: 'press' }, view })
    expect(lines).toHaveLength(before)
  })
})
