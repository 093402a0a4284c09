import * as z from 'zod/mini'

import { ACTION_TYPE_LENGTH } from '../dispatchIntent.ts'
import { cleanDisplayText } from '../displayText.ts'
import type { JsonValue } from '../json.ts'
import { DATA_DEPTH, inspectJson } from '../jsonGuard.ts'
import {
  INVOKE_SIZE,
  REJECT_REASON_LENGTH,
  type HookDecision,
  type PluginSurface,
  type ServiceAnswer,
} from '../pluginSurface.ts'
import { PluginRuntimeError } from '../runtimeError.ts'
import { describeIssue } from './describeIssue.ts'
import { json, optional, presentJson } from './vocabulary.ts'

export interface ParseInvokeValueOptions {
  readonly surface: PluginSurface
  /** How many commands a service may answer. */
  readonly maxCommands: number
}

const reason = z.string().check(
  z.overwrite((text) => cleanDisplayText(text).trim()),
  z.minLength(1),
  z.maxLength(REJECT_REASON_LENGTH),
)

const decisionSchema: z.ZodMiniType<HookDecision> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proceed') }),
  z.strictObject({ kind: z.literal('replace'), payload: presentJson }),
  z.strictObject({ kind: z.literal('reject'), reason }),
])

const commandSchema = z.strictObject({
  kind: z.string().check(z.minLength(1), z.maxLength(ACTION_TYPE_LENGTH)),
  payload: optional(json),
})

/**
 * Parses what a tool, a hook or a service answered. A tool may answer any JSON, a hook a {@link HookDecision}, a service a
 * {@link ServiceAnswer}; null, which is what comes of an answer of nothing, is no commands, and no decision.
 *
 * @throws PluginRuntimeError `INVALID_OUTPUT` with the path of the first fault.
 */
export function parseInvokeValue(value: unknown, { maxCommands, surface }: ParseInvokeValueOptions): JsonValue {
  const fault = inspectJson(value, { depth: DATA_DEPTH, values: INVOKE_SIZE })
  if (fault !== null) throw invalid(surface, `${fault.path} is not plain JSON, is nested too deep, or holds too much`)
  const { length } = JSON.stringify(value)
  if (length > INVOKE_SIZE) throw invalid(surface, `it is ${length} characters long; ${INVOKE_SIZE} are allowed`)
  switch (surface) {
    case 'tool':
      // What was inspected is JSON.
      return value as JsonValue
    case 'hook':
      return parse(surface, decisionSchema, value) as JsonValue
    case 'service': {
      const commands = z.array(commandSchema).check(z.maxLength(maxCommands))
      const given = parse(surface, z.strictObject({ commands: optional(commands) }), value ?? {})
      return { commands: given.commands ?? [] } satisfies ServiceAnswer
    }
  }
}

function parse<T>(surface: PluginSurface, schema: z.ZodMiniType<T>, value: unknown): T {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const { message, path } = describeIssue(result.error.issues)
  throw invalid(surface, `its value${path} ${message}`)
}

function invalid(surface: PluginSurface, what: string): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'INVALID_OUTPUT',
    message: `The ${surface} answered something that cannot be taken: ${what}. Nothing was applied. ${ANSWER[surface]}`,
  })
}

const ANSWER: Readonly<Record<PluginSurface, string>> = {
  tool: 'Answer JSON data.',
  hook: 'Answer { kind: "proceed" }, { kind: "replace", payload } or { kind: "reject", reason }.',
  service: 'Answer { commands: [{ kind, payload }] }, or nothing.',
}
