import {
  applyDelta,
  digestJson,
  extendPath,
  keepsPart,
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

/** The last value of something, and at most how many values it holds. */
interface Last {
  readonly value: JsonValue
  readonly weight: number
}

/** What an instance's next entry is made from. */
interface Known {
  view: Last
  readonly trees: Map<string, Last>
}

/**
 * Most values that are gone through to read one recording. A short delta of a long list costs a copy of the list, so that a
 * small file could keep its reader busy for hours. A table of 10,000 rows that changes 10,000 times is below; what is at the
 * bound takes some ten seconds.
 */
const MOST_WORK = 1_000_000_000

const NOTHING: Last = { value: null, weight: 1 }

/**
 * The entries of a recording in their order, views and trees whole. What did not change from one to the next is the same
 * object.
 *
 * @throws RecordingError `RECORDING_TOO_LARGE`, or `INVALID_RECORDING` at an entry of an instance that was not loaded, whose delta does not fit,
 *   whose view is none, or whose tree has another digest than it says.
 */
export function* readEntries(
  { entries }: Recording,
  mostWork: number = MOST_WORK,
): Generator<ReadEntry, void, undefined> {
  const instances = new Map<InstanceId, Known>()
  const reader = new DeltaReader(mostWork)
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'load') {
      // What did not start cannot be called.
      if ('error' in entry.answer) instances.delete(entry.instanceId)
      else instances.set(entry.instanceId, { view: NOTHING, trees: new Map() })
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
    known.view = reader.grow(known.view, entry.view, index, 'view')
    const view = parseView(known.view.value, index)
    yield { index, entry, view, tree: entry.kind === 'render' ? readTree(reader, known, entry, index) : null }
  }
}

function readTree(
  reader: DeltaReader,
  known: Known,
  { answer, widgetId }: RecordedRender,
  index: number,
): JsonValue | null {
  if ('error' in answer) return null
  const last = known.trees.get(widgetId)
  if (answer.tree === undefined && last === undefined) return null
  const tree = reader.grow(last ?? NOTHING, answer.tree, index, 'answer.tree')
  if (digestJson(tree.value) !== answer.digest) throw invalid(index, 'answer.digest', 'is not that of the tree')
  known.trees.set(widgetId, tree)
  return tree.value
}

/** Applies deltas, and counts what that costs. */
class DeltaReader {
  readonly #mostWork: number
  #work = 0

  constructor(mostWork: number) {
    this.#mostWork = mostWork
  }

  grow(last: Last, delta: Delta | undefined, index: number, where: string): Last {
    if (delta === undefined) return last
    const weight = (keepsPart(delta) ? last.weight : 0) + countValues(delta)
    this.#work += weight
    if (this.#work > this.#mostWork) {
      throw new RecordingError({
        code: 'RECORDING_TOO_LARGE',
        path: extendPath('entries', index),
        message: 'The recording changes very large values very often. Record a shorter run.',
      })
    }
    const value = applyDelta(last.value, delta)
    if (value === undefined) throw invalid(index, where, 'does not fit what was there before')
    return { value, weight }
  }
}

function countValues(value: JsonValue): number {
  const values: JsonValue[] = [value]
  let count = 0
  for (let next = values.pop(); next !== undefined; next = values.pop()) {
    count += 1
    if (typeof next === 'object' && next !== null) for (const item of Object.values(next)) values.push(item)
  }
  return count
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
