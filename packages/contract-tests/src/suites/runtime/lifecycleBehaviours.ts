import { createInstanceId } from '@plugboard/contracts'
import { expect } from 'vitest'

import { asyncSource, counterSource, throwerSource, variableSource } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, type RuntimeKit } from './runtimeKit.ts'

async function liveIds({ runtime }: RuntimeKit): Promise<readonly string[]> {
  return (await runtime.health()).groups.flatMap(({ instanceIds }) => instanceIds)
}

/** Instances beside one another, their end, and the end of the runtime. */
export const lifecycleBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'isolation-variables',
    title: 'two instances of one package share nothing: variables of the code are separate',
    async verify({ load }) {
      const [first, second] = [await load(variableSource), await load(variableSource)]
      await first.press('bump')
      await first.press('bump')
      expect((await first.render()).tree).toEqual({ kind: 'text', text: 'variable 2' })
      expect((await second.render()).tree).toEqual({ kind: 'text', text: 'variable 0' })
    },
  },
  {
    id: 'isolation-globals',
    title: 'two instances share no globals and no primordials',
    async verify({ load }) {
      const writer = await load(
        `globalThis.leak = 1; Object.prototype.leak = 2; Array.prototype.map = null\n${variableSource}`,
      )
      const reader = await load(
        "definePlugin(({ ui }) => ({ id: 'r', title: 'R', widgets: { main: { render() { return ui.text(typeof leak + typeof {}.leak + typeof [].map) } } } }))",
      )
      await writer.render()
      expect((await reader.render()).tree).toEqual({ kind: 'text', text: 'undefinedundefinedfunction' })
      expect(({} as Record<string, unknown>)['leak']).toBeUndefined()
    },
  },
  {
    id: 'isolation-failure',
    title: 'an instance that fails changes nothing for its neighbour',
    async verify({ load }) {
      const [failing, fine] = [await load(throwerSource), await load(counterSource)]
      const before = await fine.render({ pluginState: { value: 1 } })
      await expectCode(failing.press('fail'), 'PLUGIN_THREW')
      expect((await fine.render({ pluginState: { value: 1 } })).tree).toBe(before.tree)
      expect((await fine.press('increment', { by: 1 }, { pluginState: { value: 1 } })).intents).toHaveLength(2)
    },
  },
  {
    id: 'no-ambient-power',
    title: 'a guest finds no network, timers, module loader or page',
    async verify({ load }) {
      const names = [
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'setTimeout',
        'setInterval',
        'require',
        'process',
        'document',
        'window',
        'self',
        'postMessage',
        'importScripts',
        'Worker',
        'indexedDB',
        'localStorage',
        'navigator',
        'location',
        'std',
        'os',
        'bjson',
      ]
      const guest = await load(
        `const found = ${JSON.stringify(names)}.filter((name) => typeof globalThis[name] !== 'undefined')
definePlugin(({ ui }) => ({ id: 'n', title: 'N', widgets: { main: { render() { return ui.text('found ' + found.join()) } } } }))`,
      )
      expect((await guest.render()).tree).toEqual({ kind: 'text', text: 'found ' })
    },
  },
  {
    id: 'unknown-instance',
    title: 'a call to an instance that was never loaded is UNKNOWN_INSTANCE',
    async verify(kit) {
      const guest = await kit.load(counterSource)
      const view = {
        pluginState: null,
        globalState: { self: guest.plugin, shared: {} },
        grants: { readShared: [], writeShared: [], systemCommands: [] },
      }
      for (const instanceId of [createInstanceId('guest'), '__proto__', 'constructor', '']) {
        await expectCode(kit.runtime.call(instanceId, { kind: 'render', widgetId: 'main', view }), 'UNKNOWN_INSTANCE')
      }
    },
  },
  {
    id: 'dispose-forgets',
    title: 'a disposed instance is gone: calls are refused and health does not name it',
    async verify(kit) {
      const guest = await kit.load(counterSource)
      expect(await liveIds(kit)).toContain(guest.instanceId)
      await kit.runtime.dispose(guest.instanceId)
      await expectCode(guest.render(), 'UNKNOWN_INSTANCE', 'DISPOSED')
      expect(await liveIds(kit)).not.toContain(guest.instanceId)
    },
  },
  {
    id: 'dispose-idempotent',
    title: 'dispose is idempotent, also for ids that never were',
    async verify({ load, runtime }) {
      const guest = await load(counterSource)
      await Promise.all([runtime.dispose(guest.instanceId), runtime.dispose(guest.instanceId)])
      await runtime.dispose(guest.instanceId)
      await runtime.dispose('never@there')
    },
  },
  {
    id: 'dispose-pending',
    title: 'dispose rejects the calls that wait with DISPOSED, and none waits for ever',
    async verify({ load, runtime }) {
      const guest = await load(asyncSource)
      const calls = [1, 2, 3, 4, 5].map((number) => guest.press('slow', number))
      const settled = Promise.allSettled(calls)
      await runtime.dispose(guest.instanceId)
      const outcomes = await settled
      expect(outcomes.at(-1)?.status).toBe('rejected')
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'DISPOSED' })
      }
    },
  },
  {
    id: 'dispose-reload',
    title: 'an id may be loaded again after its instance was disposed, and starts afresh',
    async verify({ load, runtime }) {
      const { instanceId, press } = await load(variableSource)
      await press('bump')
      await runtime.dispose(instanceId)
      const again = await load(variableSource, { instanceId })
      expect((await again.render()).tree).toEqual({ kind: 'text', text: 'variable 0' })
    },
  },
  {
    id: 'dispose-neighbour',
    title: 'disposing one instance leaves the others running',
    async verify({ load, runtime }) {
      const [gone, stays] = [await load(counterSource), await load(variableSource)]
      await stays.press('bump')
      await runtime.dispose(gone.instanceId)
      expect((await stays.render()).tree).toEqual({ kind: 'text', text: 'variable 1' })
    },
  },
  {
    id: 'health-groups',
    title: 'health names every instance in exactly one living group',
    async verify(kit) {
      const guests = [await kit.load(counterSource), await kit.load(counterSource), await kit.load(variableSource)]
      const { groups } = await kit.runtime.health()
      for (const { instanceId } of guests) {
        const homes = groups.filter(({ instanceIds }) => instanceIds.includes(instanceId))
        expect(homes).toHaveLength(1)
        expect(homes[0]).toMatchObject({ alive: true, restarts: 0 })
      }
    },
  },
  {
    id: 'runtime-dispose',
    title: 'after asyncDispose every call is DISPOSED, and disposing again is fine',
    async verify({ load, runtime }) {
      const guest = await load(counterSource)
      await runtime[Symbol.asyncDispose]()
      await runtime[Symbol.asyncDispose]()
      await expectCode(load(counterSource), 'DISPOSED')
      await expectCode(guest.render(), 'DISPOSED')
      await runtime.dispose(guest.instanceId)
    },
  },
  {
    id: 'runtime-dispose-pending',
    title: 'asyncDispose rejects what waits with DISPOSED',
    async verify({ load, runtime }) {
      const guest = await load(asyncSource)
      const settled = Promise.allSettled([1, 2, 3, 4].map((number) => guest.press('slow', number)))
      await runtime[Symbol.asyncDispose]()
      const outcomes = await settled
      expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'DISPOSED' } })
    },
  },
]
