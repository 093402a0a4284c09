import { createInstanceId } from '@plugboard/contracts'
import type { LoadPluginRequest, PluginCall } from '@plugboard/contracts'
import { expect } from 'vitest'

import { counterSource, variableSource } from '../../fixtures/guestSources.ts'
import { createPluginViewFixture } from '../../fixtures/pluginView.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, type RunningGuest, type RuntimeKit } from './runtimeKit.ts'

// More than the strikes that quarantine an instance, and each of them harmless.
const TIMES = 4

/** Load requests that no caller with types makes, by what is wrong with them. */
const REQUESTS: Readonly<Record<string, (whole: LoadPluginRequest) => unknown>> = {
  'is null': () => null,
  'is nothing': () => undefined,
  'is text': () => counterSource,
  'is empty': () => ({}),
  'has an instance id that is a number': (whole) => ({ ...whole, instanceId: 5 }),
  'has an id of another package': (whole) => ({ ...whole, packageId: 'other' }),
  'has no code': (whole) => ({ ...whole, code: undefined }),
  'has code that is a list': (whole) => ({ ...whole, code: [] }),
  'has a source map that is null': (whole) => ({ ...whole, sourceMap: null }),
  'has a source map that was parsed': (whole) => ({ ...whole, sourceMap: { version: 3 } }),
  'has a seed that is a number': (whole) => ({ ...whole, seed: 1 }),
  'has a limit that is none': (whole) => ({ ...whole, limits: { ...whole.limits, memoryBytes: 'much' } }),
}

/** Calls that no caller with types makes, by what is wrong with them. */
const CALLS: Readonly<Record<string, (whole: PluginCall) => unknown>> = {
  'is null': () => null,
  'is nothing': () => undefined,
  'is empty': () => ({}),
  'is of an unknown kind': (whole) => ({ ...whole, kind: 'paint' }),
  'has a widget id that is a number': (whole) => ({ ...whole, widgetId: 5 }),
  'has no widget id': (whole) => ({ ...whole, widgetId: undefined }),
  'has a handler that is an object': (whole) => ({ ...whole, handler: {} }),
  'has an event that is null': (whole) => ({ ...whole, event: null }),
  'has an event that refers to itself': (whole) => ({ ...whole, event: { type: 'press', args: endlessList() } }),
  'has an event that doubles itself at every level': (whole) => ({
    ...whole,
    event: { type: 'press', args: doublingList() },
  }),
  'is of an unknown surface': (whole) => ({ ...toolOf(whole), surface: 'widget' }),
  'has a name that is a list': (whole) => ({ ...toolOf(whole), name: ['go'] }),
  'has no input': (whole) => ({ ...toolOf(whole), input: undefined }),
  'has an input that refers to itself': (whole) => ({ ...toolOf(whole), input: endlessList() }),
  'has an input that doubles itself at every level': (whole) => ({ ...toolOf(whole), input: doublingList() }),
  'has an input with a function in it': (whole) => ({ ...toolOf(whole), input: { go: () => 1 } }),
  'invokes without a view': (whole) => ({ ...toolOf(whole), view: undefined }),
  'has no view': (whole) => ({ ...whole, view: undefined }),
  'has a view without grants': (whole) => ({ ...whole, view: { ...whole.view, grants: undefined } }),
  'has a view that refers to itself': (whole) => ({ ...whole, view: { ...whole.view, pluginState: endlessList() } }),
  'has a view with a function in it': (whole) => ({ ...whole, view: { ...whole.view, pluginState: () => 1 } }),
}

/** Callers without types: what they do wrong is theirs to hear of, and no plugin pays for it. */
export const misuseBehaviours: readonly RuntimeBehaviour[] = [
  ...Object.entries(REQUESTS).map(([fault, spoil]): RuntimeBehaviour => ({
    id: `misuse-load/${fault.replaceAll(' ', '-')}`,
    title: `a load request that ${fault} is PROTOCOL, and leaves the id free and without a strike`,
    async verify(kit) {
      const instanceId = createInstanceId('guest')
      const spoiled = spoil({ packageId: 'guest', instanceId, code: variableSource }) as LoadPluginRequest // A lie.
      const told = collectFailures(kit)
      for (let time = 0; time < TIMES; time += 1) await expectCode(kit.runtime.load(spoiled), 'PROTOCOL')
      const guest = await kit.load(variableSource, { instanceId })
      await expectUnharmed(guest)
      expect(told()).toEqual([])
    },
  })),
  ...Object.entries(CALLS).map(([fault, spoil]): RuntimeBehaviour => ({
    id: `misuse-call/${fault.replaceAll(' ', '-')}`,
    title: `a call that ${fault} is PROTOCOL, and costs the plugin nothing`,
    async verify(kit) {
      const guest = await kit.load(variableSource)
      const spoiled = spoil(pressOf(guest)) as PluginCall // A lie.
      const told = collectFailures(kit)
      for (let time = 0; time < TIMES; time += 1) {
        await expectCode(kit.runtime.call(guest.instanceId, spoiled), 'PROTOCOL')
      }
      await expectUnharmed(guest)
      expect(told()).toEqual([])
    },
  })),
  {
    id: 'misuse-instance-id',
    title: 'an instance id that is no text is UNKNOWN_INSTANCE, and nothing to dispose of',
    async verify(kit) {
      const guest = await kit.load(variableSource)
      for (const odd of [undefined, null, 5, {}, [guest.instanceId]]) {
        const instanceId = odd as string // A lie.
        await expectCode(kit.runtime.call(instanceId, pressOf(guest)), 'UNKNOWN_INSTANCE')
        await kit.runtime.dispose(instanceId)
      }
      await expectUnharmed(guest)
    },
  },
]

/** Its own VM of the beginning: what it counted is still there. */
async function expectUnharmed(guest: RunningGuest): Promise<void> {
  await guest.press('bump')
  expect((await guest.render()).tree).toEqual({ kind: 'text', text: 'variable 1' })
}

function collectFailures(kit: RuntimeKit): () => readonly unknown[] {
  const lists = [kit.collect('crash'), kit.collect('restart'), kit.collect('quarantine')]
  return () => lists.flat()
}

function pressOf({ instanceId }: RunningGuest): PluginCall {
  const view = createPluginViewFixture({ packageId: 'guest', instanceId })
  return { kind: 'event', widgetId: 'main', handler: 'bump', event: { type: 'press' }, view }
}

/** The variable source has the same as a tool. */
function toolOf({ view }: PluginCall): PluginCall {
  return { kind: 'invoke', surface: 'tool', name: 'bump', input: null, view }
}

function endlessList(): unknown {
  const list: unknown[] = []
  list.push(list)
  return list
}

function doublingList(): unknown {
  let list: unknown = 1
  for (let level = 0; level < 60; level += 1) list = [list, list]
  return list
}
