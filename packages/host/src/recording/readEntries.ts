import {
  applyDelta,
  digestJson,
  extendPath,
  parsePluginCall,
  RecordingError,
  type Delta,
  type InstanceId,
  type JsonValue,
  type PluginView,
  type RecordedRender,
  type Recording,
  type RecordingEntry,
} from '@plugboard/contracts'

/** An entry with what its deltas come to. */
export interface ReadEntry {
  /** Place among the entries. */
  readonly index: number
  readonly entry: RecordingEntry
  /** What the call was given; null for what is no call. */
  readonly view: PluginView | null
  /** What was drawn; null where nothing was, and in recordings of digests only. */
  readonly tree: JsonValue | null
}

/** What an instance's next entry is made from. */
interface Known {
  view: JsonValue
  readonly trees: Map<string, JsonValue>
}

/**
 * The entries of a recording in their order, views and trees whole. What did not change from one to the next is the same
 * object.
 *
 * @throws RecordingError `INVALID_RECORDING` at an entry of an instance that was not loaded, whose delta does not fit,
 *   whose view is none, or whose tree has another digest than it says.
 */
export function* readEntries({ entries }: Recording): Generator<ReadEntry, void, undefined> {
  const instances = new Map<InstanceId, Known>()
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'load') {
      // What did not start cannot be called.
      if ('error' in entry.answer) instances.delete(entry.instanceId)
      else instances.set(entry.instanceId, { view: null, trees: new Map() })
      yield { index, entry, view: null, tree: null }
      continue
    }
    const known = instances.get(entry.instanceId)
    if (known === undefined) throw invalid(index, 'instanceId', 'names an instance that was not loaded before')
    if (entry.kind === 'dispose') {
      instances.delete(entry.instanceId)
      yield { index, entry, view: null, tree: null }
      continue
    }
    known.view = grow(known.view, entry.view, index, 'view')
    const view = parseView(known.view, index)
    yield { index, entry, view, tree: entry.kind === 'render' ? readTree(known, entry, index) : null }
  }
}

function readTree(known: Known, { answer, widgetId }: RecordedRender, index: number): JsonValue | null {
  if ('error' in answer) return null
  const last = known.trees.get(widgetId)
  if (answer.tree === undefined && last === undefined) return null
  const tree = grow(last ?? null, answer.tree, index, 'answer.tree')
  if (digestJson(tree) !== answer.digest) throw invalid(index, 'answer.digest', 'is not that of the tree')
  known.trees.set(widgetId, tree)
  return tree
}

function grow(last: JsonValue, delta: Delta | undefined, index: number, where: string): JsonValue {
  if (delta === undefined) return last
  const next = applyDelta(last, delta)
  if (next === undefined) throw invalid(index, where, 'does not fit what was there before')
  return next
}

function parseView(view: JsonValue, index: number): PluginView {
  try {
    return parsePluginCall({ kind: 'render', widgetId: '', view }).view
  } catch {
    throw invalid(index, 'view', 'is no view of a plugin')
  }
}

function invalid(index: number, where: string, message: string): RecordingError {
  const path = `${extendPath('entries', index)}.${where}`
  return new RecordingError({
    code: 'INVALID_RECORDING',
    path,
    message: `The recording cannot be used: ${path} ${message}. The file may have been changed.`,
  })
}
