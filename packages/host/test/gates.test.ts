import { createFakeRuntime, pluginWith } from '@plugboard/contract-tests'
import type { PluginCall, PluginRuntime, TraceRecord } from '@plugboard/contracts'
import { isPluginActionEnvelope } from '@plugboard/store-core'
import type { Middleware, UnknownAction } from '@reduxjs/toolkit'
import { describe, expect, it } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, type HostKit } from './kit/hostKit.ts'

/** Every action about a plugin says who, why and when. Returns those that do not. */
function findBareActions(actions: readonly UnknownAction[]): readonly string[] {
  return actions
    .filter(({ type }) => type.startsWith('plugin'))
    .filter((action) => {
      if (action.type.startsWith('plugin.')) return !isPluginActionEnvelope(action)
      const meta = action['meta'] as { readonly causeSeq?: unknown; readonly timestamp?: unknown } | undefined
      const isCaused = meta?.causeSeq === null || Number.isSafeInteger(meta?.causeSeq)
      return !isCaused || typeof meta?.timestamp !== 'number'
    })
    .map(({ type }) => type)
}

/** A call carries a view of exactly the shape that plugins may see. Returns those that do not. */
function findWrongViews(calls: readonly PluginCall[]): readonly string[] {
  return calls
    .filter(({ view }) => {
      const keys = (value: object): string => Object.keys(value).toSorted().join()
      return (
        keys(view) !== 'globalState,grants,pluginState' ||
        keys(view.globalState) !== 'self,shared' ||
        keys(view.globalState.self) !== 'instanceId,packageId' ||
        keys(view.grants) !== 'readShared,systemCommands,writeShared'
      )
    })
    .map(({ kind }) => kind)
}

/** Renders and dispatches name what caused them, and causes come first. Returns those that do not. */
function findUncaused(trace: readonly TraceRecord[]): readonly TraceRecord[] {
  return trace.filter(({ causeSeq, kind, seq }) => {
    if (causeSeq !== null && causeSeq >= seq) return true
    return (kind === 'render' || kind === 'dispatch') && causeSeq === null
  })
}

/** A runtime that keeps every call it is given. */
function watch(runtime: PluginRuntime): { readonly runtime: PluginRuntime; readonly calls: PluginCall[] } {
  const calls: PluginCall[] = []
  const call = runtime.call.bind(runtime)
  runtime.call = (instanceId, request) => {
    calls.push(request)
    return call(instanceId, request)
  }
  return { runtime, calls }
}

async function playASession(kit: HostKit): Promise<void> {
  const first = await kit.host.load({ packageId: 'counter' })
  const second = await kit.host.load({ packageId: 'counter', code: counterPackage.code })
  for (const instanceId of [first, second]) {
    kit.lease(instanceId)
    await kit.press(instanceId, 'increment')
    await kit.press(instanceId, 'report')
    await kit.host.invoke(instanceId, { surface: 'tool', name: 'count', input: null })
  }
  kit.host.setEnabled(first, false)
  await kit.press(first, 'increment')
  kit.host.setEnabled(first, true)
  kit.host.setGrants(second, { readShared: ['counter-summary'], writeShared: [], systemCommands: [] })
  await kit.press(second, 'no-such-handler')
  await kit.host.restart(first)
  await settled()
  await kit.host.unload(second)
  await settled()
}

describe('every action carries its envelope', () => {
  it('in a session with everything in it', async () => {
    const kit = createHostKit()
    await playASession(kit)
    expect(kit.actions.length).toBeGreaterThan(20)
    expect(findBareActions(kit.actions)).toEqual([])
  })

  it.each(['dispatchId', 'instanceId', 'causeSeq', 'timestamp'])(
    'and the gate sees one without its %s',
    async (key) => {
      const strip: Middleware = () => (next) => (action) => {
        const { meta, ...rest } = action as UnknownAction & { readonly meta?: Readonly<Record<string, unknown>> }
        return next(rest.type === 'plugin.local/increment' ? { ...rest, meta: { ...meta, [key]: undefined } } : action)
      }
      const kit = createHostKit({ outer: [strip] })
      await playASession(kit)
      expect(findBareActions(kit.actions)).toContain('plugin.local/increment')
    },
  )
})

describe('every call carries exactly a view', () => {
  it('in a session with everything in it', async () => {
    const { calls, runtime } = watch(createFakeRuntime())
    await playASession(createHostKit({ runtime }))
    expect(new Set(calls.map(({ kind }) => kind))).toEqual(new Set(['render', 'event', 'invoke']))
    expect(findWrongViews(calls)).toEqual([])
  })

  it('and the gate sees one that carries the whole state', async () => {
    const { calls, runtime } = watch(createFakeRuntime())
    await playASession(createHostKit({ runtime }))
    const [call] = calls
    if (call === undefined) throw new Error('expected a call')
    const leak = { ...call, view: { ...call.view, globalState: { ...call.view.globalState, instances: {} } } }
    expect(findWrongViews([leak])).toEqual([call.kind])
  })
})

describe('every record has its cause', () => {
  it('from the event over the dispatch to the render', async () => {
    const kit = createHostKit()
    await playASession(kit)
    expect(findUncaused(kit.state().trace)).toEqual([])
    const [event] = kit.trace('event')
    const [dispatch] = kit.trace('dispatch')
    expect(dispatch?.causeSeq).toBe(event?.seq)
    const caused = kit
      .trace('render')
      .map(({ causeSeq }) => kit.state().trace.find(({ seq }) => seq === causeSeq)?.kind)
    expect(caused).toContain('dispatch')
    expect(caused).toContain('load')
    expect(caused).toContain('restart')
  })

  it('and the gate sees a render without one', async () => {
    const kit = createHostKit()
    await playASession(kit)
    const broken = kit
      .state()
      .trace.map((record) => (record.kind === 'render' ? { ...record, causeSeq: null } : record))
    expect(findUncaused(broken).length).toBeGreaterThan(0)
  })

  it('gives equal pictures equal digests', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const second = await kit.host.load({ packageId: 'counter' })
    kit.lease(first)
    kit.lease(second)
    await settled()
    const digests = kit.trace('render').map(({ treeDigest }) => treeDigest)
    expect(digests).toHaveLength(2)
    expect(new Set(digests).size).toBe(1)
  })
})

describe('a widget that shows what the host counts', () => {
  const watcher = {
    manifest: manifestOf('watcher', { readShared: ['runtime-metrics', 'runtime-registry'] }),
    code: pluginWith({ id: 'watcher', render: 'return ui.text(JSON.stringify(view.globalState.shared))' }),
  }

  it('does not feed itself', async () => {
    const { calls, runtime } = watch(createFakeRuntime())
    const kit = createHostKit({ runtime, packages: [counterPackage, watcher] })
    const watching = await kit.host.load({ packageId: 'watcher' })
    kit.lease(watching)
    await settled()
    expect(calls).toHaveLength(1)
    await settled(20)
    expect(calls).toHaveLength(1)
  })

  it('and the gate sees a domain that counts renders', async () => {
    const { calls, runtime } = watch(createFakeRuntime())
    const renders = {
      name: 'render-count',
      derive: ({ trace }: { readonly trace: readonly unknown[] }) => trace.length,
    }
    const kit = createHostKit({
      runtime,
      packages: [{ ...watcher, manifest: manifestOf('watcher', { readShared: ['render-count'] }) }],
      derivedDomains: [renders],
    })
    const watching = await kit.host.load({ packageId: 'watcher' })
    const lease = kit.host.lease(watching, 'main')
    await settled()
    lease.release()
    await settled()
    expect(calls.length).toBeGreaterThan(3)
  })

  it('sees instances, outcomes and the last denial', async () => {
    const kit = createHostKit({ packages: [counterPackage, watcher] })
    const watching = await kit.host.load({ packageId: 'watcher' })
    const stranger = await kit.host.load({ packageId: 'mine', code: counterPackage.code })
    await kit.press(stranger, 'increment')
    expect(kit.view(watching)?.globalState.shared).toEqual({
      'runtime-registry': {
        instances: [
          { instanceId: watching, packageId: 'watcher', title: 'Guest', status: 'ready', enabled: true },
          { instanceId: stranger, packageId: 'mine', title: 'Counter', status: 'ready', enabled: true },
        ],
      },
      'runtime-metrics': {
        packages: [
          { packageId: 'mine', live: 1, dispatches: 2 },
          { packageId: 'watcher', live: 1, dispatches: 0 },
        ],
        byOutcome: { applied: 0, denied: 1, ignored: 1 },
        deniedByReason: { 'missing-write-grant:counter-summary': 1 },
        lastDenial: { instanceId: stranger, packageId: 'mine', reason: 'missing-write-grant:counter-summary' },
      },
    })
  })
})

it('applies nothing twice when the application sends the same press twice in one turn', async () => {
  const kit = createHostKit()
  const instanceId = await kit.host.load({ packageId: 'counter' })
  const lease = kit.lease(instanceId)
  lease.emit('increment', PRESS)
  lease.emit('increment', PRESS)
  await settled()
  expect(kit.pluginState(instanceId)).toEqual({ value: 2 })
  expect(new Set(kit.trace('dispatch').map(({ dispatchId }) => dispatchId)).size).toBe(4)
})
