import { pluginWith } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'

import { refusalOf, startVm } from '../../test/vmKit.ts'

// Each of these replaces something that the bootstrap relies on, in the first line that plugin code runs.
const ATTACKS: Readonly<Record<string, string>> = {
  'JSON.stringify': "JSON.stringify = () => 'FORGED'",
  'JSON.parse': 'JSON.parse = () => ({ widgetId: "main", view: { pluginState: "FORGED" } })',
  'the JSON object': 'globalThis.JSON = { stringify() { return "FORGED" }, parse() { return "FORGED" } }',
  'Object.prototype.toJSON':
    'Object.prototype.toJSON = function () { return "FORGED" }; delete Object.prototype.toJSON',
  'Array.prototype.push': 'Array.prototype.push = () => { throw new Error("FORGED") }',
  'a setter for the first element of every array':
    "Object.defineProperty(Array.prototype, '0', { set() {}, get() { return 'FORGED' }, configurable: true })",
  'setters on Object.prototype': `for (const name of ['kind', 'intents', 'count', 'state', 'thrown', 'next', 'widgetId', 'view', 'render', 'handlers', 'self', 'value'])
    Object.defineProperty(Object.prototype, name, { set() { throw new Error('FORGED') }, get() { return 'FORGED' }, configurable: true })`,
  'Function.prototype.call and apply':
    'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { throw new Error("FORGED") }',
  'Reflect.apply': 'Reflect.apply = Reflect.construct = () => "FORGED"',
  'Object.keys': "Object.keys = () => ['FORGED']",
  'Object.defineProperty':
    'Object.defineProperty = Object.freeze = Object.getPrototypeOf = () => { throw new Error("FORGED") }',
  'Symbol.iterator of arrays and strings': `Array.prototype[Symbol.iterator] = String.prototype[Symbol.iterator] = function* () { yield 'FORGED' }`,
  'String.prototype': `for (const name of ['slice', 'indexOf', 'charCodeAt', 'split', 'replace', 'concat', 'toString', 'valueOf'])
    String.prototype[name] = () => 'FORGED'`,
  'the Error constructor': 'globalThis.Error = function () { throw "FORGED" }',
  'Error.prepareStackTrace': 'Error.prepareStackTrace = () => { throw "FORGED" }; Error.stackTraceLimit = 0',
  'RegExp.prototype.exec': 'RegExp.prototype.exec = RegExp.prototype.test = () => { throw new Error("FORGED") }',
  'Promise.prototype.then': 'Promise.prototype.then = Promise.resolve = () => "FORGED"',
  'Array.isArray': 'Array.isArray = () => false',
  'Math.floor and imul': 'Math.floor = Math.imul = () => NaN',
}

describe('what a plugin does to its built-ins', () => {
  for (const [name, attack] of Object.entries(ATTACKS)) {
    test(`${name}: loading, rendering, dispatching, logging and failing work as before`, async () => {
      const { vm, render, press, logs } = await startVm(
        pluginWith({
          before: `${attack};`,
          render: "return { kind: 'text', text: 'state ' + view.pluginState }",
          handlers: `go(ctx, event) { console.log('logged'); ctx.dispatchSharedAction('counter-summary', 'set', { by: event.args }) },
          fail() { throw { name: 'Oops', message: 'on purpose' } }`,
        }),
      )
      expect(vm.loaded).toMatchObject({ title: 'Guest', handlers: { main: ['go', 'fail'] } })
      expect(render(7).tree).toEqual({ kind: 'text', text: 'state 7' })
      const { intents, rejected } = press('go', 3)
      expect(rejected).toEqual([])
      expect(intents).toMatchObject([
        {
          scope: 'shared',
          domain: 'counter-summary',
          actionType: 'set',
          payload: { by: 3 },
          packageId: 'guest',
          source: { line: expect.any(Number) },
        },
      ])
      expect(logs).toMatchObject([{ level: 'info', args: ['logged'] }])
      expect(refusalOf(() => press('fail'))).toMatchObject({
        code: 'PLUGIN_THREW',
        message: expect.stringContaining('Oops: on purpose'),
      })
    })
  }

  test('a toJSON on Object.prototype changes what the plugin says and nothing that the bootstrap says', async () => {
    const { render, press } = await startVm(
      pluginWith({
        render:
          "Object.prototype.toJSON = function () { return { kind: 'text', text: 'mine' } }; return { kind: 'divider' }",
        handlers: "go(ctx) { ctx.dispatchPluginAction('go', { a: 1 }) }",
      }),
    )
    expect(render().tree).toEqual({ kind: 'text', text: 'mine' })
    expect(press('go').intents).toMatchObject([{ actionType: 'go', payload: { kind: 'text', text: 'mine' } }])
  })

  test('a slice that gives more than it was asked for does not make a log line longer', async () => {
    const { press, logs } = await startVm(
      pluginWith({
        before: "const long = 'x'.repeat(5000); String.prototype.slice = () => long;",
        handlers: 'go() { console.log(long); console.log({ long }) }',
      }),
    )
    press('go')
    for (const { args } of logs) expect(JSON.stringify(args).length).toBeLessThanOrEqual(2_000)
    expect(logs).toHaveLength(2)
  })

  test('nothing of the bootstrap is reachable: no extra globals, no callers, no functions in stacks', async () => {
    const { press } = await startVm(
      pluginWith({
        before: `let seen = []
Error.prepareStackTrace = (error, frames) => { seen.push(typeof frames); return frames }`,
        handlers: `look(ctx) {
          const names = Object.getOwnPropertyNames(globalThis).filter((name) => /plugboard|entry|host|writeLog|config|boot/i.test(name))
          const stack = new Error('x').stack
          let caller = 'none'
          try { caller = typeof ctx.dispatchPluginAction.caller } catch {}
          let callee = 'none'
          try { callee = (function () { return typeof arguments.callee.caller })() } catch {}
          ctx.dispatchPluginAction('look', { names, stack: typeof stack, seen, caller, callee })
        }`,
      }),
    )
    expect(press('look').intents[0]?.payload).toEqual({
      names: [],
      stack: 'string',
      seen: [],
      caller: expect.stringMatching(/none|undefined/),
      callee: expect.stringMatching(/none|undefined/),
    })
  })

  test('the handlers and widgets of the definition are read once: accessors run once, later changes have no effect', async () => {
    const { press, render } = await startVm(`let reads = []
const handlers = { get go() { reads.push('go'); return (ctx) => ctx.dispatchPluginAction('first', reads.length) } }
const main = { get render() { reads.push('render'); return () => ({ kind: 'text', text: reads.join() }) }, get handlers() { reads.push('handlers'); return handlers } }
const definition = { get title() { reads.push('title'); return 'T' }, get widgets() { reads.push('widgets'); return { main } } }
definePlugin(() => definition)`)
    expect(render().tree).toEqual({ kind: 'text', text: 'title,widgets,render,handlers,go' })
    expect(press('go').intents).toMatchObject([{ actionType: 'first', payload: 5 }])
    expect(render().tree).toEqual({ kind: 'text', text: 'title,widgets,render,handlers,go' })
  })

  test('replacing the globals of the API after loading changes nothing that was loaded', async () => {
    const { render } = await startVm(
      pluginWith({
        before: 'const keep = ui;',
        render: "globalThis.ui = globalThis.console = globalThis.definePlugin = null; return keep.text('still')",
      }),
    )
    render()
    expect(render().tree).toEqual({ kind: 'text', text: 'still' })
  })
})
