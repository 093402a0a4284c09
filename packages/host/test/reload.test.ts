import { counterSource, createFakeRuntime, pluginWith, type FakeRuntime } from '@plugboard/contract-tests'
import { digestJson, isPlainObject, PluginRuntimeError, type JsonValue } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, textOf } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

const betterSource = counterSource.replace('Count: ', 'Now: ')
const throwsOnRender = pluginWith({ render: "throw new Error('not today')" })
const withVersion = (stateVersion: number) => ({ ...manifestOf('counter'), stateVersion })

async function loadCounter(options: Parameters<typeof createHostKit>[0] = {}) {
  const kit = createHostKit(options)
  const instanceId = await kit.host.load({ packageId: 'counter' })
  await kit.press(instanceId, 'increment')
  await kit.press(instanceId, 'increment')
  const lease = kit.lease(instanceId)
  await settled()
  return { kit, instanceId, lease }
}

async function loadVersion(stateVersion: number | undefined, options: Parameters<typeof createHostKit>[0] = {}) {
  const { stateVersion: _, ...bare } = withVersion(0)
  const manifest = stateVersion === undefined ? bare : withVersion(stateVersion)
  return loadCounter({ packages: [{ ...counterPackage, manifest }], ...options })
}

describe('new code that proves itself', () => {
  it('takes over with the state as it was, and says so', async () => {
    const { instanceId, kit, lease } = await loadCounter()
    const before = kit.pluginState(instanceId)
    expect(await kit.host.reload(instanceId, { code: betterSource })).toEqual({ state: 'kept' })
    await settled()
    expect(kit.pluginState(instanceId)).toBe(before)
    expect(textOf(lease.getSnapshot().tree)).toContain('Now: 2')
    expect(kit.instance(instanceId)?.status).toBe('ready')
  })

  it('is named in the restart record by its digest; a restart with the same code names none', async () => {
    const { instanceId, kit } = await loadCounter()
    await kit.host.reload(instanceId, { code: betterSource })
    await kit.host.restart(instanceId)
    const [reload, restart] = kit.trace('restart')
    expect(reload).toMatchObject({ attempt: 1, codeDigest: digestJson(betterSource) })
    expect(restart).toMatchObject({ attempt: 2 })
    expect(restart).not.toHaveProperty('codeDigest')
  })

  it('is what a restart runs from then on', async () => {
    const { instanceId, kit, lease } = await loadCounter()
    await kit.host.reload(instanceId, { code: betterSource })
    await kit.host.restart(instanceId)
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toContain('Now: 2')
  })

  it('starts an instance again that was stopped', async () => {
    const runtime = createFakeRuntime()
    const { instanceId, kit } = await loadCounter({ runtime })
    runtime.failNext(instanceId)
    await kit.press(instanceId, 'increment')
    expect(kit.instance(instanceId)?.status).toBe('error')
    expect(await kit.host.reload(instanceId, { code: betterSource })).toEqual({ state: 'kept' })
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready' })
    expect(kit.instance(instanceId)).not.toHaveProperty('error')
  })

  it('shows nothing until every leased widget was drawn once, and keeps the last picture meanwhile', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const leases = [kit.lease(instanceId, 'main'), kit.lease(instanceId, 'other')]
    await settled()
    runtime.draw('old main')
    await settled()
    runtime.draw('old other')
    await settled()
    const shown = () => leases.map((lease) => textOf(lease.getSnapshot().tree))
    const reloading = kit.host.reload(instanceId, { code: 'new' })
    await settled()
    expect(runtime.openRenders.map(({ call }) => call.widgetId)).toEqual(['main'])
    runtime.draw('rehearsed')
    await settled()
    expect(runtime.openRenders.map(({ call }) => call.widgetId)).toEqual(['other'])
    expect(shown()).toEqual(['old main', 'old other'])
    expect(leases[0]?.getSnapshot().status).toBe('loading')
    runtime.draw('rehearsed')
    await reloading
    await settled()
    expect(shown()).toEqual(['old main', 'old other'])
    runtime.draw('new main')
    await settled()
    expect(shown()).toEqual(['new main', 'old other'])
  })

  it('draws its first widget once when nobody looks', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const reloading = kit.host.reload(instanceId, { code: 'new' })
    await settled()
    expect(runtime.openRenders.map(({ call }) => call.widgetId)).toEqual(['main'])
    runtime.draw('')
    expect(await reloading).toEqual({ state: 'kept' })
  })
})

describe('events while code is replaced', () => {
  it('wait, and are handled by the new code, the one in flight first and once', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(instanceId)
    await settled()
    runtime.draw('old')
    lease.emit('go', { type: 'press', args: 1 })
    await settled()
    const reloading = kit.host.reload(instanceId, { code: 'new' })
    lease.emit('go', { type: 'press', args: 2 })
    await settled()
    expect(runtime.openEvents).toEqual([])
    runtime.draw('rehearsed')
    await reloading
    const handled: unknown[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      await settled()
      const [open] = runtime.openEvents
      if (open === undefined) break
      handled.push((open.call.event as { args?: unknown }).args)
      open.answer()
    }
    expect(handled).toEqual([1, 2])
    expect(kit.trace('event')).toHaveLength(2)
  })

  it('are handled by the old code when the new one fails', async () => {
    const { instanceId, kit, lease } = await loadCounter()
    lease.emit('increment', PRESS)
    const reloading = kit.host.reload(instanceId, { code: throwsOnRender })
    lease.emit('increment', PRESS)
    await expect(reloading).rejects.toMatchObject({ code: 'PLUGIN_THREW' })
    await settled()
    expect(kit.pluginState(instanceId)).toEqual({ value: 4 })
    expect(kit.trace('event')).toHaveLength(4)
  })
})

describe('new code that fails', () => {
  it('costs no waiting event when its VM is lost while it loads: whoever waits for the load is told', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const gate = Promise.withResolvers<void>()
    runtime.loadGate = gate.promise
    const reloading = kit.host.reload(instanceId, { code: 'new' })
    kit.lease(instanceId).emit('go', PRESS)
    await settled()
    const error = { code: 'RUNTIME_MEMORY', message: 'Too much.' } as const
    runtime.emit('crash', { instanceIds: [instanceId], offender: instanceId, error })
    gate.reject(new PluginRuntimeError(error))
    runtime.loadGate = Promise.resolve()
    await expect(reloading).rejects.toMatchObject({ code: 'RUNTIME_MEMORY' })
    await settled()
    expect(kit.trace('error')).toHaveLength(1)
    expect(runtime.openEvents).toHaveLength(1)
  })

  for (const [when, code, reason] of [
    ['at its load', 'throw new Error("not today")', 'PLUGIN_THREW'],
    ['because it is no plugin', '42', 'INVALID_PLUGIN'],
    ['at its first picture', throwsOnRender, 'PLUGIN_THREW'],
    ['because it has no such widget', counterSource.replace('main:', 'elsewhere:'), 'UNKNOWN_WIDGET'],
  ] as const) {
    it(`is gone again ${when}: the old code runs on with its state, and the error says so`, async () => {
      const { instanceId, kit, lease } = await loadCounter()
      const [state, tree] = [kit.pluginState(instanceId), lease.getSnapshot().tree]
      const error: unknown = await kit.host.reload(instanceId, { code }).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ name: 'PluginHostError', code: reason, instanceId })
      expect(String(error)).toContain('the old code runs on')
      await settled()
      expect(kit.pluginState(instanceId)).toBe(state)
      expect(kit.instance(instanceId)).toMatchObject({ status: 'ready' })
      expect(kit.instance(instanceId)).not.toHaveProperty('error')
      expect(lease.getSnapshot()).toMatchObject({ status: 'ready', error: null, tree })
      await kit.press(instanceId, 'increment')
      expect(kit.pluginState(instanceId)).toEqual({ value: 3 })
    })
  }

  it('leaves a chain in the trace: the restart with its digest, the error, the restart with the old one', async () => {
    const { instanceId, kit } = await loadCounter()
    await kit.host.reload(instanceId, { code: throwsOnRender }).catch(() => undefined)
    const [there, back] = kit.trace('restart')
    const [error] = kit.trace('error')
    expect(there).toMatchObject({ causeSeq: null, codeDigest: digestJson(throwsOnRender) })
    expect(error).toMatchObject({ causeSeq: there?.seq, error: { code: 'PLUGIN_THREW' } })
    expect(back).toMatchObject({ causeSeq: error?.seq, codeDigest: digestJson(counterSource) })
  })

  it('is told to listeners of errors', async () => {
    const { instanceId, kit } = await loadCounter()
    const errors: unknown[] = []
    kit.host.on('error', (detail) => errors.push(detail))
    await kit.host.reload(instanceId, { code: throwsOnRender }).catch(() => undefined)
    expect(errors).toMatchObject([{ instanceId, error: { code: 'PLUGIN_THREW' } }])
  })

  it('leaves nothing lost when the old code does not come back either', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const state = kit.pluginState(instanceId)
    runtime.loadFailure = 'RUNTIME_CRASHED'
    const error: unknown = await kit.host.reload(instanceId, { code: 'new' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'RUNTIME_CRASHED', message: expect.stringContaining('did not start again') })
    expect(kit.instance(instanceId)?.status).toBe('error')
    expect(kit.pluginState(instanceId)).toBe(state)
    runtime.loadFailure = null
    await kit.host.restart(instanceId)
    expect(runtime.loads.at(-1)?.code).toBe(counterSource)
    expect(kit.instance(instanceId)?.status).toBe('ready')
  })

  it('leaves a stopped instance stopped as it was', async () => {
    const runtime = createFakeRuntime()
    const { instanceId, kit } = await loadCounter({ runtime })
    runtime.failNext(instanceId)
    await kit.press(instanceId, 'increment')
    const before = kit.instance(instanceId)
    const error: unknown = await kit.host
      .reload(instanceId, { code: throwsOnRender })
      .catch((thrown: unknown) => thrown)
    expect(String(error)).toContain('stays stopped')
    expect(kit.instance(instanceId)).toMatchObject({ status: 'error', error: before?.error })
    expect((await runtime.health()).groups).toEqual([])
    await kit.host.restart(instanceId)
    expect(kit.instance(instanceId)?.status).toBe('ready')
    expect(kit.pluginState(instanceId)).toEqual({ value: 2 })
  })

  it('does not bring an instance back that was unloaded meanwhile', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const reloading = kit.host.reload(instanceId, { code: 'new' })
    await settled()
    await kit.host.unload(instanceId)
    await expect(reloading).rejects.toMatchObject({ code: 'UNKNOWN_INSTANCE' })
    expect(runtime.loads).toHaveLength(2)
    expect(kit.instance(instanceId)).toBeUndefined()
  })
})

describe('strikes', () => {
  it('of bad code, however often it is tried, are none against the code that was there before', async () => {
    const runtime: FakeRuntime = createFakeRuntime()
    const { instanceId, kit } = await loadCounter({ runtime })
    const loads = runtime.load.bind(runtime)
    // Stopped at its first picture, as an endless loop is.
    runtime.load = async (request) => {
      const loaded = await loads(request)
      if (request.code.startsWith('// bad')) runtime.failNext(instanceId)
      return loaded
    }
    const codes: unknown[] = []
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await kit.host.reload(instanceId, { code: `// bad\n${counterSource}` }).catch(({ code }) => codes.push(code))
    }
    // The runtime stops trying it; the old code is not in its way.
    expect(codes).toEqual(['RUNTIME_TIMEOUT', 'RUNTIME_TIMEOUT', 'RUNTIME_TIMEOUT', 'QUARANTINED', 'QUARANTINED'])
    expect(kit.instance(instanceId)?.status).toBe('ready')
    await kit.press(instanceId, 'increment')
    expect(kit.pluginState(instanceId)).toEqual({ value: 3 })
    // Nor is the old quarantine in the way of what the old code does later.
    runtime.failNext(instanceId)
    await kit.press(instanceId, 'increment')
    expect(kit.instance(instanceId)?.status).toBe('error')
  })
})

describe('the state', () => {
  const double = (state: JsonValue) => ({ value: isPlainObject(state) ? Number(state['value']) * 2 : 0 })

  it('is carried over by migrate when the version is another one', async () => {
    const { instanceId, kit, lease } = await loadVersion(1)
    const asked: unknown[] = []
    const migrate = (state: JsonValue, fromVersion: number) => {
      asked.push([state, fromVersion])
      return double(state)
    }
    const result = await kit.host.reload(instanceId, { code: betterSource, manifest: withVersion(2), migrate })
    await settled()
    expect(result).toEqual({ state: 'migrated' })
    expect(asked).toEqual([[{ value: 2 }, 1]])
    expect(kit.pluginState(instanceId)).toEqual({ value: 4 })
    expect(textOf(lease.getSnapshot().tree)).toContain('Now: 4')
  })

  /** An instance of version 1 of a package that is listed with version 3, and brings states to that. */
  async function loadOlder() {
    const kit = createHostKit({ packages: [{ ...counterPackage, manifest: withVersion(3), migrate: double }] })
    const instanceId = await kit.host.load({ packageId: 'counter', code: counterSource, manifest: withVersion(1) })
    await kit.press(instanceId, 'increment')
    return { kit, instanceId }
  }

  it('is carried over by the package’s own migrate when the request has none and the new code is of its version', async () => {
    const { instanceId, kit } = await loadOlder()
    expect(await kit.host.reload(instanceId, { code: betterSource, manifest: withVersion(3) })).toEqual({
      state: 'migrated',
    })
    expect(kit.pluginState(instanceId)).toEqual({ value: 2 })
  })

  it('of a version that the package’s migrate does not make is not made by it: it starts afresh', async () => {
    for (const version of [2, 4]) {
      const { instanceId, kit } = await loadOlder()
      expect(await kit.host.reload(instanceId, { code: betterSource, manifest: withVersion(version) })).toEqual({
        state: 'reset',
      })
      expect(kit.pluginState(instanceId)).toEqual({ value: 0 })
    }
  })

  it('of a newer version is given to no migration: it starts afresh where there is none, and else stays as it is', async () => {
    const migrate = () => {
      throw new Error('asked')
    }
    const first = await loadVersion(2)
    const older = { code: betterSource, manifest: withVersion(1) }
    await expect(first.kit.host.reload(first.instanceId, { ...older, migrate })).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringContaining('version 2 made it, and this is version 1'),
    })
    expect(first.kit.pluginState(first.instanceId)).toEqual({ value: 2 })
    expect(await first.kit.host.reload(first.instanceId, older)).toEqual({ state: 'reset' })
  })

  it('starts afresh where versions differ and nothing migrates, or where the request says so', async () => {
    for (const [from, request] of [
      [1, { manifest: withVersion(2) }],
      [undefined, { manifest: withVersion(2) }],
      [1, { state: 'reset', manifest: withVersion(1) }],
    ] as const) {
      const { instanceId, kit } = await loadVersion(from)
      expect(await kit.host.reload(instanceId, { code: betterSource, ...request })).toEqual({ state: 'reset' })
      expect(kit.pluginState(instanceId)).toEqual({ value: 0 })
    }
  })

  it('is kept where the versions are the same, where the new code says none, and none counts as 1', async () => {
    for (const [from, to] of [
      [undefined, 1],
      [undefined, undefined],
      [1, undefined],
      [2, 2],
    ] as const) {
      const { instanceId, kit } = await loadVersion(from)
      const manifest = to === undefined ? manifestOf('counter') : withVersion(to)
      expect(await kit.host.reload(instanceId, { code: betterSource, manifest })).toEqual({ state: 'kept' })
    }
  })

  it('keeps its version through code that does not say one', async () => {
    const { instanceId, kit } = await loadVersion(2)
    await kit.host.reload(instanceId, { code: betterSource })
    expect(kit.instance(instanceId)?.stateVersion).toBe(2)
    const result = await kit.host.reload(instanceId, {
      code: counterSource,
      manifest: withVersion(3),
      migrate: (state, fromVersion) => ({ ...double(state), fromVersion }),
    })
    expect(result).toEqual({ state: 'migrated' })
    expect(kit.pluginState(instanceId)).toEqual({ value: 4, fromVersion: 2 })
  })

  it('has no version when it is the own one of code that does not say any', async () => {
    const { instanceId, kit } = await loadVersion(2)
    await kit.host.reload(instanceId, { code: betterSource, state: 'reset' })
    expect(kit.instance(instanceId)).not.toHaveProperty('stateVersion')
    const asked: unknown[] = []
    const migrate = (state: JsonValue, fromVersion: number) => {
      asked.push(fromVersion)
      return state
    }
    await kit.host.reload(instanceId, { code: counterSource, manifest: withVersion(2), migrate })
    expect(asked).toEqual([1])
  })

  it('is as it was when the migrated one cannot be drawn', async () => {
    const { instanceId, kit } = await loadVersion(1)
    const request = { code: throwsOnRender, manifest: withVersion(2), migrate: double }
    await expect(kit.host.reload(instanceId, request)).rejects.toMatchObject({ code: 'PLUGIN_THREW' })
    expect(kit.pluginState(instanceId)).toEqual({ value: 2 })
    // And so is its version.
    await kit.host.reload(instanceId, { code: betterSource, manifest: withVersion(1) })
    expect(kit.pluginState(instanceId)).toEqual({ value: 2 })
  })

  for (const [what, migrate] of [
    [
      'throws',
      () => {
        throw new Error('cannot')
      },
    ],
    ['returns what is no JSON', () => (() => undefined) as unknown as JsonValue],
    ['returns nothing', () => undefined as unknown as JsonValue],
  ] as const) {
    it(`is as it was when migrate ${what}: MIGRATION_FAILED, and the old code runs on`, async () => {
      const { instanceId, kit } = await loadVersion(1)
      const request = { code: betterSource, manifest: withVersion(2), migrate }
      await expect(kit.host.reload(instanceId, request)).rejects.toMatchObject({
        code: 'MIGRATION_FAILED',
        message: expect.stringContaining('the old code runs on'),
      })
      expect(kit.pluginState(instanceId)).toEqual({ value: 2 })
      expect(kit.instance(instanceId)?.status).toBe('ready')
      expect(kit.trace('error')).toMatchObject([{ error: { code: 'INVALID_PLUGIN' } }])
    })
  }

  it('is migrated again when the host changed it while the new code was tried', async () => {
    const runtime = new ScriptedRuntime()
    const packages = [{ ...counterPackage, manifest: withVersion(1) }]
    const kit = createHostKit({ runtime, packages })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(instanceId)
    await settled()
    lease.emit('go', PRESS)
    await settled()
    const identity = { packageId: 'counter', instanceId }
    runtime.handle({ intents: [{ scope: 'plugin', actionType: 'increment', payload: { by: 1 }, ...identity }] })
    await settled()
    const [dispatch] = kit.trace('dispatch')
    const reloading = kit.host.reload(instanceId, { code: 'new', manifest: withVersion(2), migrate: double })
    await settled()
    kit.host.replayIntent(dispatch?.seq ?? 0)
    runtime.draw('of the state before')
    await settled()
    expect(runtime.openRenders.map(({ call }) => call.view.pluginState)).toEqual([{ value: 4 }])
    runtime.draw('of the state that is')
    expect(await reloading).toEqual({ state: 'migrated' })
    expect(kit.pluginState(instanceId)).toEqual({ value: 4 })
  })
})
