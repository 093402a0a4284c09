import { childNodesOf, createInstanceId, isFieldNode } from '@plugboard/contracts'
import type {
  EventResult,
  FieldNode,
  JsonValue,
  LoadedPlugin,
  PackageManifest,
  PluginReducer,
  PluginRuntime,
  RenderResult,
  UIEvent,
  UIEventRef,
  UINode,
} from '@plugboard/contracts'

import { createPluginViewFixture, type PluginViewParts } from '../../fixtures/pluginView.ts'

/** A package as a host takes it. */
export interface PresetUnderTest {
  readonly manifest: PackageManifest
  readonly code: string
  readonly sourceMap?: string
  readonly localReducer?: PluginReducer
}

/** One thing that a person could do with a tree. */
export interface PossibleEvent {
  /** The handler and what brought it up: `press increment`. */
  readonly name: string
  readonly handler: string
  readonly event: UIEvent
}

/** One preset, loaded. */
export interface LoadedPreset {
  readonly plugin: LoadedPlugin
  readonly render: (widgetId: string, view: PluginViewParts) => Promise<RenderResult>
  readonly send: (widgetId: string, possible: PossibleEvent, view: PluginViewParts) => Promise<EventResult>
  /** The state after one of the preset's own actions, by its own reducer or the generic one. */
  readonly reduce: (state: JsonValue, actionType: string, payload: JsonValue | undefined) => JsonValue
}

/** Loads a preset under a fresh id. */
export async function loadPreset(preset: PresetUnderTest, runtime: PluginRuntime): Promise<LoadedPreset> {
  const { packageId } = preset.manifest
  const identity = { packageId, instanceId: createInstanceId(packageId) }
  const { code, sourceMap } = preset
  const seed = { random: 1, epochMs: 1_700_000_000_000 }
  const request = { ...identity, code, seed, trusted: true, ...(sourceMap === undefined ? {} : { sourceMap }) }
  const plugin = await runtime.load({ ...request, apiVersion: preset.manifest.apiVersion })
  return {
    plugin,
    render: (widgetId, view) =>
      runtime.call(identity.instanceId, { kind: 'render', widgetId, view: createPluginViewFixture(identity, view) }),
    send: (widgetId, { handler, event }, view) =>
      runtime.call(identity.instanceId, {
        kind: 'event',
        widgetId,
        handler,
        event,
        view: createPluginViewFixture(identity, view),
      }),
    reduce(state, actionType, payload) {
      if (preset.localReducer === undefined) return reduceGeneric(state, actionType, payload)
      const context = { ...identity, dispatchId: 'dispatch-1' }
      const { next, outcome } = preset.localReducer(state, { actionType, payload }, context)
      return outcome === 'applied' ? next : state
    },
  }
}

function reduceGeneric(state: JsonValue, actionType: string, payload: JsonValue | undefined): JsonValue {
  if (actionType === 'state/replace' && payload !== undefined) return payload
  if (actionType === 'state/merge') return Object.assign({}, state, payload) as JsonValue
  return state
}

/** Everything that a person could do with a tree, in reading order. */
export function possibleEvents(node: UINode): readonly PossibleEvent[] {
  switch (node.kind) {
    case 'button':
      return node.disabled === true || node.busy === true ? [] : press(node.onPress)
    case 'input':
    case 'textarea':
      return fieldEvents(node, 'type' in node && node.type === 'number' ? '7' : 'typed')
    case 'checkbox':
    case 'switch':
      return fieldEvents(node, node.checked !== true)
    case 'radio':
      return node.options.flatMap(({ value }) => fieldEvents(node, value))
    case 'select':
      return node.options.flatMap(({ value }) => fieldEvents(node, node.multiple === true ? [value] : value))
    case 'tabs':
      return node.tabs.flatMap((tab) => [...fieldEvents(node, tab.id), ...tab.children.flatMap(possibleEvents)])
    case 'form': {
      const values = Object.fromEntries(fieldsIn(node).map(({ name }) => [name, 'typed']))
      return [
        ...node.children.flatMap(possibleEvents),
        ...ofRef(node.onSubmit, (args) => ({ type: 'submit', name: node.name, values, ...args })),
      ]
    }
    case 'dialog':
      if (!node.open) return []
      return [
        ...childNodesOf(node).flatMap(possibleEvents),
        ...ofRef(node.onClose, (args) => ({ type: 'close', ...args })),
      ]
    case 'custom':
      return [
        ...Object.entries(node.events ?? {}).flatMap(([event, ref]) =>
          ofRef(ref, (args) => ({ type: 'custom', event, ...args })),
        ),
        ...childNodesOf(node).flatMap(possibleEvents),
      ]
    case 'alert':
      return [...press(node.action?.onPress), ...ofRef(node.onDismiss, (args) => ({ type: 'close', ...args }))]
    case 'empty':
      return press(node.action?.onPress)
    case 'row':
    case 'column':
    case 'grid':
    case 'panel':
      return childNodesOf(node).flatMap(possibleEvents)
    case 'list':
      return node.items.flatMap(({ key, onPress, content }) => [
        ...press(onPress, key),
        ...content.flatMap(possibleEvents),
      ])
    case 'table': {
      const { id = '' } = node.columns[0] ?? {}
      return [
        ...ofRef(node.onSort, (args) => ({ type: 'sort', column: id, dir: 'asc', ...args })),
        ...ofRef(node.onSelect, (args) => ({
          type: 'select',
          keys: node.rows.slice(0, 1).map(({ key }) => key),
          ...args,
        })),
        ...ofRef(node.onRange, (args) => ({ type: 'range', start: 0, end: 10, ...args })),
        ...node.rows.flatMap(({ key, onPress, cells }) => [
          ...press(onPress, key),
          ...Object.values(cells).flatMap((cell) =>
            typeof cell === 'object' && cell !== null ? possibleEvents(cell.node) : [],
          ),
        ]),
      ]
    }
    case 'text':
    case 'heading':
    case 'badge':
    case 'code':
    case 'icon':
    case 'image':
    case 'link':
    case 'spinner':
    case 'stat':
    case 'progress':
    case 'divider':
    case 'invalid-node':
      return []
  }
}

function fieldEvents(
  node: { readonly name: string; readonly onChange?: UIEventRef; readonly onCommit?: UIEventRef },
  value: JsonValue,
): readonly PossibleEvent[] {
  const sent = { name: node.name, value, rev: 1 }
  return [
    ...ofRef(node.onChange, (args) => ({ type: 'change', ...sent, ...args })),
    ...ofRef(node.onCommit, (args) => ({ type: 'commit', ...sent, ...args })),
  ]
}

function fieldsIn(node: UINode): readonly FieldNode[] {
  return childNodesOf(node).flatMap((child) => [...(isFieldNode(child) ? [child] : []), ...fieldsIn(child)])
}

type Args = { readonly args?: JsonValue }

function ofRef(ref: UIEventRef | undefined, toEvent: (args: Args) => UIEvent): readonly PossibleEvent[] {
  if (ref === undefined) return []
  const event = toEvent(ref.args === undefined ? {} : { args: ref.args })
  return [{ name: `${event.type} ${ref.handler}`, handler: ref.handler, event }]
}

function press(ref: UIEventRef | undefined, key?: string): readonly PossibleEvent[] {
  return ofRef(ref, (args) => ({ type: 'press', ...(key === undefined ? {} : { key }), ...args }))
}
