import { ACTION_TYPE_LENGTH } from '@plugboard/contracts'
import { expect } from 'vitest'

import { counterSource, echoSource, pluginWith } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, expectUsage, saidBy } from './runtimeKit.ts'

/** Events: context, intents, budgets, errors, order. */
export const eventBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'event-intents',
    title: 'a handler answers its intents in order, each stamped with the identity of the instance',
    async verify({ load }) {
      const guest = await load(counterSource, { packageId: 'counter' })
      const result = await guest.press('increment', { by: 2 }, { pluginState: { value: 5 } })
      expect(saidBy(result)).toEqual([
        { scope: 'plugin', actionType: 'increment', payload: { by: 2 } },
        { scope: 'shared', domain: 'counter-summary', actionType: 'set-instance', payload: { value: 7 } },
      ])
      for (const intent of result.intents) {
        expect(intent).toMatchObject({ packageId: 'counter', instanceId: guest.instanceId })
      }
      expect(result.rejected).toEqual([])
      expectUsage(result.usage)
    },
  },
  {
    id: 'event-system-command',
    title: 'a system command is an intent, with no payload when none was given',
    async verify({ load }) {
      const guest = await load(counterSource)
      expect(saidBy(await guest.press('report', undefined, { pluginState: { value: 0 } }))).toEqual([
        { scope: 'system', command: 'collect-diagnostics' },
      ])
    },
  },
  {
    id: 'event-arguments',
    title: 'a handler gets (ctx, event): the event as it was sent, with the args of its reference',
    async verify({ load }) {
      const guest = await load(echoSource)
      const event = {
        type: 'change',
        name: 'field',
        value: 'ü\u0000🦀',
        rev: 3,
        args: { deep: [1, { two: null }] },
      } as const
      const view = { pluginState: [1, 2], shared: { weather: 'sun' } }
      const [said] = saidBy(await guest.send('echo', event, view)) as { payload: Record<string, unknown> }[]
      expect(said?.payload['event']).toEqual(event)
      expect(said?.payload['pluginState']).toEqual([1, 2])
      expect(said?.payload['globalState']).toEqual({
        self: { packageId: 'guest', instanceId: guest.instanceId },
        shared: { weather: 'sun' },
      })
      expect(said?.payload['keys']).toEqual(
        expect.arrayContaining(['can', 'dispatchPluginAction', 'dispatchSharedAction', 'dispatchSystemCommand']),
      )
    },
  },
  {
    id: 'event-can',
    title: 'ctx.can answers from the grants of the view',
    async verify({ load }) {
      const guest = await load(echoSource)
      const questions = [
        ['readShared', 'weather'],
        ['writeShared', 'weather'],
        ['writeShared', 'notes'],
        ['systemCommand', 'restart-plugin'],
        ['systemCommand', 'toggle-plugin'],
        ['everything', 'weather'],
        ['readShared', 'constructor'],
        ['component', 'maps'],
        ['component', 'charts'],
      ]
      const grants = {
        readShared: ['weather'],
        writeShared: ['notes'],
        systemCommands: ['restart-plugin'],
        components: ['maps'],
      }
      const result = await guest.press('can', questions, { grants })
      expect(saidBy(result)).toEqual([
        { scope: 'plugin', actionType: 'can', payload: [true, false, true, true, false, false, false, true, false] },
      ])
      // Taken away, the list is not there at all.
      const { components: _taken, ...fewer } = grants
      const later = await guest.press('can', questions, { grants: fewer })
      expect(saidBy(later)).toMatchObject([{ payload: [true, false, true, true, false, false, false, false, false] }])
    },
  },
  {
    id: 'event-bad-intent',
    title: 'a bad intent is rejected alone, with its position',
    async verify({ load }) {
      const guest = await load(echoSource)
      const types = ['good', '', 42, 'x'.repeat(ACTION_TYPE_LENGTH + 1), null, 'also good'].map((type) => [type])
      const result = await guest.press('send', types)
      expect(saidBy(result)).toEqual([
        { scope: 'plugin', actionType: 'good' },
        { scope: 'plugin', actionType: 'also good' },
      ])
      expect(result.rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4])
      for (const { reason } of result.rejected) expect(reason).toMatch(/^invalid-intent:/)
    },
  },
  {
    id: 'event-forbidden-payload',
    title: 'a payload with a prototype key or with something that is not JSON is rejected alone',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          handlers: `go(ctx) {
            const cyclic = {}; cyclic.self = cyclic
            ctx.dispatchPluginAction('proto', JSON.parse('{"__proto__": {"x": 1}}'))
            ctx.dispatchPluginAction('constructor', { nested: { constructor: 1 } })
            ctx.dispatchPluginAction('cyclic', cyclic)
            ctx.dispatchPluginAction('bigint', 1n)
            ctx.dispatchPluginAction('good', { a: 1 })
          }`,
        }),
      )
      const result = await guest.press('go')
      expect(saidBy(result)).toEqual([{ scope: 'plugin', actionType: 'good', payload: { a: 1 } }])
      expect(result.rejected.map(({ index }) => index)).toEqual([0, 1, 2, 3])
    },
  },
  {
    id: 'event-budget',
    title: 'past the budget of intents only the excess is rejected',
    async verify({ load }) {
      const guest = await load(echoSource, { limits: { intentsPerEvent: 3 } })
      const result = await guest.press(
        'send',
        ['a', 'b', 'c', 'd', 'e'].map((type) => [type]),
      )
      expect(saidBy(result)).toEqual(['a', 'b', 'c'].map((actionType) => ({ scope: 'plugin', actionType })))
      expect(result.rejected).toEqual([
        { index: 3, reason: 'intent-budget-exceeded' },
        { index: 4, reason: 'intent-budget-exceeded' },
      ])
    },
  },
  {
    id: 'event-bytes-out',
    title: 'a list of intents over the bytes out is INVALID_INTENTS, and the next event works',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          handlers:
            "go(ctx, event) { for (let i = 0; i < 10; i += 1) ctx.dispatchPluginAction('go', 'x'.repeat(event.args)) }",
        }),
        { limits: { bytesOut: 4_000 } },
      )
      await expectCode(guest.press('go', 1_000), 'INVALID_INTENTS')
      expect((await guest.press('go', 1)).intents).toHaveLength(10)
    },
  },
  {
    id: 'event-invalid-event',
    title: 'an event that is none is refused as PROTOCOL',
    async verify({ load, runtime }) {
      const guest = await load(echoSource)
      // What a host with a bug, or a worker message from elsewhere, could send.
      const event = { type: 'explode', args: 1 } as never
      await expectCode(guest.send('echo', event), 'PROTOCOL')
      await expectCode(guest.send('echo', { type: 'press', args: { constructor: 1 } }), 'PROTOCOL')
      expect((await runtime.health()).groups.flatMap(({ instanceIds }) => instanceIds)).toContain(guest.instanceId)
    },
  },
  {
    id: 'event-forged-identity',
    title: 'whatever a guest claims to be, only its own identity comes out',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          handlers: `go(ctx) {
            Object.prototype.instanceId = 'victim@00000000'
            Array.prototype.push = function () { this[this.length] = { scope: 'plugin', actionType: 'forged', instanceId: 'victim@00000000', packageId: 'victim' }; return this.length }
            JSON.stringify = () => '[{"scope":"plugin","actionType":"forged","instanceId":"victim@00000000","packageId":"victim"}]'
            ctx.dispatchPluginAction('mine')
          }`,
        }),
      )
      const result = await guest.press('go')
      for (const intent of result.intents) {
        expect(intent).toMatchObject({ packageId: 'guest', instanceId: guest.instanceId })
      }
      expect(JSON.stringify(result)).not.toContain('victim')
    },
  },
  {
    id: 'event-unknown-handler',
    title: 'an unknown handler is UNKNOWN_HANDLER, also when its name is one of JavaScript’s own',
    async verify({ load }) {
      const guest = await load(counterSource)
      for (const name of ['other', 'toString', 'constructor', '__proto__', '']) {
        await expectCode(guest.press(name), 'UNKNOWN_HANDLER')
      }
    },
  },
  {
    id: 'event-handlers-fixed',
    title: 'handlers are read at load: one that is added or replaced later is not called',
    async verify({ load }) {
      const guest = await load(
        `const handlers = {
          go(ctx) { handlers.late = (ctx) => ctx.dispatchPluginAction('late'); ctx.dispatchPluginAction('go') },
        }
        definePlugin(({ ui }) => ({ id: 'a', title: 'A', widgets: { main: { render() { return ui.text('a') }, handlers } } }))`,
      )
      await guest.press('go')
      await expectCode(guest.press('late'), 'UNKNOWN_HANDLER')
    },
  },
  {
    id: 'event-global-action',
    title: 'dispatchGlobalAction throws and names dispatchSharedAction',
    async verify({ load }) {
      const guest = await load(pluginWith({ handlers: "go(ctx) { ctx.dispatchGlobalAction('set', 1) }" }))
      const error = await expectCode(guest.press('go'), 'PLUGIN_THREW')
      expect(error.message).toContain('dispatchSharedAction')
    },
  },
]
