import { createInstanceId } from '@plugboard/contracts'
import { expect } from 'vitest'

import { counterSource, pluginWith, twoWidgetsSource } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode } from './runtimeKit.ts'

const define = (definition: string): string => `definePlugin(({ ui }) => (${definition}))`

/** Definitions that are refused with `INVALID_PLUGIN`, by what is wrong with them. */
const INVALID_DEFINITIONS: Readonly<Record<string, string>> = {
  'calls definePlugin never': 'const nothing = 1',
  'calls definePlugin twice': `${counterSource}\n${counterSource}`,
  'gives no function': 'definePlugin(42)',
  'gives a factory that returns nothing': 'definePlugin(() => {})',
  'gives a factory that returns text': "definePlugin(() => 'plugin')",
  'gives an async factory': "definePlugin(async () => ({ id: 'a', title: 'A', widgets: {} }))",
  'has no widgets': define("{ id: 'a', title: 'A' }"),
  'has a list of widgets': define("{ id: 'a', title: 'A', widgets: [{ render() {} }] }"),
  'has a widget that is null': define("{ id: 'a', title: 'A', widgets: { main: null } }"),
  'has a widget without render': define("{ id: 'a', title: 'A', widgets: { main: { handlers: {} } } }"),
  'has a render that is text': define("{ id: 'a', title: 'A', widgets: { main: { render: 'x' } } }"),
  'has a handler that is no function': define(
    "{ id: 'a', title: 'A', widgets: { main: { render() {}, handlers: { go: 1 } } } }",
  ),
  'has handlers that are text': define("{ id: 'a', title: 'A', widgets: { main: { render() {}, handlers: 'go' } } }"),
  'has a title that is a number': define("{ id: 'a', title: 1, widgets: { main: { render() {} } } }"),
  'has an id that is an object': define("{ id: {}, title: 'A', widgets: { main: { render() {} } } }"),
  'names a widget __proto__': define("{ id: 'a', title: 'A', widgets: { ['__proto__']: { render() {} } } }"),
  'names a widget with a space': define("{ id: 'a', title: 'A', widgets: { 'two words': { render() {} } } }"),
  'names a handler __proto__': define(
    "{ id: 'a', title: 'A', widgets: { main: { render() {}, handlers: { ['__proto__']() {} } } } }",
  ),
  'has a forbidden key in its state': define(
    `{ id: 'a', title: 'A', initialState: JSON.parse('{"__proto__": 1}'), widgets: { main: { render() {} } } }`,
  ),
}

/** Loading: metadata, validation, identity. */
export const loadBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'load-metadata',
    title: 'load returns what the definition says about itself',
    async verify({ load }) {
      const { plugin, instanceId } = await load(counterSource, { packageId: 'counter' })
      expect(plugin).toEqual({
        packageId: 'counter',
        instanceId,
        declaredId: 'counter',
        title: 'Counter',
        description: 'Counts the presses of one button.',
        initialState: { value: 0 },
        widgets: ['main'],
        handlers: { main: ['increment', 'report'] },
      })
    },
  },
  {
    id: 'load-several-widgets',
    title: 'load lists every widget with its own handlers',
    async verify({ load }) {
      const { plugin } = await load(twoWidgetsSource)
      expect(plugin.widgets).toEqual(['main', 'side'])
      expect(plugin.handlers).toEqual({ main: ['first'], side: ['second'] })
    },
  },
  {
    id: 'load-no-handlers',
    title: 'load accepts a widget without handlers',
    async verify({ load }) {
      const { plugin } = await load(
        define("{ id: 'a', title: 'A', widgets: { main: { render() { return ui.text('a') } } } }"),
      )
      expect(plugin.handlers).toEqual({ main: [] })
    },
  },
  {
    id: 'load-display-text',
    title:
      'what a plugin calls itself is cleaned of controls and of what turns the words around it, because hosts show it',
    async verify({ load }) {
      const { plugin } = await load(
        define(
          String.raw`{ id: 'a\u0000b', title: 'Pay\u0000 \u202Eevil', description: 'one\ntwo\u2067', widgets: { main: { render() {} } } }`,
        ),
      )
      expect(plugin).toMatchObject({ declaredId: 'a b', title: 'Pay  evil', description: 'one two' })
    },
  },
  ...Object.entries(INVALID_DEFINITIONS).map(([fault, code]): RuntimeBehaviour => ({
    id: `load-invalid/${fault.replaceAll(' ', '-')}`,
    title: `load refuses a plugin that ${fault}`,
    async verify({ load }) {
      await expectCode(load(code), 'INVALID_PLUGIN')
    },
  })),
  {
    id: 'load-throws',
    title: 'load rejects with PLUGIN_THREW and the line when the code throws',
    async verify({ load }) {
      const error = await expectCode(load("const a = 1\n\nthrow new TypeError('broken at load')"), 'PLUGIN_THREW')
      expect(error.message).toContain('TypeError')
      expect(error.message).toContain('broken at load')
      expect(error.source?.line).toBe(3)
    },
  },
  {
    id: 'load-syntax-error',
    title: 'load rejects code that does not parse',
    async verify({ load }) {
      const error = await expectCode(load('definePlugin(({'), 'PLUGIN_THREW', 'INVALID_PLUGIN')
      expect(error.message).toContain('SyntaxError')
    },
  },
  {
    id: 'load-factory-throws',
    title: 'load rejects with PLUGIN_THREW when the factory throws',
    async verify({ load }) {
      await expectCode(load("definePlugin(() => { throw new Error('no plugin today') })"), 'PLUGIN_THREW')
    },
  },
  {
    id: 'load-retry',
    title: 'a load that failed may be tried again under the same id',
    async verify({ load }) {
      const instanceId = createInstanceId('guest')
      await expectCode(load('throw new Error()', { instanceId }), 'PLUGIN_THREW')
      const { plugin } = await load(counterSource, { instanceId })
      expect(plugin.instanceId).toBe(instanceId)
    },
  },
  {
    id: 'load-duplicate',
    title: 'loading an id that is alive is refused and leaves the first instance as it was',
    async verify({ load }) {
      const first = await load(counterSource)
      await expectCode(load(twoWidgetsSource, { instanceId: first.instanceId }), 'DUPLICATE_INSTANCE')
      expect((await first.render({ pluginState: { value: 4 } })).tree.kind).toBe('column')
    },
  },
  {
    id: 'load-duplicate-race',
    title: 'of two loads of one id at once exactly one succeeds',
    async verify({ load }) {
      const instanceId = createInstanceId('guest')
      const outcomes = await Promise.allSettled([
        load(counterSource, { instanceId }),
        load(counterSource, { instanceId }),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'DUPLICATE_INSTANCE' })
      }
    },
  },
  {
    id: 'load-api-version',
    title: 'an unknown version of the plugin API is refused and the known ones are named',
    async verify({ load }) {
      const error = await expectCode(load(counterSource, { apiVersion: 99 }), 'UNSUPPORTED_API_VERSION')
      expect(error.message).toContain('99')
      expect(error.message.replace('99', '')).toContain('1')
      await load(counterSource, { apiVersion: 1 })
    },
  },
  {
    id: 'load-declared-id',
    title: 'what a plugin calls itself changes nothing: collisions and spoofs live side by side',
    async verify({ load }) {
      const host = await load(counterSource, { packageId: 'counter' })
      const spoof = await load(
        pluginWith({ id: host.instanceId, handlers: "go(ctx) { ctx.dispatchPluginAction('go') }" }),
        { packageId: 'spoof' },
      )
      const twin = await load(pluginWith({ id: 'counter', handlers: "go(ctx) { ctx.dispatchPluginAction('go') }" }))
      expect((await spoof.press('go')).intents[0]).toMatchObject({ packageId: 'spoof', instanceId: spoof.instanceId })
      expect((await twin.press('go')).intents[0]).toMatchObject({ packageId: 'guest', instanceId: twin.instanceId })
      const { intents } = await host.press('increment', { by: 1 }, { pluginState: { value: 0 } })
      expect(intents[0]).toMatchObject({ packageId: 'counter', instanceId: host.instanceId })
    },
  },
]
