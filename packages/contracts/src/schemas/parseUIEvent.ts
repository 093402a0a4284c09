import * as z from 'zod/mini'

import { inspectJson } from '../jsonGuard.ts'
import { PluginRuntimeError } from '../runtimeError.ts'
import type { UIEvent } from '../ui/uiEvent.ts'
import { describeIssue } from './describeIssue.ts'
import { json, key, name, optional } from './vocabulary.ts'

/** Most values in one event. Without it, one list that stands in itself twice, and so on, is walked for ever. */
const EVENT_VALUES = 200_000

const args = optional(json)

const eventSchema: z.ZodMiniType<UIEvent> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('press'), key: optional(key), args }),
  z.strictObject({ type: z.enum(['change', 'commit']), name, value: json, rev: z.int().check(z.nonnegative()), args }),
  z.strictObject({ type: z.literal('submit'), name, values: z.record(name, json), args }),
  z.strictObject({ type: z.literal('sort'), column: name, dir: z.enum(['asc', 'desc']), args }),
  z.strictObject({ type: z.literal('select'), keys: z.array(key), args }),
  z.strictObject({ type: z.literal('range'), start: z.int(), end: z.int(), args }),
  z.strictObject({ type: z.literal('close'), args }),
  z.strictObject({ type: z.literal('custom'), event: name, detail: optional(json), args }),
])

/**
 * Parses an event on its way to a handler.
 *
 * @throws PluginRuntimeError `PROTOCOL` with the path of the first fault.
 */
export function parseUIEvent(value: unknown): UIEvent {
  const fault = inspectJson(value, { values: EVENT_VALUES })
  if (fault !== null) {
    throw invalidEvent(fault.path, fault.code === 'too-many-values' ? 'holds too much' : 'is not plain JSON')
  }
  const result = z.safeParse(eventSchema, value)
  if (result.success) return result.data
  const { path, message } = describeIssue(result.error.issues)
  throw invalidEvent(`event${path}`, message)
}

function invalidEvent(path: string, message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code: 'PROTOCOL', message: `The event cannot be sent: ${path} ${message}.` })
}
