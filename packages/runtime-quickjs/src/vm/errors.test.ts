import { ERROR_MESSAGE_LENGTH } from '@plugboard/contracts'
import { pluginWith } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'

import { refusalOf, rejectionOf, startVm } from '../../test/vmKit.ts'

/** Maps line 1 of the evaluated code to line 10, and line 3 to line 30, both from column 1 to column 5. */
const SOURCE_MAP = JSON.stringify({ version: 3, sources: ['plugin.ts'], names: [], mappings: 'AASI;;AAoBA' })

describe('what a plugin throws', () => {
  test('keeps its name, its message, and its place in the author’s source', async () => {
    const { press } = await startVm(pluginWith({ handlers: '\n  go() {\n    throw new RangeError("too far") }' }))
    expect(refusalOf(() => press('go'))).toMatchObject({
      code: 'PLUGIN_THREW',
      message:
        'handler "go" of widget "main" threw RangeError: too far at line 7, column 25. Fix the plugin, or catch the error in it.',
      source: { line: 7, column: 25 },
    })
  })

  test('has its place mapped through the source map, as intents and log lines have', async () => {
    const code =
      "definePlugin(() => ({ title: 'T', widgets: { main: { render() {}, handlers: {\n\ngo(ctx) { console.log('x'); ctx.dispatchPluginAction('go') }, fail() { throw new Error('x') } } } } }))"
    const { press, logs } = await startVm(code, { request: { sourceMap: SOURCE_MAP } })
    expect(press('go').intents[0]?.source).toEqual({ line: 30, column: 5 })
    expect(logs[0]?.source).toEqual({ line: 30, column: 5 })
    expect(refusalOf(() => press('fail')).source).toEqual({ line: 30, column: 5 })
  })

  test('a source map that cannot be read, or has no place for the position, leaves it as it is', async () => {
    const code = pluginWith({ handlers: '\n\ngo(ctx) { ctx.dispatchPluginAction("go") }' })
    const plain = (await startVm(code)).press('go').intents[0]?.source
    expect(plain).toMatchObject({ line: 7 })
    for (const sourceMap of [
      '',
      '{',
      '{}',
      '[]',
      'null',
      '{"version":3,"sources":[],"names":[],"mappings":"!!!"}',
      SOURCE_MAP,
    ]) {
      const { press } = await startVm(code, { request: { sourceMap } })
      expect(press('go').intents[0]?.source, sourceMap).toBeDefined()
    }
    const broken = await startVm(code, { request: { sourceMap: '{' } })
    expect(broken.press('go').intents[0]?.source).toEqual(plain)
  })

  test('anything can be thrown and is put into words without harm', async () => {
    const { vm, press } = await startVm(
      pluginWith({
        handlers: `go(ctx, event) {
          const things = {
            null: null, undefined: undefined, text: 'just text', number: 7, big: 10n, symbol: Symbol('s'),
            empty: {}, bare: Object.create(null), message: { message: 'm' }, name: { name: 'N' },
            getter: { get message() { throw new Error('nested') } },
            odd: { message: { toString() { throw new Error('x') } }, stack: 7 },
            trapped: new Proxy({}, { get() { throw new Error('trapped') }, getPrototypeOf() { throw new Error('trapped') } }),
            fn: function named() {},
            forged: { message: 'm', stack: 'at x (plugin.js:99:77)' },
            badStack: { message: 'm', stack: 'plugin.js:x plugin.js:1' },
          }
          throw things[event.args]
        }`,
      }),
    )
    const said = (thing: string): string =>
      refusalOf(() => press('go', thing)).message.replace(/^.*? threw |\. Fix.*$/g, '')
    expect({
      null: said('null'),
      undefined: said('undefined'),
      text: said('text'),
      number: said('number'),
      big: said('big'),
      symbol: said('symbol'),
      empty: said('empty'),
      bare: said('bare'),
      message: said('message'),
      name: said('name'),
      getter: said('getter'),
      odd: said('odd'),
      trapped: said('trapped'),
      fn: said('fn'),
      forged: said('forged'),
      badStack: said('badStack'),
    }).toEqual({
      null: 'null',
      undefined: 'undefined',
      text: 'just text',
      number: '7',
      big: '10',
      symbol: 'Symbol(s)',
      empty: 'an object without a message',
      bare: 'an object without a message',
      message: 'an object: m',
      name: 'N: ',
      getter: 'an object without a message',
      odd: 'an object without a message',
      trapped: 'an object without a message',
      fn: 'named: ',
      // For display only: a guest may say where it likes.
      forged: 'an object: m at line 99, column 77',
      badStack: 'an object: m',
    })
    expect(vm.fatal).toBeNull()
  })

  test('messages are cut before they leave', async () => {
    const { press } = await startVm(pluginWith({ handlers: 'go() { throw new Error("\u0000".repeat(1e6)) }' }))
    expect(refusalOf(() => press('go')).message.length).toBeLessThanOrEqual(ERROR_MESSAGE_LENGTH)
  })

  test('code that does not parse says where', async () => {
    expect(await rejectionOf(startVm('definePlugin(\n  let x = ;\n)'))).toMatchObject({
      code: 'PLUGIN_THREW',
      message: expect.stringContaining('The code of the plugin threw SyntaxError'),
      source: { line: 2 },
    })
  })

  test('code that throws while it loads, and a factory that throws, say which of them it was', async () => {
    expect((await rejectionOf(startVm('throw new Error("at once")'))).message).toContain(
      'The code of the plugin threw Error: at once',
    )
    expect((await rejectionOf(startVm('definePlugin(() => { throw new Error("inside") })'))).message).toContain(
      'The function given to definePlugin threw Error: inside',
    )
  })

  test('no host path and no frame of the bootstrap is in anything the guest or the host is told', async () => {
    const { press } = await startVm(
      pluginWith({
        handlers: `go(ctx) {
          const stacks = [new Error('x').stack]
          try { ctx.dispatchGlobalAction() } catch (error) { stacks.push(error.stack) }
          try { JSON.parse('{') } catch (error) { stacks.push(error.stack) }
          ctx.dispatchPluginAction('stacks', stacks)
        }`,
      }),
    )
    expect(JSON.stringify(press('go').intents)).not.toMatch(/file:|node_modules|\/work|\/src\/|\.ts\b/)
  })
})
