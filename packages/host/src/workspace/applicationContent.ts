import { DATA_DEPTH, inspectJson, type JsonValue } from '@plugboard/contracts'

import { PluginHostError } from '../pluginHostError.ts'
import { isApplicationPartName } from './partNames.ts'
import { isSamePart } from './samePart.ts'
import { STATE_VALUES } from './savedInstance.ts'

export type ApplicationParts = ReadonlyMap<string, JsonValue>

/** What an application keeps beside the instances. Replaced as a whole when something of it changes. */
export interface ApplicationContent {
  readonly layout: JsonValue
  readonly parts: ApplicationParts
}

/** Most parts of an application's own. */
const MOST_PARTS = 1_000

/** The parts with one of them changed, or gone for null; the same parts when that changes nothing. @throws PluginHostError `PROTOCOL`. */
export function changePart(parts: ApplicationParts, name: string, value: JsonValue): ApplicationParts {
  if (!isApplicationPartName(name)) {
    throw refuse(
      'The name of the part is none: use lower-case letters, digits and "-", and one "/" at most, as in "project/pomodoro"',
    )
  }
  const before = parts.get(name) ?? null
  const after = changeData('part', before, value)
  if (after === before) return parts
  const next = new Map(parts)
  if (after === null) next.delete(name)
  else next.set(name, after)
  if (next.size > MOST_PARTS) throw refuse(`There are ${MOST_PARTS} parts already. Remove one first`)
  return next
}

/** A copy of what comes after, or what was before when that is the same. @throws PluginHostError `PROTOCOL` when it is no JSON data. */
export function changeData(what: string, before: JsonValue, after: JsonValue): JsonValue {
  const fault = inspectJson(after, { depth: DATA_DEPTH, values: STATE_VALUES })
  if (fault !== null) throw refuse(`The ${what} is no JSON data that fits: ${fault.code} at ${fault.path}`)
  if (isSamePart(before, after)) return before
  // What the application does with its own object afterwards was never saved.
  return JSON.parse(JSON.stringify(after)) as JsonValue
}

function refuse(what: string): PluginHostError {
  return new PluginHostError({ code: 'PROTOCOL', message: `${what}.` })
}
