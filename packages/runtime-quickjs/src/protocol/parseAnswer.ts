import { isPlainObject, JSON_DEPTH, measureJsonDepth, PluginRuntimeError } from '@plugboard/contracts'
import type {
  EventResult,
  InvokeResult,
  LoadedPlugin,
  RenderResult,
  RuntimeIdentity,
  UINode,
} from '@plugboard/contracts'

import type { ValueReceiver } from '../codec/ValueReceiver.ts'
import type { WorkerAnswer } from './wire.ts'

/** What a worker read from a plugin, under the identity that was asked for. Throws `PROTOCOL` when it is none. */
export function parseLoaded(answer: WorkerAnswer, identity: RuntimeIdentity): LoadedPlugin {
  const value = parseJson(answer.text)
  const { packageId, instanceId } = identity
  if (
    !isPlainObject(value) ||
    typeof value['title'] !== 'string' ||
    !isNames(value['widgets']) ||
    !isPlainObject(value['handlers']) ||
    !Object.values(value['handlers']).every(isNames) ||
    !areSurfaces(value['surfaces'])
  ) {
    throw brokenWire('what it loaded is no plugin')
  }
  // The texts were judged where the plugin was read; the identity is ours.
  return { ...(value as unknown as LoadedPlugin), packageId, instanceId }
}

/** What a handler did. Throws `PROTOCOL` when it is none, or speaks for another instance. */
export function parseEventResult(answer: WorkerAnswer, identity: RuntimeIdentity): EventResult {
  const value = parseJson(answer.text)
  if (
    !isPlainObject(value) ||
    !Array.isArray(value['intents']) ||
    !Array.isArray(value['rejected']) ||
    !isPlainObject(value['usage'])
  ) {
    throw brokenWire('what it answered is no result of an event')
  }
  const isOwn = value['intents'].every(
    (intent: unknown) =>
      isPlainObject(intent) &&
      intent['instanceId'] === identity.instanceId &&
      intent['packageId'] === identity.packageId,
  )
  if (!isOwn) throw brokenWire('an intent has the stamp of another instance')
  // Each intent was parsed and stamped in the worker.
  return value as unknown as EventResult
}

/** What was answered to an invocation. Throws `PROTOCOL` when it is none, or speaks for another instance. */
export function parseInvokeResult(answer: WorkerAnswer, identity: RuntimeIdentity): InvokeResult {
  const result = parseEventResult(answer, identity)
  // The value was parsed in the worker.
  if (!('value' in result)) throw brokenWire('what it answered is no result of an invocation')
  return result as InvokeResult
}

/** What a widget drew, its tree as what has changed since the last one in `trees`. Throws `PROTOCOL` when it is none. */
export function parseRenderResult(answer: WorkerAnswer, trees: ValueReceiver): RenderResult {
  const value = parseJson(answer.text)
  if (!isPlainObject(value) || !Array.isArray(value['issues']) || !isPlainObject(value['usage'])) {
    throw brokenWire('what it answered is no result of a render')
  }
  const tree = answer.tree === undefined ? undefined : trees.decode(answer.tree)
  if (!isPlainObject(tree) || typeof tree['kind'] !== 'string') throw brokenWire('what it drew is no tree')
  const { tree: _, ...rest } = value
  // The tree was parsed in the worker, and each issue made there.
  return { tree: tree as unknown as UINode, ...(rest as unknown as Omit<RenderResult, 'tree'>) }
}

// Depth first: what reads the value is recursive.
function parseJson(text: string): unknown {
  if (measureJsonDepth(text) > JSON_DEPTH) throw brokenWire('an answer is nested too deep')
  try {
    return JSON.parse(text)
  } catch {
    throw brokenWire('an answer is not JSON')
  }
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string')
}

function areSurfaces(value: unknown): boolean {
  if (value === undefined) return true
  return isPlainObject(value) && [value['tools'], value['hooks'], value['services']].every(isNames)
}

/** A worker broke the protocol; `what` completes "The worker of this plugin was ended: …". */
export function brokenWire(what: string): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'PROTOCOL',
    message: `The worker of this plugin was ended: ${what}. Check that client and worker come from one version of this package.`,
  })
}
