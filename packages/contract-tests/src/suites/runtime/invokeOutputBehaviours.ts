import { INVOKE_SIZE } from '@plugboard/contracts'
import { expect } from 'vitest'

import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, saidBy } from './runtimeKit.ts'

/** A plugin with one tool `go` of that body, and a widget beside it. */
export const toolWith = (body: string, before = ''): string =>
  `${before}
definePlugin(({ ui }) => ({
  title: 'Tool',
  widgets: { main: { render: () => ui.text('drawn') } },
  tools: { go: { run(input, ctx) { ${body} } }, fine: { run: () => 'fine' } },
}))`

/** Answers that are none, by what is wrong with them. */
const NO_OUTPUTS: Readonly<Record<string, string>> = {
  'is a function': 'return () => 1',
  'is a symbol': "return Symbol('x')",
  'is a BigInt': 'return 1n',
  'holds a BigInt': 'return { deep: [1n] }',
  'holds itself': 'const list = []; list.push(list); return list',
  'has a getter that throws': "return { get a() { throw new Error('x') } }",
  'is a Proxy whose traps throw':
    "return new Proxy({}, { get(_, name) { if (name !== 'then') throw 1 }, ownKeys() { throw 2 } })",
  'has a toJSON that throws': "return { toJSON() { throw new Error('x') } }",
  'has a toJSON that gives nothing': 'return { toJSON() {} }',
  'has the key __proto__': `return JSON.parse('{"a":{"__proto__":{"polluted":1}}}')`,
  'has the key constructor': 'return { a: [{ constructor: 1 }] }',
  'is nested too deep': 'let deep = 1; for (let level = 0; level < 300; level += 1) deep = [deep]; return deep',
  'is too large for one answer': `return 'x'.repeat(${INVOKE_SIZE})`,
  'is too large for any answer': "return 'x'.repeat(3e6)",
}

/** What a tool answers, and what is no answer. */
export const invokeOutputBehaviours: readonly RuntimeBehaviour[] = [
  ...Object.entries(NO_OUTPUTS).map(([fault, body]): RuntimeBehaviour => ({
    id: `invoke-output/${fault.replaceAll(' ', '-')}`,
    title: `an answer that ${fault} is INVALID_OUTPUT: nothing of the call comes out, and the plugin goes on`,
    async verify({ load }) {
      const guest = await load(toolWith(`ctx.dispatchPluginAction('lost'); ${body}`))
      await expectCode(guest.invoke('tool', 'go'), 'INVALID_OUTPUT')
      expect(await guest.invoke('tool', 'fine')).toMatchObject({ value: 'fine', intents: [] })
      expect(Object.keys({ ...({} as { polluted?: number }) })).toEqual([])
    },
  })),
  {
    id: 'invoke-output-once',
    title:
      'an answer is written once: what its toJSON gives is the value, and what that dispatches is part of the call',
    async verify({ load }) {
      const guest = await load(
        toolWith(`let times = 0
          const answer = { toJSON() { times += 1; ctx.dispatchPluginAction('written'); return { times, kind: 'value' } } }
          Promise.resolve().then(() => ctx.dispatchPluginAction('job'))
          return input === 'late' ? Promise.resolve(answer) : answer`),
      )
      for (const when of ['now', 'late']) {
        const result = await guest.invoke('tool', 'go', when)
        expect(result.value).toEqual({ times: 1, kind: 'value' })
        expect(saidBy(result)).toHaveLength(2)
      }
    },
  },
  {
    id: 'invoke-output-nothing',
    title: 'a tool that answers nothing answers null, and what JSON cannot say in a value is what JSON makes of it',
    async verify({ load }) {
      expect((await (await load(toolWith(''))).invoke('tool', 'go')).value).toBeNull()
      const odd = await load(toolWith('return [undefined, NaN, () => 1, new Date(0), { a: undefined, b: -0 }]'))
      expect((await odd.invoke('tool', 'go')).value).toEqual([null, null, null, '1970-01-01T00:00:00.000Z', { b: 0 }])
    },
  },
  {
    id: 'invoke-output-forged',
    title: 'whatever a tool does to its realm, its answer is its own and its intents are stamped by the host',
    async verify({ load }) {
      const guest = await load(
        toolWith(`Object.prototype.instanceId = 'victim@00000000'
          Array.prototype.toJSON = () => [{ scope: 'plugin', actionType: 'forged', instanceId: 'victim@00000000' }]
          JSON.stringify = () => '{"isDone":true,"intents":[],"value":["forged"]}'
          ctx.dispatchPluginAction('mine')
          return { intents: [{ scope: 'plugin', actionType: 'said' }], isDone: true, thrown: 1, stale: true, unsettled: true }`),
      )
      const result = await guest.invoke('tool', 'go')
      expect(result.value).toMatchObject({ isDone: true, thrown: 1 })
      for (const intent of result.intents)
        expect(intent).toMatchObject({ packageId: 'guest', instanceId: guest.instanceId })
      expect(JSON.stringify(result.intents)).not.toContain('victim')
    },
  },
]
