import { isPlainObject, JSON_DEPTH, measureJsonDepth, PluginRuntimeError, shareStructure } from '@plugboard/contracts'
import type { EventResult, LoadedPlugin, RenderResult, RuntimeIdentity, UINode } from '@plugboard/contracts'

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
    !Object.values(value['handlers']).every(isNames)
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

/**
 * What a widget drew, sharing every unchanged part with `previous`, its last tree. Throws `PROTOCOL` when it is none.
 */
export function parseRenderResult(answer: WorkerAnswer, previous: UINode | undefined): RenderResult {
  const value = parseJson(answer.text)
  if (!isPlainObject(value) || !Array.isArray(value['issues']) || !isPlainObject(value['usage'])) {
    throw brokenWire('what it answered is no result of a render')
  }
  const { tree: _, ...rest } = value
  // Everything but the tree; each issue was made in the worker.
  return { tree: readTree(answer.tree, previous), ...(rest as unknown as Omit<RenderResult, 'tree'>) }
}

function readTree(text: string | null | undefined, previous: UINode | undefined): UINode {
  if (text === null) {
    if (previous === undefined) throw brokenWire('it left out a tree that was never sent')
    return previous
  }
  const tree = text === undefined ? undefined : parseJson(text)
  if (!isPlainObject(tree) || typeof tree['kind'] !== 'string') throw brokenWire('what it drew is no tree')
  return shareStructure(previous, tree as unknown as UINode)
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

/** A worker broke the protocol; `what` completes "The worker of this plugin was ended: …". */
export function brokenWire(what: string): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'PROTOCOL',
    message: `The worker of this plugin was ended: ${what}. Check that client and worker come from one version of this package.`,
  })
}
