import { readFileSync } from 'node:fs'

import {
  createInstanceId,
  type JsonValue,
  type LoadedPlugin,
  type PluginCall,
  type PluginView,
} from '@plugboard/contracts'
import { createFakeRuntime, createPluginViewFixture } from '@plugboard/contract-tests'
import { beforeAll, describe, expect, it } from 'vitest'

import { bundleSample } from './bundleSample.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const withoutSdk = read('./samples/counterWithoutSdk.js')
const identity = { packageId: 'counter', instanceId: createInstanceId('counter') }
const view = (value: number): PluginView =>
  createPluginViewFixture(identity, { pluginState: { value }, grants: { systemCommands: ['restart-plugin'] } })
const add = { kind: 'event', widgetId: 'main', handler: 'add', event: { type: 'press', args: { by: -1 } } } as const

let withSdk = ''
beforeAll(async () => {
  withSdk = await bundleSample('counter.tsx')
})

async function run<C extends PluginCall>(code: string, call: C) {
  await using runtime = createFakeRuntime()
  const loaded: LoadedPlugin = await runtime.load({ ...identity, code })
  return { loaded, result: await runtime.call(identity.instanceId, call) }
}

describe('the samples', () => {
  it('are in the README as they are here', () => {
    expect(read('../README.md')).toContain(read('./samples/counter.tsx').trim())
    expect(read('../README.md')).toContain(withoutSdk.trim())
    for (const sample of ['rows.tsx', 'tasks.tsx', 'notes.ts']) {
      expect(read('../README.md')).toContain(read(`./samples/${sample}`).trim())
    }
  })

  it('load as the same plugin with and without the SDK', async () => {
    const call = { kind: 'render', widgetId: 'main', view: view(0) } as const
    const [one, other] = [await run(withSdk, call), await run(withoutSdk, call)]
    expect(one.loaded).toEqual(other.loaded)
    expect(one.loaded.handlers).toEqual({ main: ['add', 'restart'] })
  })

  it('draw the same tree with and without the SDK', async () => {
    for (const value of [0, -3, 41]) {
      const call = { kind: 'render', widgetId: 'main', view: view(value) } as const
      const [one, other] = [await run(withSdk, call), await run(withoutSdk, call)]
      expect(one.result.issues).toEqual([])
      expect(one.result.tree).toEqual(other.result.tree)
      expect(JSON.stringify(one.result.tree)).toContain(`"value":"${value}"`)
    }
  })

  it('send the same intents with and without the SDK', async () => {
    const call = { ...add, view: view(4) }
    const [one, other] = [await run(withSdk, call), await run(withoutSdk, call)]
    expect(one.result.intents).toEqual(other.result.intents)
    expect(one.result.intents).toMatchObject([{ scope: 'plugin', actionType: 'state/merge', payload: { value: 3 } }])
  })

  it('draw a list, and mark the row that is selected', async () => {
    const state = {
      tasks: [
        { id: 'a', title: 'One' },
        { id: 'b', title: 'Two' },
      ],
      selected: 'b',
    }
    const call = { kind: 'render', widgetId: 'main', view: { ...view(0), pluginState: state } } as const
    const { result } = await run(await bundleSample('tasks.tsx'), call)
    expect(result.issues).toEqual([])
    expect(result.tree).toMatchObject({
      children: [
        { key: 'a', children: [{ text: 'One', weight: 'regular' }, { kind: 'button' }] },
        { key: 'b', children: [{ text: 'Two', weight: 'bold' }, { kind: 'button' }] },
      ],
    })
  })

  it('answer tools, hooks and services without a widget', async () => {
    const code = await bundleSample('notes.ts')
    const ask = async (surface: 'tool' | 'hook' | 'service', name: string, input: JsonValue) => {
      const call = {
        kind: 'invoke',
        surface,
        name,
        input,
        view: { ...view(0), pluginState: { notes: ['a'] } },
      } as const
      return (await run(code, call)).result
    }
    const added = await ask('tool', 'add-note', { text: 'b' })
    expect(added.value).toEqual({ count: 2 })
    expect(added.intents).toMatchObject([{ actionType: 'state/merge', payload: { notes: ['a', 'b'] } }])
    expect((await ask('hook', 'before-send', { from: 'a', text: ' ' })).value).toMatchObject({ kind: 'reject' })
    const handled = await ask('service', 'inbox', { from: 'ada', text: 'hi' })
    expect(handled.value).toEqual({ commands: [{ kind: 'answer', payload: { to: 'ada' } }] })
    expect(handled.intents).toMatchObject([{ actionType: 'state/merge', payload: { notes: ['a', 'hi'] } }])
  })
})
