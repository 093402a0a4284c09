import {
  diffJson,
  digestJson,
  type JsonValue,
  type PluginView,
  type RecordedTree,
  type Recording,
  type RecordingEntry,
} from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'

import { readEntries, type ReadEntry } from './readEntries.ts'
import { WordMarks } from './wordMarks.ts'

export interface RedactOptions {
  /** Names of members whose texts are to go, with all that is below them: `['name', 'address']`. */
  readonly keys?: readonly string[]
  /** Texts that are to go: themselves, in any case, or what a regular expression finds. */
  readonly texts?: readonly (string | RegExp)[]
}

/**
 * The recording without certain words. What stands under one of the keys, and what one of the texts finds, is replaced
 * wherever it stands in views, events, intents, trees, titles and messages, by a mark as long as it was; equal words have
 * equal marks. The digests are those of what is there now.
 *
 * It still replays where the plugins treat words as words, and show or send them whole. A recording of digests only does
 * not: its pictures are not there to be redacted. Numbers, codes, names of domains and handlers, and what a plugin made of
 * a word that no longer looks like it (its first letter, its length) stay, and words of one or two letters go only where
 * they are all of a text: read it before you give it away.
 *
 * @throws RecordingError `INVALID_RECORDING`.
 *
 * @example
 * const shared = redactRecording(recording, { keys: ['email'], texts: [/\d{4} \d{4}/] })
 */
export function redactRecording(recording: Recording, options: RedactOptions = {}): Recording {
  const { keys = [], texts = [] } = options
  const parsed = parseRecording(recording, { maxSize: Number.POSITIVE_INFINITY })
  const marks = new WordMarks(texts)
  // All are known before the first is replaced: a word may have been drawn before it stood under its key.
  for (const { entry, tree, view } of readEntries(parsed)) {
    collect([dataOf(entry), view, tree] as unknown as JsonValue, { keys, marks, isInside: false })
  }
  const writer = new RedactedEntries(marks)
  const entries = [...readEntries(parsed)].map((read) => writer.write(read))
  return { ...parsed, isRedacted: true, entries }
}

interface Collecting {
  readonly keys: readonly string[]
  readonly marks: WordMarks
  /** Whether one of the keys stands above. */
  readonly isInside: boolean
}

function collect(value: JsonValue, collecting: Collecting): void {
  if (typeof value === 'string') {
    if (collecting.isInside) collecting.marks.add(value)
    collecting.marks.addMatches(value)
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, collecting)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      collecting.marks.addMatches(key)
      collect(item, collecting.keys.includes(key) ? { ...collecting, isInside: true } : collecting)
    }
  }
}

/** What a plugin or a person said in an entry. */
function dataOf(entry: RecordingEntry): unknown {
  if (entry.kind === 'dispose') return null
  const { answer } = entry
  if ('error' in answer) return [answer.error.message, answer.error.details ?? null]
  if ('digest' in answer) return answer.issues ?? null
  if ('intents' in answer) {
    return [saidTo(entry), 'value' in answer ? answer.value : null, answer.intents.map(({ payload = null }) => payload)]
  }
  const { description = null, initialState = null, title } = answer
  return [title, description, initialState]
}

/** What a call brought beside its view. */
function saidTo(entry: RecordingEntry): unknown {
  if (entry.kind === 'event') return entry.event
  return entry.kind === 'invoke' ? entry.input : null
}

const NO_DIGEST = '0'.repeat(16)

/** Writes entries again, their words replaced, as changes against those before them. */
class RedactedEntries {
  readonly #marks: WordMarks
  readonly #views = new Map<string, JsonValue>()
  readonly #trees = new Map<string, JsonValue>()

  constructor(marks: WordMarks) {
    this.#marks = marks
  }

  write({ entry, tree, view }: ReadEntry): RecordingEntry {
    if (entry.kind === 'dispose') return entry
    if (entry.kind === 'load') this.#forget(entry.instanceId)
    const answer = this.#answer(entry, tree)
    if (entry.kind === 'load') return { ...entry, answer } as RecordingEntry
    const { view: _, ...rest } = entry
    const change = view === null ? undefined : this.#changeOf(this.#views, entry.instanceId, this.#view(view))
    const event = entry.kind === 'event' ? { event: this.#node(entry.event) } : {}
    const input = entry.kind === 'invoke' ? { input: this.#data(entry.input) } : {}
    // The same members as before, with other words in them.
    return { ...rest, ...event, ...input, ...(change === undefined ? {} : { view: change }), answer } as RecordingEntry
  }

  #answer(entry: Exclude<RecordingEntry, { kind: 'dispose' }>, tree: JsonValue | null): unknown {
    const { answer } = entry
    if ('error' in answer) {
      const { details, message } = answer.error
      const changed = details === undefined ? {} : { details: this.#data(details) }
      return { error: { ...answer.error, message: this.#marks.replace(message), ...changed } }
    }
    if ('digest' in answer) return this.#tree(entry, answer, tree)
    if ('intents' in answer) {
      const intents = answer.intents.map((intent) =>
        intent.payload === undefined ? intent : { ...intent, payload: this.#data(intent.payload) },
      )
      return { ...answer, intents, ...('value' in answer ? { value: this.#value(entry, answer.value) } : {}) }
    }
    const { description, initialState, title } = answer
    return {
      ...answer,
      title: this.#marks.replace(title),
      ...(description === undefined ? {} : { description: this.#marks.replace(description) }),
      ...(initialState === undefined ? {} : { initialState: this.#data(initialState) }),
    }
  }

  #tree(
    entry: Exclude<RecordingEntry, { kind: 'dispose' }>,
    answer: RecordedTree,
    tree: JsonValue | null,
  ): RecordedTree {
    const { tree: _, ...rest } = answer
    const issues =
      answer.issues === undefined
        ? {}
        : { issues: answer.issues.map((issue) => ({ ...issue, message: this.#marks.replace(issue.message) })) }
    // The digest of a picture that is not here tells whoever guesses well what was on it.
    if (tree === null) return { ...rest, ...issues, digest: NO_DIGEST }
    const next = this.#node(tree)
    const widgetId = 'widgetId' in entry ? entry.widgetId : ''
    const change = this.#changeOf(this.#trees, `${entry.instanceId} ${widgetId}`, next)
    return { ...rest, ...issues, digest: digestJson(next), ...(change === undefined ? {} : { tree: change }) }
  }

  #changeOf(lasts: Map<string, JsonValue>, name: string, next: JsonValue): JsonValue | undefined {
    const change = diffJson(lasts.get(name) ?? null, next)
    lasts.set(name, next)
    return change
  }

  #forget(instanceId: string): void {
    this.#views.delete(instanceId)
    for (const name of this.#trees.keys()) if (name.startsWith(`${instanceId} `)) this.#trees.delete(name)
  }

  // Names of domains, packages and instances are the host's.
  #view(view: PluginView): JsonValue {
    const { globalState, pluginState } = view
    const shared = Object.entries(globalState.shared).map(([name, value]) => [name, this.#data(value)])
    const changed = {
      ...view,
      pluginState: this.#data(pluginState),
      globalState: { ...globalState, shared: Object.fromEntries(shared) as PluginView['globalState']['shared'] },
    }
    return changed as unknown as JsonValue // as every view
  }

  #data(value: JsonValue): JsonValue {
    return mapData(value, (text) => this.#marks.replace(text))
  }

  /** Kinds of decisions and of commands mean something; the rest of a value is the plugin's. */
  #value(entry: RecordingEntry, value: JsonValue): JsonValue {
    const isTool = entry.kind === 'invoke' && entry.surface === 'tool'
    return isTool ? this.#data(value) : this.#node(value)
  }

  #node(value: JsonValue): JsonValue {
    return mapNode(value, (text) => this.#marks.replace(text))
  }
}

/** Members of nodes and events whose texts are chosen from a list, or name what the code has. */
const FIXED_MEMBERS: readonly string[] = [
  'align',
  'dir',
  'direction',
  'fit',
  'gap',
  'handler',
  'justify',
  'kind',
  'live',
  'select',
  'shape',
  'size',
  'tone',
  'type',
  'variant',
]

/** Members of nodes, events and answers in which anything may stand, under any name. */
const FREE_MEMBERS: readonly string[] = ['args', 'detail', 'payload', 'props', 'value', 'values']

type ChangeText = (text: string) => string

/** Data of a plugin: names of members are words too. */
function mapData(value: JsonValue, change: ChangeText): JsonValue {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item: JsonValue) => mapData(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), mapData(item, change)]))
}

/** A tree or an event: what it is made of has names that mean something, and some of its texts do. */
function mapNode(value: JsonValue, change: ChangeText): JsonValue {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item: JsonValue) => mapNode(item, change))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, item]): [string, JsonValue] => {
    if (name === 'cells') return [name, mapCells(item, change)]
    if (FREE_MEMBERS.includes(name)) return [name, mapData(item, change)]
    return [name, FIXED_MEMBERS.includes(name) && typeof item === 'string' ? item : mapNode(item, change)]
  })
  return Object.fromEntries(members)
}

/** Cells stand under ids of columns, which are words like any other, and hold plain values or nodes. */
function mapCells(value: JsonValue, change: ChangeText): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return mapNode(value, change)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), mapNode(item, change)]))
}
