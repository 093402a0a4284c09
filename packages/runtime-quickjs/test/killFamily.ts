import { counterSource, createPluginViewFixture, pluginWith, variableSource } from '@plugboard/contract-tests'
import { createInstanceId } from '@plugboard/contracts'
import type {
  EventResult,
  InstanceId,
  JsonValue,
  LoadPluginRequest,
  PluginLimits,
  PluginRuntime,
  RenderResult,
  RuntimeEvents,
} from '@plugboard/contracts'
import { createQuickJSRuntime, type EngineSource, type QuickJSRuntimeOptions } from '@plugboard/runtime-quickjs'
import { describe, expect, it } from 'vitest'

import type { PluginWorker } from '../src/client/pluginWorker.ts'

/** What the kill family needs of a platform. */
export interface KillFamilyOptions {
  readonly name: string
  readonly engine: EngineSource
  /** Starts a worker of the platform. */
  readonly createWorker: () => PluginWorker
}

// Small for the one kind of call that is to be stopped; the rest is generous, so that a busy machine stops nobody else.
const SMALL: Partial<PluginLimits> = { wallMs: { load: 5_000, render: 5_000, event: 200 }, graceMs: 100 }

/** More fuel than there is time: only the clock and the watchdog stop it. */
const NO_FUEL: Partial<PluginLimits> = {
  ...SMALL,
  fuel: { load: Number.MAX_SAFE_INTEGER, render: Number.MAX_SAFE_INTEGER, event: Number.MAX_SAFE_INTEGER },
}

// Never polls the interrupt handler: only a watchdog outside the worker ends it.
const UNSTOPPABLE = "new Array(1e9) + ''"

const hostileSource = pluginWith({
  before: 'let seen = 0',
  render: `if (view.pluginState === 'block') ${UNSTOPPABLE}; return ui.text(String(view.pluginState) + ' ' + seen)`,
  handlers: `
    bump(ctx) { seen += 1; ctx.dispatchPluginAction('bump', [ctx.pluginState, seen]) },
    block() { ${UNSTOPPABLE} },
    spin() { while (true) {} },
    recurse() { const f = () => f() + 1; f() },
    eat() { const kept = []; for (;;) kept.push(new Uint8Array(2 ** 22).fill(1)) }`,
})

interface Guest {
  readonly instanceId: InstanceId
  readonly press: (handler: string, args?: JsonValue, state?: JsonValue) => Promise<EventResult>
  readonly render: (state?: JsonValue) => Promise<RenderResult>
}

interface Kit {
  readonly runtime: PluginRuntime
  readonly told: { readonly [E in keyof RuntimeEvents]: RuntimeEvents[E][] }
  readonly load: (code: string, request?: Partial<LoadPluginRequest>) => Promise<Guest>
  /** Workers that were started and not told to end. */
  readonly living: () => number
}

/** Everybody in one worker, so that whatever one does is done to all. */
function createKit({ engine, createWorker }: KillFamilyOptions, options: QuickJSRuntimeOptions = {}): Kit {
  let living = 0
  const runtime = createQuickJSRuntime({
    engine,
    placement: () => 'together',
    // Workers are counted here: those that serve, not the one in waiting.
    standby: false,
    ...options,
    createWorker: () => {
      const worker = createWorker()
      const terminate = worker.terminate.bind(worker)
      living += 1
      let isCounted = true
      return Object.assign(worker, {
        terminate: () => {
          if (isCounted) living -= 1
          isCounted = false
          return terminate()
        },
      })
    },
  })
  const told: Kit['told'] = { crash: [], restart: [], quarantine: [], log: [] }
  runtime.on('crash', (detail) => void told.crash.push(detail))
  runtime.on('restart', (detail) => void told.restart.push(detail))
  runtime.on('quarantine', (detail) => void told.quarantine.push(detail))
  return {
    runtime,
    told,
    living: () => living,
    async load(code, request = {}) {
      const packageId = request.packageId ?? 'guest'
      const identity = { packageId, instanceId: request.instanceId ?? createInstanceId(packageId) }
      const { instanceId } = identity
      await runtime.load({ code, ...request, ...identity })
      const viewOf = (pluginState: JsonValue) => createPluginViewFixture(identity, { pluginState })
      return {
        instanceId,
        press: (handler, args, state = null) =>
          runtime.call(instanceId, {
            kind: 'event',
            widgetId: 'main',
            handler,
            event: { type: 'press', ...(args === undefined ? {} : { args }) },
            view: viewOf(state),
          }),
        render: (state = null) => runtime.call(instanceId, { kind: 'render', widgetId: 'main', view: viewOf(state) }),
      }
    },
  }
}

/** Declares the tests of guests that have to be killed, on real workers. */
export function describeKillFamily(options: KillFamilyOptions): void {
  const run = async (verify: (kit: Kit) => Promise<void>, more?: QuickJSRuntimeOptions): Promise<void> => {
    const kit = createKit(options, more)
    try {
      await verify(kit)
    } finally {
      await kit.runtime[Symbol.asyncDispose]()
    }
    expect(kit.living(), 'workers that were left behind').toBe(0)
  }

  describe(`${options.name} stop what does not stop`, { timeout: 60_000 }, () => {
    it.each([
      ['loops for ever', 'spin', ['RUNTIME_TIMEOUT']],
      ['never polls the engine’s interrupt handler', 'block', ['RUNTIME_TIMEOUT']],
      ['calls itself for ever', 'recurse', ['RUNTIME_STACK', 'RUNTIME_TIMEOUT', 'PLUGIN_THREW']],
      ['eats memory', 'eat', ['RUNTIME_MEMORY', 'RUNTIME_TIMEOUT', 'RUNTIME_CRASHED']],
    ])('a handler that %s is ended, and its sibling goes on', (_, handler, codes) =>
      run(async ({ load }) => {
        const bad = await load(hostileSource, { limits: NO_FUEL })
        const good = await load(variableSource)
        const error = await bad.press(handler).catch((thrown: unknown) => thrown)
        expect(error).toMatchObject({ name: 'PluginRuntimeError', code: expect.toBeOneOf(codes) })
        expect((await good.press('bump')).intents).toHaveLength(1)
        expect((await bad.render('state')).tree).toEqual({ kind: 'text', text: 'state 0' })
      }),
    )

    it('a render that never polls is ended, and the instance goes on', () =>
      run(async ({ load }) => {
        const bad = await load(hostileSource, {
          limits: { ...SMALL, wallMs: { load: 5_000, render: 200, event: 5_000 } },
        })
        await expect(bad.render('block')).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
        expect((await bad.press('bump', null, 'fine')).intents).toMatchObject([{ payload: ['fine', 1] }])
      }))

    it.each([
      ['loops for ever', 'while (true) {}'],
      ['never polls', UNSTOPPABLE],
    ])('a load that %s is ended, and its siblings come back', (_, code) =>
      run(async ({ load, told }) => {
        const good = await load(variableSource)
        const limits = { ...NO_FUEL, wallMs: { load: 200, render: 5_000, event: 5_000 } }
        await expect(load(code, { limits })).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
        expect((await good.press('bump')).intents).toHaveLength(1)
        expect(told.crash).toHaveLength(1)
      }),
    )

    it('the queued calls of siblings are answered exactly once and in order', () =>
      run(async ({ load, told }) => {
        const bad = await load(hostileSource, { limits: SMALL })
        const siblings = [await load(variableSource), await load(variableSource)]
        const attack = bad.press('block').catch((thrown: unknown) => thrown)
        const calls = siblings.map((sibling) =>
          Promise.all(Array.from({ length: 5 }, () => sibling.press('bump'))).then((results) =>
            results.flatMap(({ intents }) => intents.map((intent) => ('payload' in intent ? intent.payload : null))),
          ),
        )
        expect(await Promise.all(calls)).toEqual([
          [1, 2, 3, 4, 5],
          [1, 2, 3, 4, 5],
        ])
        expect(await attack).toMatchObject({ code: 'RUNTIME_TIMEOUT' })
        expect(told.crash).toMatchObject([{ offender: bad.instanceId }])
        expect(told.restart.map(({ instanceId }) => instanceId)).toEqual(siblings.map(({ instanceId }) => instanceId))
      }))

    it('the offender comes back alone, with the state that its caller kept', () =>
      run(async ({ load, runtime }) => {
        const bad = await load(hostileSource, { limits: SMALL })
        const good = await load(counterSource)
        await expect(bad.press('block')).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
        expect((await bad.render('kept')).tree).toEqual({ kind: 'text', text: 'kept 0' })
        const { groups } = await runtime.health()
        expect(groups.find(({ instanceIds }) => instanceIds.includes(bad.instanceId))?.instanceIds).toHaveLength(1)
        expect(groups.find(({ instanceIds }) => instanceIds.includes(good.instanceId))?.alive).toBe(true)
      }))

    it('the third time within a minute quarantines the offender, and it alone', () =>
      run(
        async ({ load, told, living }) => {
          const bad = await load(hostileSource, { limits: SMALL })
          const good = await load(variableSource)
          for (const handler of ['block', 'block', 'block']) {
            await expect(bad.press(handler)).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
          }
          expect(told.quarantine).toMatchObject([{ instanceId: bad.instanceId, lastCall: { handler: 'block' } }])
          await expect(bad.render()).rejects.toMatchObject({ code: 'QUARANTINED' })
          expect((await good.press('bump')).intents).toHaveLength(1)
          expect(living()).toBe(1)
        },
        { now: () => 0 },
      ))

    it('an instance that is unloaded while it never ends holds nobody up, and leaves nothing behind', () =>
      run(async ({ load, runtime, living }) => {
        const bad = await load(hostileSource, { limits: SMALL })
        const attack = bad.press('block').catch((thrown: unknown) => thrown)
        await runtime.dispose(bad.instanceId)
        expect(await attack).toMatchObject({ code: 'DISPOSED' })
        expect(living()).toBe(0)
        expect((await (await load(counterSource)).render({ value: 1 })).tree.kind).toBe('column')
      }))

    it('a disposed runtime leaves no worker behind, whatever was running', () =>
      run(
        async ({ load, runtime, living }) => {
          const guests = [await load(hostileSource), await load(hostileSource), await load(variableSource)]
          const settled = Promise.allSettled(guests.map((guest) => guest.press('block')))
          await runtime[Symbol.asyncDispose]()
          for (const outcome of await settled) {
            expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'DISPOSED' } })
          }
          expect(living()).toBe(0)
        },
        { placement: 'isolated' },
      ))

    it('load, kill and dispose again and again leaves nothing behind', () =>
      run(async ({ load, runtime, living }) => {
        for (let round = 0; round < 3; round += 1) {
          const bad = await load(hostileSource, { limits: SMALL })
          await expect(bad.press('block')).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
          await runtime.dispose(bad.instanceId)
          expect(living()).toBe(0)
          expect((await runtime.health()).groups).toEqual([])
        }
      }))
  })
}
