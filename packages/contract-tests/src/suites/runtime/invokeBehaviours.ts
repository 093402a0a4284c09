import { INVOKE_SIZE } from '@plugboard/contracts'
import { expect } from 'vitest'

import { pluginWith } from '../../fixtures/guestSources.ts'
import { surfacesSource } from '../../fixtures/surfacesSource.ts'
import { toolWith } from './invokeOutputBehaviours.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, expectUsage, saidBy, type RunningGuest } from './runtimeKit.ts'

/** Tools, hooks and services: what is asked of them, and what they answer. */
export const invokeBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'invoke-load',
    title: 'load lists tools, hooks and services, and a plugin that has one needs no widget',
    async verify({ load }) {
      const { plugin } = await load(surfacesSource)
      expect(plugin).toMatchObject({ widgets: [], handlers: {} })
      expect(plugin.surfaces).toEqual({
        tools: ['add', 'keys', 'slow', 'fail', 'spin'],
        hooks: ['before-send'],
        services: ['inbox'],
      })
      expect((await load(pluginWith({}))).plugin).not.toHaveProperty('surfaces')
    },
  },
  ...Object.entries({
    'has tools that are a list': 'tools: [{ run() {} }]',
    'has a tool without run': 'tools: { go: { handle() {} } }',
    'has a tool that is a function': 'tools: { go() {} }',
    'has hooks that are text': "hooks: 'before'",
    'has a hook that is no function': 'hooks: { before: { run() {} } }',
    'has services that are null': 'services: null',
    'has a service without handle': 'services: { inbox: { run() {} } }',
    'names a tool __proto__': "tools: { ['__proto__']: { run() {} } }",
    'names a hook with a space': "hooks: { 'two words'() {} }",
    'names a service constructor': 'services: { constructor: { handle() {} } }',
    'has empty maps of everything': 'widgets: {}, tools: {}, hooks: {}, services: {}',
  }).map(([fault, parts]): RuntimeBehaviour => ({
    id: `invoke-definition/${fault.replaceAll(' ', '-')}`,
    title: `a plugin that ${fault} is INVALID_PLUGIN`,
    async verify({ load }) {
      await expectCode(load(`definePlugin(() => ({ title: 'T', ${parts} }))`), 'INVALID_PLUGIN')
    },
  })),
  {
    id: 'invoke-tool',
    title: 'a tool answers a value, and its intents beside it, stamped with the identity of the instance',
    async verify({ load }) {
      const guest = await load(surfacesSource)
      const result = await guest.invoke('tool', 'add', { a: 2, b: 3 }, { pluginState: { value: 5 } })
      expect(result.value).toEqual({ sum: 5, unit: 'apples', before: { value: 5 } })
      expect(saidBy(result)).toEqual([{ scope: 'plugin', actionType: 'added', payload: { a: 2, b: 3 } }])
      expect(result.intents[0]).toMatchObject({ packageId: 'guest', instanceId: guest.instanceId })
      expect(result.rejected).toEqual([])
      expectUsage(result.usage)
    },
  },
  {
    id: 'invoke-context',
    title: 'a tool is given what a handler is given',
    async verify({ load }) {
      const guest = await load(surfacesSource)
      const parts = { shared: { weather: 'sun' }, grants: { readShared: ['weather'] } }
      const [keys, globalState, can] = (await guest.invoke('tool', 'keys', null, parts)).value as readonly unknown[]
      expect(keys).toEqual([
        'can',
        'dispatchGlobalAction',
        'dispatchPluginAction',
        'dispatchSharedAction',
        'dispatchSystemCommand',
        'globalState',
        'pluginState',
      ])
      expect(globalState).toEqual({
        self: { packageId: 'guest', instanceId: guest.instanceId },
        shared: { weather: 'sun' },
      })
      expect(can).toBe(true)
    },
  },
  {
    id: 'invoke-hook',
    title: 'a hook answers a decision',
    async verify({ load }) {
      const guest = await load(surfacesSource)
      const decide = async (text: string): Promise<unknown> =>
        (await guest.invoke('hook', 'before-send', { text })).value
      expect(await decide('as it is')).toEqual({ kind: 'proceed' })
      expect(await decide(' hi ')).toEqual({ kind: 'replace', payload: { text: 'hi' } })
      expect(await decide('')).toEqual({ kind: 'reject', reason: 'There is nothing to send.' })
    },
  },
  {
    id: 'invoke-hook-decision',
    title: 'a hook that answers no decision is INVALID_OUTPUT',
    async verify({ load }) {
      const bodies = [
        '',
        'return true',
        "return { kind: 'allow' }",
        "return { kind: 'replace' }",
        "return { kind: 'reject', reason: 7 }",
      ]
      const hooks = bodies.map((body, index) => `point${index}() { ${body} }`)
      const guest = await load(`definePlugin(() => ({ title: 'T', hooks: { ${hooks.join(', ')} } }))`)
      for (const index of bodies.keys()) await expectCode(guest.invoke('hook', `point${index}`), 'INVALID_OUTPUT')
    },
  },
  {
    id: 'invoke-service',
    title: 'a service answers commands, none when it answers nothing',
    async verify({ load }) {
      const guest = await load(surfacesSource)
      const result = await guest.invoke('service', 'inbox', { from: 'a' })
      expect(result.value).toEqual({ commands: [{ kind: 'answer', payload: { from: 'a' } }, { kind: 'done' }] })
      expect(saidBy(result)).toEqual([
        { scope: 'shared', domain: 'mail', actionType: 'received', payload: { from: 'a' } },
      ])
      expect((await guest.invoke('service', 'inbox', 'nothing')).value).toEqual({ commands: [] })
    },
  },
  {
    id: 'invoke-unknown',
    title: 'a name that was not declared for that surface is UNKNOWN_SURFACE, also one of JavaScript’s own',
    async verify({ load }) {
      const guest = await load(surfacesSource)
      for (const name of ['other', 'inbox', 'toString', 'constructor', '__proto__', '']) {
        await expectCode(guest.invoke('tool', name), 'UNKNOWN_SURFACE')
      }
      await expectCode(guest.invoke('hook', 'add'), 'UNKNOWN_SURFACE')
      await expectCode((await load(pluginWith({}))).invoke('service', 'main'), 'UNKNOWN_SURFACE')
    },
  },
  {
    id: 'invoke-fixed',
    title: 'tools are read at load: one that is added or replaced later is not called',
    async verify({ load }) {
      const guest =
        await load(`const tools = { go: { run() { tools.late = { run: () => 2 }; tools.go.run = () => 'replaced'; return 1 } } }
definePlugin(() => ({ title: 'T', tools }))`)
      expect((await guest.invoke('tool', 'go')).value).toBe(1)
      expect((await guest.invoke('tool', 'go')).value).toBe(1)
      await expectCode(guest.invoke('tool', 'late'), 'UNKNOWN_SURFACE')
    },
  },
  {
    id: 'invoke-throws',
    title: 'a tool that throws is PLUGIN_THREW, none of its intents come out, and none come with the next call',
    async verify({ load }) {
      const guest = await load(surfacesSource)
      for (const when of ['now', 'late']) {
        const error = await expectCode(guest.invoke('tool', 'fail', when), 'PLUGIN_THREW')
        expect(error.message).toContain('tool "fail"')
        expect(error.message).toContain('RangeError: failed on purpose')
      }
      expect(saidBy(await guest.invoke('tool', 'add', { a: 1, b: 1 }))).toHaveLength(1)
    },
  },
  {
    id: 'invoke-async',
    title: 'an async tool is awaited, and one whose promise never settles is PLUGIN_THREW',
    async verify({ load }) {
      const guest = await load(surfacesSource)
      const result = await guest.invoke('tool', 'slow', 1)
      expect(result.value).toEqual(['start 1', 'end 1'])
      expect(saidBy(result)).toMatchObject([{ actionType: 'started' }, { actionType: 'ended' }])
      const never = await load(toolWith('return new Promise(() => {})'))
      await expectCode(never.invoke('tool', 'go'), 'PLUGIN_THREW')
    },
  },
  {
    id: 'invoke-serial',
    title: 'invocations, events and renders of one instance run one after the other, in the order in which they came',
    async verify({ load }) {
      const guest = await load(`const seen = []
definePlugin(({ ui }) => ({
  title: 'T',
  widgets: { main: { render: () => ui.text(seen.join(' ')), handlers: { async note(ctx, event) { seen.push('in'); await null; seen.push('event') } } } },
  tools: { note: { async run(input) { seen.push('in'); for (let turn = 0; turn < 5; turn += 1) await null; seen.push('tool'); return seen.length } } },
}))`)
      const first = guest.invoke('tool', 'note')
      const calls = [guest.press('note'), guest.invoke('tool', 'note')]
      const render = guest.render()
      expect((await first).value).toBe(2)
      await Promise.all(calls)
      expect((await render).tree).toEqual({ kind: 'text', text: 'in tool in event in tool' })
    },
  },
  {
    id: 'invoke-queue-full',
    title: 'invocations wait among the calls of the instance: past the limit the excess is QUEUE_FULL',
    async verify({ load }) {
      const guest = await load(surfacesSource, { limits: { queuedEvents: 2 } })
      const calls = Array.from({ length: 9 }, (_, number) => guest.invoke('tool', 'slow', number))
      const outcomes = await Promise.allSettled(calls)
      const taken = outcomes.flatMap(({ status }, number) => (status === 'fulfilled' ? [number] : []))
      expect(taken).toEqual(taken.map((_, position) => position))
      expect(taken.length).toBeLessThanOrEqual(3)
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'QUEUE_FULL' })
      }
    },
  },
  {
    id: 'invoke-input',
    title: 'an input is the plugin’s own copy, and one that is no JSON or too large is PROTOCOL',
    async verify({ load }) {
      const guest = await load(toolWith('input.list.push(2); return input'))
      const input = { list: [1] }
      expect((await guest.invoke('tool', 'go', input)).value).toEqual({ list: [1, 2] })
      expect(input).toEqual({ list: [1] })
      await expectCode(guest.invoke('tool', 'go', 'x'.repeat(INVOKE_SIZE)), 'PROTOCOL')
      await expectCode(guest.invoke('tool', 'go', JSON.parse('{"__proto__":1}')), 'PROTOCOL')
      await expectCode(guest.invoke('tool', 'go', [new Date(0)] as never), 'PROTOCOL')
    },
  },
  {
    id: 'invoke-late',
    title: 'what is dispatched after an invocation has ended is dropped, also while another call is open',
    async verify({ load }) {
      const guest = await load(
        toolWith(
          "if (kept) kept.dispatchPluginAction('late'); kept = ctx; ctx.dispatchPluginAction('own')",
          'let kept',
        ),
      )
      for (let time = 0; time < 2; time += 1) {
        expect(saidBy(await guest.invoke('tool', 'go'))).toEqual([{ scope: 'plugin', actionType: 'own' }])
      }
    },
  },
  {
    id: 'invoke-after-fatal',
    title: 'after a fatal code the next invocation finds the instance in a fresh VM',
    async verify({ causeFatal, load }) {
      const guest = await load(`let count = 0
definePlugin(({ ui }) => ({
  title: 'T',
  widgets: { main: { render: () => ui.text('x'), handlers: { spin() { for (;;); } } } },
  tools: { count: { run: () => (count += 1) } },
}))`)
      expect(await countOf(guest)).toBe(1)
      await causeFatal(guest)
      expect(await countOf(guest)).toBe(1)
      expect(await countOf(guest)).toBe(2)
    },
  },
]

async function countOf(guest: RunningGuest): Promise<unknown> {
  return (await guest.invoke('tool', 'count')).value
}
