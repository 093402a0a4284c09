import { cleanDisplayText } from '@plugboard/contracts'
import type { StandardSchemaV1 } from '@standard-schema/spec'

/** What a schema made of a value, or what is wrong with it, in words for a developer. */
export type SchemaReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly cause?: unknown }

const LONGEST = 300

/** Reads a value by a schema of the host's. Throws nothing, whatever the schema does. */
export function readBySchema(schema: StandardSchemaV1, value: unknown, what: string): SchemaReading {
  try {
    const result = schema['~standard'].validate(value)
    if ('then' in result) {
      // Nobody waits for it, and nobody shall hear of it as unhandled.
      result.then(undefined, () => undefined)
      return { ok: false, message: `The schema of its ${what} answers later; one that answers at once is needed.` }
    }
    return result.issues === undefined
      ? { ok: true, value: result.value }
      : { ok: false, message: describeIssues(result.issues, what) }
  } catch (cause) {
    return { ok: false, message: `The schema of its ${what} failed.`, cause }
  }
}

function describeIssues(issues: readonly StandardSchemaV1.Issue[], what: string): string {
  const [first] = issues
  const steps = (first?.path ?? []).slice(0, 10).map((step) => `.${keyOf(step)}`)
  const rest = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  const words = `${what}${steps.join('')}: ${first?.message ?? 'is not valid'}`
  // A plugin has a say in the words: in keys, and in what some libraries repeat of a value.
  return `${cleanDisplayText(words.slice(0, LONGEST - rest.length))}${rest}`
}

function keyOf(step: PropertyKey | StandardSchemaV1.PathSegment): string {
  return String(typeof step === 'object' ? step.key : step).slice(0, 40)
}
