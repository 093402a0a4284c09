import { counterSource, createFakeRuntime, pluginWith } from '@plugboard/contract-tests'
import {
  digestJson,
  WorkspaceStorageError,
  type StorageBatch,
  type StorageErrorCode,
  type WorkspaceStorage,
} from '@plugboard/contracts'
import { openWorkspace } from '@plugboard/host/workspace'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { describe, expect, it, onTestFinished } from 'vitest'

import { manifestOf } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, type HostKit } from './kit/hostKit.ts'
import { openKit, partsIn, storageOf } from './kit/workspaceKit.ts'

/** A memory storage whose commits the test can look at, stop and let fail. */
function createWatchedStorage() {
  const place = createMemoryPlace()
  const inner = createMemoryStorage({ place })
  const batches: StorageBatch[] = []
  const control = {
    gate: Promise.resolve(),
    failWith: null as StorageErrorCode | null,
  }
  const storage: WorkspaceStorage = {
    read: () => inner.read(),
    close: () => inner.close(),
    [Symbol.asyncDispose]: () => inner.close(),
    async commit(batch) {
      batches.push(batch)
      await control.gate
      if (control.failWith !== null)
        throw new WorkspaceStorageError(control.failWith, `Told to fail: ${control.failWith}.`)
      return await inner.commit(batch)
    },
  }
  const keysOf = (batch: StorageBatch | undefined): readonly string[] => [...(batch?.puts?.keys() ?? [])].toSorted()
  return { batches, control, keysOf, place, storage }
}

function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

const EVERYTHING = { readShared: ['counter-summary'], writeShared: ['counter-summary'], systemCommands: [] }

const twice = pluginWith({
  handlers: `go(ctx) {
    ctx.dispatchPluginAction('state/merge', { first: 1 })
    ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: 7 })
    ctx.dispatchPluginAction('state/merge', { second: 2 })
  }`,
})

describe('saving', () => {
  it('puts all that one event did into one batch', async () => {
    const { batches, keysOf, storage } = createWatchedStorage()
    const { host, press, workspace } = await openKit({ storage })
    const instanceId = await host.load({ packageId: 'mine', code: twice, initialGrants: EVERYTHING })
    await workspace.flush()
    batches.length = 0
    await press(instanceId, 'go')
    await workspace.flush()
    expect(batches.map(keysOf)).toEqual([['domain/counter-summary', `state/${instanceId}`]])
    expect(batches[0]?.puts?.get(`state/${instanceId}`)).toEqual({ first: 1, second: 2 })
  })

  it('puts them into one batch whoever asks for a flush in the middle', async () => {
    const { batches, keysOf, storage } = createWatchedStorage()
    const { host, press, subscribe, workspace } = await openKit({ storage })
    const instanceId = await host.load({ packageId: 'mine', code: twice, initialGrants: EVERYTHING })
    await workspace.flush()
    batches.length = 0
    subscribe(() => void workspace.flush())
    await press(instanceId, 'go')
    expect(batches.map(keysOf)).toEqual([['domain/counter-summary', `state/${instanceId}`]])
  })

  it('merges what happens while a batch is on its way, and flush waits for all of it', async () => {
    const { batches, control, keysOf, place, storage } = createWatchedStorage()
    const { host, press, workspace } = await openKit({ storage })
    const instanceId = await host.load({ packageId: 'counter' })
    await workspace.flush()
    batches.length = 0
    const gate = createGate()
    control.gate = gate.opened
    for (let count = 0; count < 5; count += 1) await press(instanceId, 'increment')
    expect(workspace.status.state).toBe('saving')
    let isFlushed = false
    const flushed = workspace.flush().then(() => {
      isFlushed = true
    })
    await settled()
    expect([isFlushed, batches.length]).toEqual([false, 1])
    gate.open()
    await flushed
    expect(batches).toHaveLength(2)
    expect(keysOf(batches[1])).toEqual(['domain/counter-summary', `state/${instanceId}`])
    expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 5 })
    expect(workspace.status.state).toBe('saved')
  })

  it('writes nothing for what is not saved: renders, errors, counts and the trace', async () => {
    const { batches, storage } = createWatchedStorage()
    const { host, lease, press, workspace } = await openKit({ storage })
    const code = pluginWith({
      handlers: `fail() { throw new Error('no') }, deny(ctx) { ctx.dispatchSharedAction('x', 'y') }`,
    })
    const instanceId = await host.load({ packageId: 'mine', code })
    lease(instanceId)
    await workspace.flush()
    batches.length = 0
    await press(instanceId, 'fail')
    await press(instanceId, 'deny')
    await host.restart(instanceId)
    await workspace.flush()
    expect(batches).toEqual([])
  })

  it('tells its status to who listens, as the same object until it changes', async () => {
    const { storage } = createWatchedStorage()
    const { host, workspace } = await openKit({ storage })
    const seen: string[] = []
    const stop = workspace.subscribe(() => seen.push(workspace.status.state))
    await host.load({ packageId: 'counter' })
    await workspace.flush()
    const { status } = workspace
    await workspace.flush()
    expect(workspace.status).toBe(status)
    expect(new Set(seen)).toEqual(new Set(['saving', 'saved']))
    expect(seen.at(-1)).toBe('saved')
    stop()
    const count = seen.length
    workspace.setLayout(1)
    await workspace.flush()
    expect(seen).toHaveLength(count)
  })
})

describe('a manifest that cannot be saved', () => {
  it('is refused where it comes in, and keeps nothing else from being saved', async () => {
    const { place, storage } = createWatchedStorage()
    const { host, workspace } = await openKit({ storage })
    const cyclic: unknown[] = []
    cyclic.push(cyclic)
    for (const extra of [cyclic, JSON.parse('{"constructor":1}')]) {
      const manifest = { ...manifestOf('mine'), extra }
      const loading = host.load({ packageId: 'mine', code: counterSource, manifest })
      await expect(loading).rejects.toMatchObject({ code: 'INVALID_MANIFEST' })
    }
    const instanceId = await host.load({ packageId: 'counter' })
    await workspace.flush()
    expect(await partsIn(place)).toHaveProperty([`instance/${instanceId}`])
  })
})

describe('a listener that throws', () => {
  it('costs nothing: what was to be saved is saved, others are told, and the application hears of the fault', async () => {
    const { place, storage } = createWatchedStorage()
    const { faults, host, press, workspace } = await openKit({ storage })
    const instanceId = await host.load({ packageId: 'counter' })
    await workspace.flush()
    const seen: string[] = []
    workspace.subscribe(() => {
      throw new Error('not mine')
    })
    workspace.subscribe(() => seen.push(workspace.status.state))
    await press(instanceId, 'increment')
    await workspace.flush()
    expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 1 })
    expect(seen).toEqual(['saving', 'saved'])
    expect(faults.splice(0)).toEqual([new Error('not mine'), new Error('not mine')])
  })
})

describe('numbered events', () => {
  it('are saved with what they did: in one batch with their number', async () => {
    const { batches, keysOf, storage } = createWatchedStorage()
    const { host, workspace } = await openKit({ storage })
    const instanceId = await host.load({ packageId: 'mine', code: twice, initialGrants: EVERYTHING })
    await workspace.flush()
    batches.length = 0
    const delivery = { number: 1, widgetId: 'main', handler: 'go', event: PRESS }
    expect(await host.deliver(instanceId, delivery)).toMatchObject({ outcome: 'handled' })
    await workspace.flush()
    expect(batches.map(keysOf)).toEqual([['domain/counter-summary', `instance/${instanceId}`, `state/${instanceId}`]])
    expect(batches[0]?.puts?.get(`instance/${instanceId}`)).toMatchObject({ lastDelivered: 1 })
  })

  it('write their number, and not the code of who handles them', async () => {
    const { batches, storage } = createWatchedStorage()
    const { host, workspace } = await openKit({ storage })
    const code = `${counterSource}// ${'long '.repeat(10_000)}`
    const instanceId = await host.load({ packageId: 'mine', code, sourceMap: `{"sources":["${'x'.repeat(10_000)}"]}` })
    await workspace.flush()
    batches.length = 0
    for (let number = 1; number <= 10; number += 1) {
      await host.deliver(instanceId, { number, widgetId: 'main', handler: 'increment', event: PRESS })
      await workspace.flush()
    }
    const written = batches.map(({ puts }) => JSON.stringify([...(puts ?? [])]).length)
    expect(written).toHaveLength(10)
    expect(Math.max(...written)).toBeLessThan(1_000)
  })

  it('that were saved are not handled again after a kill, and those that were not are', async () => {
    const { control, place, storage } = createWatchedStorage()
    const before = await openKit({ storage })
    const instanceId = await before.host.load({ packageId: 'counter' })
    const deliver = (kit: HostKit, number: number) =>
      kit.host.deliver(instanceId, { number, widgetId: 'main', handler: 'increment', event: PRESS })
    await deliver(before, 1)
    await before.workspace.flush()
    // From here on nothing reaches the place any more: as if the tab were killed before it was written.
    const gate = createGate()
    control.gate = gate.opened
    onTestFinished(() => {
      control.failWith = 'STORAGE_UNAVAILABLE'
      gate.open()
    })
    expect(await deliver(before, 2)).toMatchObject({ outcome: 'handled' })

    const after = await openKit({ place })
    expect(after.pluginState(instanceId)).toEqual({ value: 1 })
    expect(await deliver(after, 1)).toMatchObject({ outcome: 'duplicate' })
    expect(await deliver(after, 2)).toMatchObject({ outcome: 'handled' })
    expect(after.pluginState(instanceId)).toEqual({ value: 2 })
  })
})

describe('new code', () => {
  it('is saved when it has proved itself, and not before', async () => {
    const place = createMemoryPlace()
    const { host, press, workspace } = await openKit({ place })
    const instanceId = await host.load({ packageId: 'counter' })
    await press(instanceId, 'increment')
    const record = async (): Promise<unknown> => {
      await workspace.flush()
      const parts = await partsIn(place)
      return [parts[`instance/${instanceId}`], parts[`code/${instanceId}`]]
    }
    const before = await record()
    await expect(host.reload(instanceId, { code: 'throw new Error("bad")' })).rejects.toThrow()
    expect(await record()).toEqual(before)
    const better = `${counterSource}// better`
    const reloading = host.reload(instanceId, { code: better })
    await reloading
    expect(await record()).toMatchObject([{ hasCode: true, codeDigest: digestJson(better) }, { code: better }])
    expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 1 })
  })
})

describe('a storage that fails', () => {
  it.each<StorageErrorCode>(['STORAGE_UNAVAILABLE', 'STORAGE_FULL', 'STORAGE_DAMAGED', 'INVALID_BATCH'])(
    'with %s loses nothing: it is tried again, later and later',
    async (code) => {
      const { control, place, storage } = createWatchedStorage()
      const waiting: { readonly work: () => void; readonly delayMs: number }[] = []
      const schedule = (work: () => void, delayMs: number): void => void waiting.push({ work, delayMs })
      const { host, press, workspace } = await openKit({ storage, schedule })
      const instanceId = await host.load({ packageId: 'counter' })
      await workspace.flush()
      control.failWith = code
      await press(instanceId, 'increment')
      expect(workspace.status).toMatchObject({ state: 'failed', error: { code, message: `Told to fail: ${code}.` } })
      for (let round = 0; round < 8; round += 1) {
        waiting.at(-1)?.work()
        await settled(1)
      }
      expect(waiting.map(({ delayMs }) => delayMs)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((s) => s * 1_000))
      await expect(workspace.flush()).rejects.toMatchObject({ code })
      control.failWith = null
      waiting[0]?.work()
      await settled(1)
      expect(workspace.status.state).toBe('saved')
      expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 1 })
    },
  )

  it('takes the newest of what waited, not what failed', async () => {
    const { control, place, storage } = createWatchedStorage()
    const { host, press, workspace } = await openKit({ storage })
    const instanceId = await host.load({ packageId: 'counter' })
    await workspace.flush()
    control.failWith = 'STORAGE_FULL'
    const gate = createGate()
    control.gate = gate.opened
    await press(instanceId, 'increment')
    await press(instanceId, 'increment')
    gate.open()
    await settled()
    control.failWith = null
    await workspace.flush()
    expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 2 })
  })

  it('that fails in a way of its own is a storage that cannot be used', async () => {
    const storage = { ...storageOf({}), read: () => Promise.resolve({ revision: 0, parts: new Map(), damaged: [] }) }
    const { host, workspace } = await openKit({ storage })
    await host.load({ packageId: 'counter' })
    await expect(workspace.flush()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
  })

  it('cannot keep a page from opening when it cannot even be read, and can be started over when it can', async () => {
    const { place, storage } = createWatchedStorage()
    let isBroken = true
    const moody: WorkspaceStorage = {
      ...storage,
      read: () =>
        isBroken ? Promise.reject(new WorkspaceStorageError('STORAGE_UNAVAILABLE', 'Not today.')) : storage.read(),
    }
    const { host, workspace } = await openKit({ storage: moody })
    expect(workspace.problems).toEqual([
      { code: 'STORAGE_UNAVAILABLE', part: 'storage', message: 'Not today.', blocksSaving: true },
    ])
    expect(workspace.status.state).toBe('read-only')
    const instanceId = await host.load({ packageId: 'counter' })
    expect(workspace.export()).toContain(instanceId)
    await expect(workspace.startOver()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
    isBroken = false
    // Nothing of a storage that could not be read stands before what is in memory.
    const elsewhere = await openKit()
    await elsewhere.workspace.importWorkspace(workspace.export())
    expect(Object.keys(elsewhere.state().instances)).toEqual([instanceId])
    expect(await workspace.startOver()).toContain(instanceId)
    const next = await host.load({ packageId: 'counter' })
    await workspace.flush()
    expect(Object.keys(await partsIn(place))).toContain(`instance/${next}`)
  })
})

describe('two tabs', () => {
  it('do not overwrite each other: the one that is behind becomes read-only, and keeps what it has', async () => {
    const place = createMemoryPlace()
    const first = await openKit({ place })
    const instanceId = await first.host.load({ packageId: 'counter' })
    await first.workspace.flush()
    const second = await openKit({ place })
    await first.press(instanceId, 'increment')
    await first.workspace.flush()
    await second.press(instanceId, 'increment')
    await second.press(instanceId, 'increment')
    expect(second.workspace.status).toMatchObject({ state: 'read-only', error: { code: 'STORAGE_CONFLICT' } })
    await expect(second.workspace.flush()).rejects.toThrow(/another tab or process/)
    expect(second.pluginState(instanceId)).toEqual({ value: 2 })
    expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 1 })
    // What the second one has can be had all the same.
    await second.workspace.importWorkspace(second.workspace.export())
    await second.workspace.started
    expect(second.workspace.status.state).toBe('saved')
    expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 2 })
    await first.press(instanceId, 'increment')
    expect(first.workspace.status.state).toBe('read-only')
  })
})

describe('an export', () => {
  async function createFilled() {
    const place = createMemoryPlace()
    const kit = await openKit({ place })
    const first = await kit.host.load({ packageId: 'counter' })
    const own = await kit.host.load({ packageId: 'mine', code: counterSource })
    await kit.press(first, 'increment')
    kit.workspace.setLayout(['a'])
    await kit.workspace.flush()
    return { ...kit, place, first, own }
  }

  it('is imported elsewhere, in place of what is there', async () => {
    const source = await createFilled()
    const target = await openKit()
    const other = await target.host.load({ packageId: 'counter' })
    await target.press(other, 'increment')
    await target.workspace.importWorkspace(source.workspace.export())
    await target.workspace.started
    expect(Object.keys(target.state().instances)).toEqual([source.first, source.own])
    expect(target.pluginState(source.first)).toEqual({ value: 1 })
    expect(target.state().shared['counter-summary']).toEqual({ values: { [source.first]: 1 } })
    expect(target.workspace.layout).toEqual(['a'])
    expect(target.workspace.export()).toBe(source.workspace.export())
  })

  it('can be imported where it came from: every instance is there once, in a fresh VM', async () => {
    const { first, own, pluginState, press, state, workspace } = await createFilled()
    const text = workspace.export()
    await press(first, 'increment')
    await workspace.importWorkspace(text)
    await workspace.started
    expect(Object.keys(state().instances)).toEqual([first, own])
    expect(pluginState(first)).toEqual({ value: 1 })
    await press(first, 'increment')
    expect(pluginState(first)).toEqual({ value: 2 })
  })

  it('after what is gone was told has what happened since', async () => {
    const { place, workspace } = await createFilled()
    await workspace.close()
    const gone = await openKit({ place, packages: [] })
    expect(gone.workspace.problems).toMatchObject([{ code: 'UNKNOWN_PACKAGE' }])
    const added = await gone.host.load({ packageId: 'mine', code: counterSource })
    const target = await openKit()
    await target.workspace.importWorkspace(gone.workspace.export())
    expect(Object.keys(target.state().instances)).toHaveLength(3)
    expect(Object.keys(target.state().instances)).toContain(added)
  })

  it('is not imported into a workspace that was closed', async () => {
    const { place, workspace } = await createFilled()
    await workspace.close()
    const before = await partsIn(place)
    await expect(workspace.importWorkspace(workspace.export())).rejects.toMatchObject({ code: 'DISPOSED' })
    await expect(workspace.startOver()).rejects.toMatchObject({ code: 'DISPOSED' })
    expect(await partsIn(place)).toEqual(before)
  })

  it('leaves nothing to undo of what was done before it came', async () => {
    const { first, host, pluginState, press, workspace } = await createFilled()
    const text = workspace.export()
    await press(first, 'increment')
    await workspace.importWorkspace(text)
    await workspace.started
    await press(first, 'increment')
    expect(host.undo(first, 0).reverted).toHaveLength(2)
    expect(pluginState(first)).toEqual({ value: 1 })
  })

  it.each([
    ['no text', 7],
    ['no JSON', '{'],
    ['other JSON', '{"format":"something"}'],
    ['an export of a newer release', '{"format":"plugboard-workspace-export","version":2,"now":[]}'],
    ['parts that are no list', '{"format":"plugboard-workspace-export","version":1,"now":{}}'],
    ['a part twice', '{"format":"plugboard-workspace-export","version":1,"now":[["a",1],["a",1]]}'],
    ['parts that mean nothing', '{"format":"plugboard-workspace-export","version":1,"now":[["a",1]]}'],
    ['a well', `{"format":"plugboard-workspace-export","now":${'['.repeat(9_000)}${']'.repeat(9_000)}}`],
    ['damage', '{"format":"plugboard-workspace-export","version":1,"now":[],"saved":[],"damaged":[{}]}'],
  ])('of %s is refused, and nothing is changed', async (_, text) => {
    const { place, workspace } = await createFilled()
    const before = [workspace.export(), await partsIn(place)]
    await expect(workspace.importWorkspace(text as string)).rejects.toMatchObject({ code: 'INVALID_EXPORT' })
    expect([workspace.export(), await partsIn(place)]).toEqual(before)
  })

  it('has what a newer release saved, for that release to read', async () => {
    const { place, workspace } = await createFilled()
    await workspace.close()
    const storage = createMemoryStorage({ place })
    const { revision } = await storage.read()
    const about = { format: 'plugboard-workspace', version: 2, shape: 'unheard of' }
    await storage.commit({ expectedRevision: revision, puts: new Map([['workspace', about]]) })
    const behind = await openKit({ place })
    expect(behind.workspace.problems).toMatchObject([{ code: 'NEWER_VERSION', part: 'workspace' }])
    await behind.host.load({ packageId: 'counter' })
    const text = behind.workspace.export()
    expect(text).toContain('unheard of')
    await expect(behind.workspace.importWorkspace(text)).rejects.toThrow(/newer release/)
    await behind.workspace.importWorkspace(text, { from: 'now' })
    expect(behind.workspace.status.state).toBe('saved')
    expect(Object.keys(behind.state().instances)).toHaveLength(1)
  })
})

describe('starting over', () => {
  it('that fails changes nothing: what happens goes on being saved', async () => {
    const { control, place, storage } = createWatchedStorage()
    const { host, press, workspace } = await openKit({ storage })
    const instanceId = await host.load({ packageId: 'counter' })
    await workspace.flush()
    control.failWith = 'STORAGE_UNAVAILABLE'
    await expect(workspace.startOver()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
    control.failWith = null
    await press(instanceId, 'increment')
    await workspace.flush()
    expect((await partsIn(place))[`state/${instanceId}`]).toEqual({ value: 1 })
  })

  it('makes who asks for a flush meanwhile wait, and answers', async () => {
    const { control, storage } = createWatchedStorage()
    const { host, workspace } = await openKit({ storage })
    await host.load({ packageId: 'counter' })
    const gate = createGate()
    control.gate = gate.opened
    const starting = workspace.startOver()
    await settled(1)
    workspace.setLayout('changed meanwhile')
    const flushed = workspace.flush()
    await settled(1)
    gate.open()
    await Promise.all([starting, flushed])
    expect([workspace.layout, workspace.status.state]).toEqual([null, 'saved'])
  })

  it('goes on saving although a VM could not be ended, and tells of that', async () => {
    const place = createMemoryPlace()
    const runtime = createFakeRuntime()
    const { faults, host, state, workspace } = await openKit({ place, runtime })
    await host.load({ packageId: 'counter' })
    await workspace.flush()
    const dispose = runtime.dispose.bind(runtime)
    runtime.dispose = () => Promise.reject(new Error('stuck'))
    await workspace.startOver()
    runtime.dispose = dispose
    expect([Object.keys(state().instances), await partsIn(place)]).toEqual([[], {}])
    expect(faults.splice(0)).toEqual([new Error('stuck')])
    const next = await host.load({ packageId: 'counter' })
    await workspace.flush()
    expect(Object.keys(await partsIn(place))).toContain(`instance/${next}`)
  })

  it('empties everything, here and in the storage, gives what was there, and goes on saving', async () => {
    const place = createMemoryPlace()
    const { host, press, state, workspace } = await openKit({ place })
    const instanceId = await host.load({ packageId: 'counter' })
    await press(instanceId, 'increment')
    await workspace.flush()
    const before = workspace.export()
    expect(await workspace.startOver()).toBe(before)
    expect([Object.keys(state().instances), { ...state().shared }]).toEqual([[], { 'counter-summary': { values: {} } }])
    expect([workspace.isNew, workspace.layout, await partsIn(place)]).toEqual([true, null, {}])
    const next = await host.load({ packageId: 'counter' })
    await workspace.flush()
    await workspace.close()
    const after = await openKit({ place })
    expect([Object.keys(after.state().instances), after.workspace.problems]).toEqual([[next], []])
    await after.workspace.importWorkspace(before)
    await after.workspace.started
    expect(after.pluginState(instanceId)).toEqual({ value: 1 })
  })
})

describe('a host', () => {
  it('restores one instance by hand, and refuses what is none', async () => {
    const kit = createHostKit()
    const grants = { readShared: ['*', 'counter-summary'], writeShared: ['__proto__'], systemCommands: [] }
    const saved = { instanceId: 'counter@abc', grants, state: { value: 9 }, lastDelivered: 3, enabled: false }
    expect(await kit.host.restore(saved)).toBe('counter@abc')
    expect(kit.instance('counter@abc')).toMatchObject({ status: 'ready', lastDelivered: 3, enabled: false })
    expect(kit.pluginState('counter@abc')).toEqual({ value: 9 })
    expect(kit.state().grantsByInstance['counter@abc']).toMatchObject({
      readShared: ['counter-summary'],
      writeShared: [],
    })
    await expect(kit.host.restore(saved)).rejects.toMatchObject({ code: 'DUPLICATE_INSTANCE' })
    await expect(kit.host.restore({ instanceId: 'gone@a', grants })).rejects.toMatchObject({ code: 'INVALID_PLUGIN' })
    const cyclic: unknown[] = []
    cyclic.push(cyclic)
    const NONE: readonly unknown[] = [
      undefined,
      { instanceId: '__proto__', grants },
      { instanceId: 'counter@d' },
      { instanceId: 'counter@d', grants: { ...grants, readShared: cyclic } },
      { instanceId: 'counter@d', grants, state: { when: () => 1 } },
      { instanceId: 'counter@d', grants, enabled: 'yes' },
      { instanceId: 'counter@d', grants, lastDelivered: 0 },
      { instanceId: 'counter@d', grants, stateVersion: -1 },
      { instanceId: 'counter@d', grants, sourceMap: '{}' },
      { instanceId: 'counter@d', grants, limits: { queuedEvents: 'many' } },
      { instanceId: 'counter@d', grants, title: 'x'.repeat(2_000) },
    ]
    for (const value of NONE) {
      await expect(kit.host.restore(value as typeof saved)).rejects.toMatchObject({ code: 'PROTOCOL' })
    }
    expect(Object.keys(kit.state().instances)).toEqual(['counter@abc', 'gone@a'])
    await kit.host.dispose()
    await expect(kit.host.restore(saved)).rejects.toMatchObject({ code: 'DISPOSED' })
  })

  it('keeps to its number of instances of a package', async () => {
    const kit = createHostKit({ maxInstancesPerPackage: 1 })
    await kit.host.load({ packageId: 'counter' })
    const grants = { readShared: [], writeShared: [], systemCommands: [] }
    await expect(kit.host.restore({ instanceId: 'counter@a', grants })).rejects.toMatchObject({
      code: 'TOO_MANY_INSTANCES',
    })
  })

  it('shows words that were saved on one line, in the order in which they read', async () => {
    const kit = createHostKit()
    const grants = { readShared: [], writeShared: [], systemCommands: [] }
    await kit.host.restore({ instanceId: 'gone@a', grants, title: 'safe\n\u202Eevil' }).catch(() => undefined)
    expect(kit.instance('gone@a')?.title).toBe('safe evil')
  })

  it('delivers to a restored instance what is emitted at once', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.workspace.close()
    const kit = createHostKit()
    const workspace = await openWorkspace({ host: kit.host, storage: createMemoryStorage({ place }) })
    onTestFinished(() => workspace.close())
    expect(kit.instance(instanceId)?.status).toBe('loading')
    kit.lease(instanceId).emit('increment', PRESS)
    await workspace.started
    await settled()
    expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
  })
})
