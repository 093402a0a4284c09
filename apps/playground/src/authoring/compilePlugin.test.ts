import { test as property, fc } from '@fast-check/vitest'
import { createInstanceId, NO_GRANTS, type PluginRuntime, type SourcePosition } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { bundlePrelude } from '../../build/bundlePrelude.ts'
import { compilePlugin, SOURCE_LENGTH, type CompiledPlugin } from './compilePlugin.ts'

const prelude = await bundlePrelude()
let runtime: PluginRuntime
beforeAll(() => {
  runtime = createQuickJSRuntime({ placement: 'inline' })
})
afterAll(async () => {
  await runtime[Symbol.asyncDispose]()
})

function compile(text: string): CompiledPlugin {
  const result = compilePlugin(text, prelude)
  if (result.kind !== 'compiled') throw new Error(JSON.stringify(result))
  return result
}

async function load(text: string): Promise<string> {
  const instanceId = createInstanceId('mine')
  const { code, sourceMap } = compile(text)
  await runtime.load({ packageId: 'mine', instanceId, code, sourceMap })
  return instanceId
}

const viewOf = (instanceId: string) => ({
  pluginState: { count: 1 },
  globalState: { self: { packageId: 'mine', instanceId }, shared: {} },
  grants: NO_GRANTS,
})

async function draw(text: string): Promise<unknown> {
  const instanceId = await load(text)
  const { tree } = await runtime.call(instanceId, { kind: 'render', widgetId: 'main', view: viewOf(instanceId) })
  return tree
}

async function press(text: string) {
  const instanceId = await load(text)
  const event = { type: 'press' } as const
  return await runtime.call(instanceId, {
    kind: 'event',
    widgetId: 'main',
    handler: 'go',
    event,
    view: viewOf(instanceId),
  })
}

/** The place of `mark` in `text`, as positions count. */
function placeOf(text: string, mark: string): SourcePosition {
  const before = text.slice(0, text.indexOf(mark)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const plugin = (parts: { render?: string; go?: string; rest?: string }): string => `import {
  Button,
  Column,
  definePlugin,
  Text,
  type HandlerContext,
} from '@plugboard/sdk'
import type { Something } from 'nowhere'

interface State {
  readonly count: number
}

export default definePlugin<State>({
  id: 'mine',
  title: 'Mine',
  initialState: { count: 1 },
  widgets: {
    main: {
      render({ state }) {
        ${parts.render ?? 'return <Text>{state.count}</Text>'}
      },
      handlers: {
        async go(ctx) {
          ${parts.go ?? ''}
        },
      },
    },
  },
})

${parts.rest ?? ''}
`

describe('a compiled plugin', () => {
  test('draws what its TSX says, types and all', async () => {
    const render = 'return <Column gap="md"><Text key="a">{state.count as number}</Text><>{[1, 2]}</></Column>'
    expect(await draw(plugin({ render }))).toEqual({
      kind: 'column',
      gap: 'md',
      children: [
        { kind: 'text', key: 'a', text: '1' },
        { kind: 'text', text: '1' },
        { kind: 'text', text: '2' },
      ],
    })
  })

  test("may be plain JavaScript for the VM's own definePlugin", async () => {
    const text = `definePlugin(({ ui }) => ({
  id: 'plain', title: 'Plain', widgets: { main: { render: ({ pluginState }) => ui.text(String(pluginState.count)) } },
}))`
    expect(await draw(text)).toEqual({ kind: 'text', text: '1' })
  })

  test('leaves no name of the wrapping in the VM', async () => {
    const render = "return <Text>{[typeof globalThis.require, typeof globalThis.sdk].join(' ')}</Text>"
    expect(await draw(plugin({ render }))).toEqual({ kind: 'text', text: 'undefined undefined' })
  })

  test('is told of an import by name that nothing else can be required', async () => {
    await expect(load("require('node:fs')\n")).rejects.toThrow('"node:fs" cannot be imported')
  })
})

describe('a position', () => {
  test.each([
    ['in render', { render: 'return <Text>{state.nothing.label}</Text>' }, '.label}'],
    [
      'in a component',
      { render: 'return <Row />', rest: 'function Row() { return <Text>{(null).x}</Text> }' },
      '.x}</Text>',
    ],
    [
      'in a helper',
      { render: 'return help()', rest: 'function help(): never {\n  throw new Error("no")\n}' },
      '("no")',
    ],
    ['of an element that is none', { render: 'return <Column>\n  {[1].map(() => <div />)}\n</Column>' }, '<div'],
  ])('of an error %s is where the author wrote it', async (_where, parts, mark) => {
    const text = plugin(parts)
    await expect(draw(text)).rejects.toMatchObject({ code: 'PLUGIN_THREW', source: placeOf(text, mark) })
  })

  test.each([
    ['before the first await', 'throw new Error("no")', '("no")'],
    ['after an await', 'await null\n await Promise.resolve()\n\n   ctx.state.missing.part', '.part'],
  ])('of an error in a handler, %s', async (_where, go, mark) => {
    const text = plugin({ go })
    await expect(press(text)).rejects.toMatchObject({ code: 'PLUGIN_THREW', source: placeOf(text, mark) })
  })

  test.each([
    ['setState with a patch', 'ctx.setState({ count: 2 })', '({ count: 2'],
    ['setState with a function', 'ctx.setState(({ count }) => ({ count: count + 1 }))', '(({ count'],
    ['a shared dispatch', "  ctx.dispatchSharedAction('summary', 'set', { value: 2 })", "('summary'"],
    ['a dispatch after an await', "await null\n\n     ctx.dispatchPluginAction('state/merge', {})", "('state/merge'"],
  ])('of %s is the call in the handler', async (_what, go, mark) => {
    const text = plugin({ go })
    const { intents } = await press(text)
    expect(intents.map(({ source }) => source)).toEqual([placeOf(text, mark)])
  })

  test('of a console line is the call', async () => {
    const places: unknown[] = []
    const off = runtime.on('log', ({ source }) => places.push(source))
    const text = plugin({ rest: 'const show = (what: string): void => {\n   console.log(what)\n}\nshow("a")' })
    await load(text)
    off()
    expect(places).toEqual([placeOf(text, '(what)\n')])
  })

  test.each([
    '',
    "import { Text } from '@plugboard/sdk'; const el = <Text>a</Text>; ",
    'type A = string; ',
    'import type { A } from "x"; ',
  ])('on line 1 counts what was put in and taken out before it: %j', async (before) => {
    const text = `${before}const a = null.x`
    await expect(load(text)).rejects.toMatchObject({ source: placeOf(text, '.x') })
  })

  property.prop([
    fc.array(fc.constantFrom('', 'type A = 1', 'const a = <Text>a</Text>', '/* b */', 'interface B {\n}')),
    fc.nat(40),
  ])('is right whatever stands before it', async (lines, indent) => {
    const head = lines.map((line, index) => line.replace(/ (A|a|B) /, ` $1${index} `)).join('\n')
    const text = `import { Text } from '@plugboard/sdk'\n${head}\n${' '.repeat(indent)}throw new Error('here')`
    await expect(load(text)).rejects.toMatchObject({ source: placeOf(text, "('here')") })
  })
})

describe('a text that is no plugin', () => {
  test.each([
    ['const a = ;', { line: 1, column: 11 }],
    ['\n\n  definePlugin({ a: })', { line: 3, column: 21 }],
    ['`a${', { line: 1, column: 5 }],
    ['class {', { line: 1, column: 8 }],
  ])('is refused where it cannot be read: %j', (text, place) => {
    expect(compilePlugin(text, prelude)).toMatchObject({ kind: 'refused', problems: [{ code: 'SYNTAX', ...place }] })
  })

  test('is refused by the VM where only that sees it, at the same place', async () => {
    await expect(load('const a = 1\n\nlet a = 2')).rejects.toMatchObject({ source: { line: 3 } })
  })

  test('is refused when it is too long', () => {
    const result = compilePlugin(' '.repeat(SOURCE_LENGTH + 1), prelude)
    expect(result).toMatchObject({ problems: [{ code: 'TOO_LARGE', line: 1 }] })
  })

  test.each([
    ["import fs from 'node:fs'\nfs()", { line: 1, column: 16 }],
    ["import { Text } from '@plugboard/sdk'\n\n  export * from './other'\n", { line: 3, column: 17 }],
    ["const el = <a.B />; import x from 'x'; x()", { line: 1, column: 35 }],
    ["\nconst a = import('@plugboard/sdk')", { line: 2, column: 11 }],
    ['const a = import.meta.url', { line: 1, column: 11 }],
    ["import '@plugboard/sdk/extra'", { line: 1, column: 8 }],
  ])('is refused for what it imports: %j', (text, place) => {
    expect(compilePlugin(text, prelude)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'UNKNOWN_IMPORT', ...place }],
    })
  })

  property.prop([fc.string({ unit: 'binary' })])('is answered, never thrown, whatever it is', (text) => {
    expect(['compiled', 'refused']).toContain(compilePlugin(text, prelude).kind)
  })
})
