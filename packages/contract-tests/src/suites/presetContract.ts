import { inspectJson } from '@plugboard/contracts'
import type { JsonValue, PluginRuntime, UINode } from '@plugboard/contracts'
import { parsePackageManifest, parseUITree } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

import type { PluginViewParts } from '../fixtures/pluginView.ts'
import { type LoadedPreset, loadPreset, possibleEvents, type PresetUnderTest } from './preset/presetUnderTest.ts'

/** Options of {@link describePresetContract}. */
export interface PresetContractOptions {
  readonly preset: PresetUnderTest
  /** Makes the runtime that the preset runs in. Called for each test; the suite disposes what it gets. */
  readonly createRuntime: () => PluginRuntime | Promise<PluginRuntime>
  /**
   * Views to render beside the first one: the shared domains that the preset reads, later states. A view without a
   * `pluginState` gets the initial one.
   */
  readonly views?: Readonly<Record<string, PluginViewParts>>
  /**
   * File of the preset's contract: what it says about itself, draws first and answers. Named `.txt`, so that no formatter
   * rewrites the JSON in it. Absent: no snapshot.
   */
  readonly snapshotFile?: string
}

/** Most steps of the walk through a preset: enough for every button of a small plugin, twice. */
const STEPS = 60

/**
 * Declares the tests that every package shipped with a host passes: its manifest parses, its code loads, its trees are
 * valid, its handlers exist, and it asks for what it uses.
 */
export function describePresetContract(options: PresetContractOptions): void {
  const { preset, views = {}, snapshotFile } = options
  const { packageId, capabilities } = preset.manifest

  /** Runs `use` with the preset loaded in a fresh runtime. */
  async function withPreset(use: (loaded: LoadedPreset) => Promise<void>): Promise<void> {
    const runtime = await options.createRuntime()
    try {
      await use(await loadPreset(preset, runtime))
    } finally {
      await runtime[Symbol.asyncDispose]()
    }
  }

  describe(`${packageId} keeps the preset contract`, () => {
    test('its manifest parses', () => {
      expect(parsePackageManifest(preset.manifest)).toEqual(preset.manifest)
    })

    test('its source map, when it has one, is of version 3', () => {
      const map: unknown = preset.sourceMap === undefined ? { version: 3 } : JSON.parse(preset.sourceMap)
      expect(map).toMatchObject({ version: 3 })
    })

    test('its code loads, with widgets and an initial state that is JSON', () =>
      withPreset(async ({ plugin }) => {
        expect(plugin.title).not.toBe('')
        expect(plugin.widgets.length).toBeGreaterThanOrEqual(1)
        expect(inspectJson(plugin.initialState ?? null)).toBeNull()
      }))

    test.each(Object.entries({ 'the first view': {}, ...views }))('it draws a valid tree from %s', (_, view) =>
      withPreset(async (loaded) => {
        for (const widgetId of loaded.plugin.widgets) {
          const { tree, issues } = await loaded.render(widgetId, startingFrom(loaded, view))
          expect(issues).toEqual([])
          const handlers = loaded.plugin.handlers[widgetId] ?? []
          expect(parseUITree(tree, { handlers })).toEqual({ tree, issues: [] })
        }
      }),
    )

    test('whatever is pressed or typed, its handlers answer with intents that it has asked for', () =>
      withPreset(async (loaded) => {
        for (const view of [{}, ...Object.values(views)]) {
          for (const widgetId of loaded.plugin.widgets) {
            await walk(loaded, widgetId, startingFrom(loaded, view), capabilities)
          }
        }
      }))

    if (snapshotFile !== undefined) {
      test('its contract is the one on record', () =>
        withPreset(async (loaded) => {
          const contract = await describeContract(loaded, preset)
          await expect(`${JSON.stringify(contract, null, 2)}\n`).toMatchFileSnapshot(snapshotFile)
        }))
    }
  })
}

function startingFrom({ plugin }: LoadedPreset, view: PluginViewParts): PluginViewParts {
  return { pluginState: plugin.initialState ?? null, ...view }
}

/** Does everything that can be done once, each time from the state that came out before. */
async function walk(
  loaded: LoadedPreset,
  widgetId: string,
  start: PluginViewParts,
  requested: PresetUnderTest['manifest']['capabilities'],
): Promise<void> {
  const { writeShared = [], systemCommands = [], readShared = [] } = requested
  // Everything that was asked for is granted: a preset may hide what it may not do.
  const view = { ...start, grants: { readShared, writeShared, systemCommands } }
  const done = new Set<string>()
  let pluginState: JsonValue = start.pluginState ?? null
  for (let step = 0; step < STEPS; step += 1) {
    const { tree, issues } = await loaded.render(widgetId, { ...view, pluginState })
    expect(issues).toEqual([])
    const next = possibleEvents(tree).find((event) => !done.has(JSON.stringify(event)))
    if (next === undefined) return
    done.add(JSON.stringify(next))
    const { intents, rejected } = await loaded.send(widgetId, next, { ...view, pluginState })
    expect(rejected, next.name).toEqual([])
    for (const intent of intents) {
      if (intent.scope === 'shared') expect(writeShared, next.name).toContain(intent.domain)
      else if (intent.scope === 'system') expect(systemCommands, next.name).toContain(intent.command)
      else pluginState = loaded.reduce(pluginState, intent.actionType, intent.payload)
    }
    expect(inspectJson(pluginState), next.name).toBeNull()
  }
}

/** What a preset promises, without ids: fit to be kept in a file and read in a review. */
async function describeContract(loaded: LoadedPreset, preset: PresetUnderTest): Promise<object> {
  const { plugin } = loaded
  const { instanceId: _instance, packageId: _package, ...metadata } = plugin
  const widgets: Record<string, { readonly tree: UINode; readonly events: Record<string, unknown> }> = {}
  for (const widgetId of plugin.widgets) {
    const view = startingFrom(loaded, {})
    const { tree } = await loaded.render(widgetId, view)
    const events: Record<string, unknown> = {}
    for (const possible of possibleEvents(tree)) {
      const { intents } = await loaded.send(widgetId, possible, view)
      events[possible.name] ??= intents.map(({ instanceId: _i, packageId: _p, source: _s, ...said }) => said)
    }
    widgets[widgetId] = { tree, events }
  }
  // Instance ids differ from run to run; what a preset shows of its own is recorded by a fixed word.
  const text = JSON.stringify({ manifest: preset.manifest, plugin: metadata, widgets })
  return JSON.parse(text.replaceAll(plugin.instanceId, `${plugin.packageId}@instance`)) as object
}
