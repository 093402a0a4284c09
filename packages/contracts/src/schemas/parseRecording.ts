import * as z from 'zod/mini'

import type { DispatchIntent } from '../dispatchIntent.ts'
import { parseInstanceId } from '../identity.ts'
import { isPlainObject } from '../json.ts'
import { extendPath, inspectJson, JSON_DEPTH, measureJsonDepth } from '../jsonGuard.ts'
import { resolveLimits, type PluginLimits } from '../pluginLimits.ts'
import { PLUGIN_SURFACES } from '../pluginSurface.ts'
import type { GuestSeed, RejectedIntent } from '../pluginRuntime.ts'
import {
  RECORDING_FORMAT,
  RECORDING_SIZE,
  RECORDING_VERSION,
  type RecordedFailure,
  type RecordedIntents,
  type RecordedPlugin,
  type RecordedTree,
  type RecordedValue,
  type Recording,
  type RecordingEntry,
} from '../recording.ts'
import { RecordingError } from '../recordingError.ts'
import { RUNTIME_ERROR_CODES } from '../runtimeError.ts'
import { UI_ISSUE_CODES } from '../ui/uiIssue.ts'
import { describeIssue } from './describeIssue.ts'
import { parseUIEvent } from './parseUIEvent.ts'
import { json, optional, presentJson } from './vocabulary.ts'

export interface ParseRecordingOptions {
  /** Longest text that is read, in UTF-16 code units. Default {@link RECORDING_SIZE}. */
  readonly maxSize?: number
}

// A level of a value takes up to two of its delta, and the entry around it a few more.
const RECORDING_DEPTH = JSON_DEPTH * 2 + 10

/** Most values in one recording: more than its size allows of the shortest ones, and an end for one that holds itself. */
const RECORDING_VALUES = 8_000_000

/**
 * Takes a recording as a file or somebody's message holds it: its text, or what was parsed from that. Nothing in it is
 * believed; whether its deltas fit and its digests are right is found by who replays it, entry by entry.
 *
 * @throws RecordingError `INVALID_RECORDING` with the path of the first fault, `UNSUPPORTED_RECORDING` for a format of
 *   later days, `RECORDING_TOO_LARGE`.
 *
 * @example
 * const recording = parseRecording(await readFile('bug.recording.json', 'utf8'))
 */
export function parseRecording(value: unknown, options: ParseRecordingOptions = {}): Recording {
  const parsed = typeof value === 'string' ? parseText(value, options.maxSize ?? RECORDING_SIZE) : value
  const fault = inspectJson(parsed, { depth: RECORDING_DEPTH, values: RECORDING_VALUES })
  if (fault?.code === 'too-many-values') throw tooLarge()
  if (fault !== null) throw invalid(fault.path.replace(/^root\.?/, ''), 'is not plain JSON, or is nested too deep')
  if (!isPlainObject(parsed) || parsed['format'] !== RECORDING_FORMAT) {
    throw invalid('format', `must be "${RECORDING_FORMAT}". Choose a file that a recorder wrote`)
  }
  const { version } = parsed
  if (typeof version === 'number' && version > RECORDING_VERSION) {
    throw new RecordingError({
      code: 'UNSUPPORTED_RECORDING',
      path: 'version',
      message: `The recording has version ${version} of its format; this release reads versions up to ${RECORDING_VERSION}. Update Plugboard, then read it again.`,
    })
  }
  const result = z.safeParse(recordingSchema, parsed)
  if (!result.success) {
    const { path, message } = describeIssue(result.error.issues)
    throw invalid(path.replace(/^\./, ''), message)
  }
  for (const [index, entry] of result.data.entries.entries()) checkEntry(entry, index, result.data)
  return result.data
}

function parseText(text: string, maxSize: number): unknown {
  if (text.length > maxSize) throw tooLarge()
  if (measureJsonDepth(text) > RECORDING_DEPTH) throw invalid('', 'is nested too deep')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid('', 'is no JSON text. The file may have been cut off or changed', cause)
  }
}

/** What no schema says: whose it is, and which code. */
function checkEntry(entry: RecordingEntry, index: number, { codes }: Recording): void {
  const path = extendPath('entries', index)
  if (entry.kind === 'load' && entry.code >= codes.length)
    throw invalid(`${path}.code`, 'names no code of the recording')
  if (entry.kind === 'load' && entry.limits !== undefined) {
    try {
      resolveLimits(entry.limits)
    } catch (cause) {
      throw invalid(`${path}.limits`, 'must be positive numbers', cause)
    }
  }
  if (entry.kind !== 'event') return
  try {
    parseUIEvent(entry.event)
  } catch (cause) {
    throw invalid(`${path}.event`, 'is no event of a widget', cause)
  }
}

const digest = z.string().check(z.regex(/^[0-9a-f]{16}$/, 'must be a digest of 16 hexadecimal digits'))
const instanceId = z.string().check(z.refine((text) => parseInstanceId(text) !== null, 'must be the id of an instance'))
const reference = z.string().check(z.maxLength(256))
const index = z.int().check(z.nonnegative())

const failure: z.ZodMiniType<RecordedFailure> = z.strictObject({
  error: z.strictObject({
    code: z.enum(RUNTIME_ERROR_CODES),
    message: z.string(),
    source: optional(z.strictObject({ line: z.number(), column: z.number() })),
    details: optional(json),
  }),
})

const seed: z.ZodMiniType<GuestSeed> = z.strictObject({
  random: z.number(),
  epochMs: z.number(),
  timeZone: optional(z.string().check(z.maxLength(100))),
})
const calls = z.strictObject({ load: z.number(), render: z.number(), event: z.number() })
const limits: z.ZodMiniType<Partial<PluginLimits>> = z.object({
  memoryBytes: optional(z.number()),
  stackBytes: optional(z.number()),
  fuel: optional(calls),
  wallMs: optional(calls),
  graceMs: optional(z.number()),
  bytesIn: optional(z.number()),
  bytesOut: optional(z.number()),
  treeDepth: optional(z.number()),
  treeNodes: optional(z.number()),
  intentsPerEvent: optional(z.number()),
  queuedEvents: optional(z.number()),
  logLinesPerSecond: optional(z.number()),
})

const plugin: z.ZodMiniType<RecordedPlugin> = z.strictObject({
  declaredId: optional(z.string()),
  title: z.string(),
  description: optional(z.string()),
  initialState: optional(json),
  widgets: z.array(z.string()),
  handlers: z.record(z.string(), z.array(z.string())),
  surfaces: optional(
    z.strictObject({ tools: z.array(z.string()), hooks: z.array(z.string()), services: z.array(z.string()) }),
  ),
})

const rejected: z.ZodMiniType<readonly RejectedIntent[]> = z.array(
  // Reasons grow with the releases, and decide nothing here.
  z.strictObject({ index, reason: z.string() as unknown as z.ZodMiniType<RejectedIntent['reason']> }),
)
const payload = optional(json)
const intents: z.ZodMiniType<readonly DispatchIntent[]> = z.array(
  z.discriminatedUnion('scope', [
    z.strictObject({ scope: z.literal('plugin'), actionType: z.string(), payload }),
    z.strictObject({ scope: z.literal('shared'), domain: z.string(), actionType: z.string(), payload }),
    z.strictObject({ scope: z.literal('system'), command: z.string(), payload }),
  ]),
)
const intentsAnswer: z.ZodMiniType<RecordedIntents> = z.strictObject({ intents, rejected })
const valueAnswer: z.ZodMiniType<RecordedValue> = z.strictObject({ value: presentJson, intents, rejected })
const issues = z.array(z.strictObject({ code: z.enum(UI_ISSUE_CODES), path: z.string(), message: z.string() }))
const treeAnswer: z.ZodMiniType<RecordedTree> = z.strictObject({
  digest,
  tree: optional(json),
  issues: optional(issues),
  rejected: optional(rejected),
})

const call = { instanceId, isRestarted: optional(z.literal(true)), view: optional(json) }
const entry: z.ZodMiniType<RecordingEntry> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('load'),
    instanceId,
    code: index,
    seed,
    apiVersion: optional(z.number()),
    trusted: optional(z.boolean()),
    limits: optional(limits),
    answer: z.union([failure, plugin]),
  }),
  z.strictObject({
    kind: z.literal('event'),
    ...call,
    widgetId: reference,
    handler: reference,
    // Parsed by the events' own parser.
    event: z.unknown() as unknown as z.ZodMiniType<Extract<RecordingEntry, { kind: 'event' }>['event']>,
    answer: z.union([failure, intentsAnswer]),
  }),
  z.strictObject({
    kind: z.literal('invoke'),
    ...call,
    surface: z.enum(PLUGIN_SURFACES),
    name: reference,
    input: presentJson,
    answer: z.union([failure, valueAnswer]),
  }),
  z.strictObject({
    kind: z.literal('render'),
    ...call,
    widgetId: reference,
    answer: z.union([failure, treeAnswer]),
  }),
  z.strictObject({ kind: z.literal('dispose'), instanceId }),
])

const recordingSchema: z.ZodMiniType<Recording> = z.strictObject({
  format: z.literal(RECORDING_FORMAT),
  version: z.literal(RECORDING_VERSION),
  startedAt: z.number(),
  timeZone: optional(z.string().check(z.maxLength(100))),
  isComplete: z.boolean(),
  isRedacted: z.boolean(),
  codes: z.array(z.strictObject({ digest, text: optional(z.string()) })),
  entries: z.array(entry),
})

function tooLarge(): RecordingError {
  return new RecordingError({
    code: 'RECORDING_TOO_LARGE',
    message: 'The recording is larger than what is read. Record a shorter run, or allow more with maxSize.',
  })
}

function invalid(path: string, message: string, cause?: unknown): RecordingError {
  return new RecordingError(
    {
      code: 'INVALID_RECORDING',
      path,
      message: `The recording cannot be used: ${path === '' ? 'it' : path} ${message}.`,
    },
    { cause },
  )
}
