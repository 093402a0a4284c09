import {
  cleanDisplayText,
  digestJson,
  toErrorShape,
  type EventResult,
  type InvokeResult,
  type JsonValue,
  type LoadedPlugin,
  type RecordedIntents,
  type RecordedTree,
  type RecordingEntry,
  type RenderResult,
  type UIIssue,
} from '@plugboard/contracts'

import { firstDifference, type JsonDifference } from './firstDifference.ts'
import type { ReadEntry } from './readEntries.ts'
import { Failed, intentsOf, pluginOf, valueOf } from './recordedAnswer.ts'
import type { ReplayDivergence } from './replayReport.ts'

/** What the replaying runtime answered. */
export type ReplayAnswer = LoadedPlugin | EventResult | InvokeResult | RenderResult | Failed

type Difference = JsonDifference & Pick<ReplayDivergence, 'what'>

/** An entry that was answered, as it was asked again. */
export type AskedEntry = Exclude<RecordingEntry, { readonly kind: 'dispose' }>

/** Where the answer of a replay is not the recorded one, or null. `tree` is what was drawn in the run, where it is known. */
export function compareAnswers(
  { index, tree }: Pick<ReadEntry, 'index' | 'tree'>,
  entry: AskedEntry,
  answer: ReplayAnswer,
): ReplayDivergence | null {
  const difference = compareFailures(entry.answer, answer) ?? compareResults(entry, tree, answer)
  if (difference === null) return null
  const { path, recorded, replayed, what } = difference
  return {
    index,
    instanceId: entry.instanceId,
    kind: entry.kind,
    ...placeOf(entry),
    what,
    path,
    // Both come from JSON answers.
    ...(recorded === undefined ? {} : { recorded: recorded as JsonValue }),
    ...(replayed === undefined ? {} : { replayed: replayed as JsonValue }),
    message: `Entry ${index}, ${describe(entry)} of ${entry.instanceId}: ${path} was ${brief(recorded)} in the recording and is ${brief(replayed)} now.`,
  }
}

function placeOf(entry: AskedEntry): Pick<ReplayDivergence, 'widgetId' | 'handler' | 'surface' | 'name'> {
  switch (entry.kind) {
    case 'load':
      return {}
    case 'event':
      return { widgetId: entry.widgetId, handler: entry.handler }
    case 'invoke':
      return { surface: entry.surface, name: entry.name }
    case 'render':
      return { widgetId: entry.widgetId }
  }
}

/** Codes alone: messages are the host's words, and positions move with a comment. */
function compareFailures(recorded: AskedEntry['answer'], answer: ReplayAnswer): Difference | null {
  const before = 'error' in recorded ? recorded.error : undefined
  const now = answer instanceof Failed ? toErrorShape(answer.thrown) : undefined
  if (before?.code === now?.code) return null
  return {
    what: 'error',
    path: 'error',
    ...(before === undefined ? {} : { recorded: before }),
    ...(now === undefined ? {} : { replayed: now }),
  }
}

// The kind of the entry decides the kind of the answer, on both sides.
function compareResults(entry: AskedEntry, tree: JsonValue | null, answer: ReplayAnswer): Difference | null {
  if (answer instanceof Failed || 'error' in entry.answer) return null
  switch (entry.kind) {
    case 'load':
      return differ('load', entry.answer, pluginOf(answer as LoadedPlugin))
    case 'event':
      return compareIntents(entry.answer, intentsOf(answer as EventResult))
    case 'invoke': {
      const replayed = valueOf(answer as InvokeResult)
      return differ('value', entry.answer.value, replayed.value) ?? compareIntents(entry.answer, replayed)
    }
    case 'render':
      return compareTrees(entry.answer, tree, answer as RenderResult)
  }
}

function compareIntents(recorded: RecordedIntents, replayed: RecordedIntents): Difference | null {
  return (
    differ('intents', recorded.intents, replayed.intents) ?? differ('rejected', recorded.rejected, replayed.rejected)
  )
}

function compareTrees(recorded: RecordedTree, tree: JsonValue | null, result: RenderResult): Difference | null {
  const digest = digestJson(result.tree)
  if (recorded.digest !== digest) {
    const place = tree === null ? null : differ('tree', tree, result.tree)
    return place ?? { what: 'tree', path: 'tree', recorded: recorded.digest, replayed: digest }
  }
  return (
    differ('issues', placesOf(recorded.issues), placesOf(result.issues)) ??
    differ('rejected', recorded.rejected ?? [], result.rejected ?? [])
  )
}

function placesOf(issues: readonly UIIssue[] = []): readonly Omit<UIIssue, 'message'>[] {
  return issues.map(({ code, path }) => ({ code, path }))
}

function differ(what: Difference['what'], recorded: unknown, replayed: unknown): Difference | null {
  const difference = firstDifference(what, recorded, replayed)
  return difference === null ? null : { ...difference, what }
}

function describe(entry: AskedEntry): string {
  switch (entry.kind) {
    case 'load':
      return 'the load'
    case 'event':
      return `handler ${brief(entry.handler)} of widget ${brief(entry.widgetId)}`
    case 'invoke':
      return `${entry.surface} ${brief(entry.name)}`
    case 'render':
      return `the render of widget ${brief(entry.widgetId)}`
  }
}

const BRIEF_LENGTH = 80

/** A value as it may stand in a sentence. */
function brief(value: unknown): string {
  if (value === undefined) return 'not there'
  const text = cleanDisplayText(JSON.stringify(value))
  return text.length > BRIEF_LENGTH ? `${text.slice(0, BRIEF_LENGTH - 1)}…` : text
}
