import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { createInstanceId, NO_GRANTS, type JsonValue } from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, test } from 'vitest'

import { bundlePrelude } from '../build/bundlePrelude.ts'
import { bundleTypes } from '../build/bundleTypes.ts'
import { compileProject } from '../src/authoring/compileProject.ts'
import { PluginTypes } from '../src/editor/types/pluginTypes.ts'
import { createProject } from '../src/projects/createProject.ts'
import { readPresetSource } from '../src/projects/presetSource.ts'

const folder = new URL('../forks/', import.meta.url)
const prelude = await bundlePrelude()
const types = new PluginTypes(await bundleTypes())
const ids = presetPlugins.map(({ manifest }) => manifest.packageId)

const textOf = (packageId: string): string => readFileSync(new URL(`${packageId}.tsx`, folder), 'utf8')

/** Presses that show what a widget can do. */
const PRESSES: Readonly<Record<string, readonly (readonly [string, JsonValue?])[]>> = {
  counter: [['increment'], ['increment'], ['decrement'], ['reset'], ['decrement']],
  calculator: [
    ...[1, 2].map((digit) => ['digit', { digit }] as const),
    ['decimal'],
    ['digit', { digit: 5 }],
    ['negate'],
    ['operator', { operator: 'multiply' }],
    ['digit', { digit: 4 }],
    ['equals'],
    ['backspace'],
    ['operator', { operator: 'divide' }],
    ['digit', { digit: 0 }],
    ['equals'],
    ['clear'],
  ],
}

/** Runs code with each press, and answers what it showed after each. */
async function play(packageId: string, code: string, reduce: Reduce): Promise<readonly unknown[]> {
  await using runtime = createQuickJSRuntime({ placement: 'inline' })
  const instanceId = createInstanceId(packageId)
  const plugin = await runtime.load({ packageId, instanceId, code })
  let pluginState: JsonValue = plugin.initialState ?? {}
  const globalState = { self: { packageId, instanceId }, shared: {} }
  const shown: unknown[] = []
  const draw = async (): Promise<void> => {
    const view = { pluginState, globalState, grants: NO_GRANTS }
    const { issues, tree } = await runtime.call(instanceId, { kind: 'render', widgetId: 'main', view })
    shown.push(tree, issues)
  }
  await draw()
  for (const [handler, args] of PRESSES[packageId] ?? []) {
    const event = { type: 'press', ...(args === undefined ? {} : { args }) } as const
    const view = { pluginState, globalState, grants: NO_GRANTS }
    const { intents } = await runtime.call(instanceId, { kind: 'event', widgetId: 'main', handler, event, view })
    for (const intent of intents) if (intent.scope === 'plugin') pluginState = reduce(pluginState, intent)
    await draw()
  }
  return shown
}

type Reduce = (state: JsonValue, intent: { readonly actionType: string; readonly payload?: JsonValue }) => JsonValue

test('every preset has a fork, and every fork a preset', () => {
  const names = readdirSync(fileURLToPath(folder)).map((name) => name.replace(/\.tsx$/, ''))
  expect(names.toSorted()).toEqual([...ids].toSorted())
})

describe.each(ids)('a fork of %s', (packageId) => {
  const project = createProject({ title: 'Fork', text: textOf(packageId), taken: new Set(), at: 1 })

  test('has no type errors', () => {
    expect(types.problems(textOf(packageId)).map(({ message }) => message)).toEqual([])
  })

  test('shows what the preset shows, press by press, without the reducer of the host', async () => {
    const compiled = compileProject(project, prelude)
    if (compiled.kind === 'refused') throw new Error(compiled.problems[0].message)
    const preset = presetPlugins.find(({ manifest }) => manifest.packageId === packageId)
    if (preset === undefined) throw new Error('There is no such preset.')
    const own: Reduce = (state, { actionType, payload }) => {
      expect(actionType).toBe('state/merge')
      return { ...(state as object), ...(payload as object) }
    }
    const byHost: Reduce = (state, { actionType, payload }) =>
      preset.localReducer?.(
        state,
        { actionType, payload },
        { packageId, instanceId: `${packageId}@aaaaaaaa`, dispatchId: 'dispatch-1' },
      ).next ?? state
    expect(await play(packageId, compiled.code, own)).toEqual(await play(packageId, preset.code, byHost))
  })

  test('can be read beforehand: the source of the preset is in its map', () => {
    expect(readPresetSource(packageId)).toContain('definePlugin')
  })
})

test('what is no preset has no source', () => {
  expect(readPresetSource('nobody')).toBeNull()
})
