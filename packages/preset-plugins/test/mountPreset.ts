import {
  createInstanceId,
  type CellValue,
  type JsonValue,
  type PluginRuntime,
  type StampedIntent,
  type UIEvent,
  type UINode,
} from '@plugboard/contracts'
import { createFakeRuntime, createPluginViewFixture, type PluginViewParts } from '@plugboard/contract-tests'

import type { PresetPlugin } from '../src/index.ts'

/** A preset in a runtime, with its own state kept as a host would keep it. Shared domains stay as they were given. */
export interface MountedPreset extends AsyncDisposable {
  readonly instanceId: string
  readonly state: JsonValue
  /** All text of the tree in reading order: labels, values, cells. */
  text(): Promise<string>
  tree(): Promise<UINode>
  /** Presses the button with this accessible name. */
  press(name: string): Promise<readonly StampedIntent[]>
  /** Types into the field with this label. */
  type(label: string, value: string): Promise<readonly StampedIntent[]>
}

export async function mountPreset(
  preset: PresetPlugin,
  parts: PluginViewParts = {},
  runtime: PluginRuntime = createFakeRuntime(),
): Promise<MountedPreset> {
  const { code, sourceMap, manifest, localReducer } = preset
  const identity = { packageId: manifest.packageId, instanceId: createInstanceId(manifest.packageId) }
  const { initialState = null } = await runtime.load({ ...identity, code, sourceMap })
  let state: JsonValue = parts.pluginState ?? initialState
  const view = () => createPluginViewFixture(identity, { ...parts, pluginState: state })
  const tree = async () => {
    const result = await runtime.call(identity.instanceId, { kind: 'render', widgetId: 'main', view: view() })
    if (result.issues.length > 0) throw new Error(JSON.stringify(result.issues))
    return result.tree
  }
  const send = async (handler: string, event: UIEvent) => {
    const call = { kind: 'event', widgetId: 'main', handler, event, view: view() } as const
    const { intents, rejected } = await runtime.call(identity.instanceId, call)
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected))
    for (const intent of intents) {
      if (intent.scope !== 'plugin' || localReducer === undefined) continue
      const { actionType, payload } = intent
      const result = localReducer(state, { actionType, payload }, { ...identity, dispatchId: 'dispatch-1' })
      if (result.outcome === 'applied') state = result.next
    }
    return intents
  }
  return {
    instanceId: identity.instanceId,
    get state() {
      return state
    },
    tree,
    text: async () => textOf(await tree()).join(' | '),
    async press(name) {
      const button = nodesOf(await tree()).find(
        (node) => node.kind === 'button' && (node.a11y?.label ?? node.label) === name,
      )
      if (button?.kind !== 'button' || button.onPress === undefined) throw new Error(`There is no button "${name}".`)
      if (button.disabled === true) throw new Error(`The button "${name}" is disabled.`)
      const { handler, args } = button.onPress
      return send(handler, { type: 'press', ...(args === undefined ? {} : { args }) })
    },
    async type(label, value) {
      const input = nodesOf(await tree()).find((node) => node.kind === 'input' && node.label === label)
      if (input?.kind !== 'input' || input.onChange === undefined) throw new Error(`There is no field "${label}".`)
      return send(input.onChange.handler, { type: 'change', name: input.name, value, rev: 1 })
    },
    [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose](),
  }
}

/** Every node of a tree, in reading order. */
export function nodesOf(node: UINode): readonly UINode[] {
  if (node.kind === 'list') return [node, ...node.items.flatMap((item) => item.content.flatMap(nodesOf))]
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node]
}

function textOf(root: UINode): readonly string[] {
  return nodesOf(root).flatMap((node): readonly string[] => {
    if (node.kind === 'text' || node.kind === 'heading' || node.kind === 'badge') return [node.text]
    if (node.kind === 'stat') return [`${node.label}: ${node.value}`]
    if (node.kind === 'button') return [`[${node.label}]`]
    if (node.kind === 'input') return [`${node.label}: <${node.value ?? ''}>`]
    if (node.kind === 'progress') return [`${node.label}: ${node.value} / ${node.max ?? 100}`]
    if (node.kind === 'list') return node.items.length === 0 ? [node.empty ?? ''] : []
    if (node.kind !== 'table') return []
    const rows = node.rows.map(({ cells }) => node.columns.map(({ id }) => plain(cells[id])).join(' '))
    return [node.caption, ...(rows.length === 0 ? [node.empty ?? ''] : rows)]
  })
}

function plain(cell: CellValue | undefined): string {
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}
