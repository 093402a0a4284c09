import {
  childNodesOf,
  type EventCall,
  type JsonValue,
  type PluginRuntime,
  type PluginView,
  type RuntimeIdentity,
  type UINode,
} from '@plugboard/contracts'
import { createPluginViewFixture, type PluginViewParts } from '@plugboard/contract-tests'

import type { PresetPlugin } from '../src/index.ts'

export interface PlayPresetOptions {
  readonly runtime: PluginRuntime
  /** What it is shown, one after the other, beside its first state. */
  readonly views: readonly PluginViewParts[]
}

type Step = Pick<EventCall, 'handler' | 'event'>

/**
 * Plays a preset as somebody would who tries everything once: in each view it is drawn, every button is pressed and every
 * field typed into, and it is drawn again with what its reducer made of that. The same each time, to the last id.
 */
export async function playPreset(preset: PresetPlugin, { runtime, views }: PlayPresetOptions): Promise<void> {
  const { code, localReducer, manifest } = preset
  const { apiVersion, packageId } = manifest
  const identity: RuntimeIdentity = { packageId, instanceId: `${packageId}@golden00` }
  const { instanceId } = identity
  const seed = { random: 1, epochMs: Date.UTC(2024, 0, 1) }
  const { initialState = null } = await runtime.load({ ...identity, apiVersion, code, seed, trusted: true })
  for (const parts of [{}, ...views]) {
    let state: JsonValue = parts.pluginState ?? initialState
    const view = (): PluginView => createPluginViewFixture(identity, { ...parts, pluginState: state })
    const draw = async () => (await runtime.call(instanceId, { kind: 'render', widgetId: 'main', view: view() })).tree
    for (const step of stepsOf(await draw())) {
      const call = { kind: 'event', widgetId: 'main', ...step, view: view() } as const
      const { intents } = await runtime.call(instanceId, call)
      for (const intent of intents) {
        if (intent.scope !== 'plugin' || localReducer === undefined) continue
        const { actionType, payload } = intent
        const result = localReducer(state, { actionType, payload }, { ...identity, dispatchId: 'golden' })
        if (result.outcome === 'applied') state = result.next
      }
      await draw()
    }
  }
  await runtime.dispose(instanceId)
}

/** Everything that can be done with a tree, in reading order. */
function stepsOf(node: UINode): readonly Step[] {
  const steps: Step[] = []
  if (node.kind === 'button' && node.onPress !== undefined) {
    const { args, handler } = node.onPress
    steps.push({ handler, event: { type: 'press', ...(args === undefined ? {} : { args }) } })
  }
  if (node.kind === 'input' && node.onChange !== undefined) {
    steps.push({ handler: node.onChange.handler, event: { type: 'change', name: node.name, value: 'Grace', rev: 1 } })
  }
  return [...steps, ...childNodesOf(node).flatMap(stepsOf)]
}
