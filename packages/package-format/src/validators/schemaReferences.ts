import type { JsonObject, JsonValue } from '@plugboard/contracts'

import { PACKAGE_LIMITS } from '../packageLimits.ts'
import { isJsonObject, walkSchemaObjects } from './schemaObjects.ts'

// They move what `$ref` means, or refer by name instead of by place.
const REFUSED: readonly string[] = [
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$id',
  '$recursiveAnchor',
  '$recursiveRef',
]

// Keywords whose schemas are applied to the same value as the one that they stand in.
const ALTERNATIVES: readonly string[] = ['allOf', 'anyOf', 'oneOf']
const CONDITIONS: readonly string[] = ['not', 'if', 'then', 'else']

/** What is wrong with the references of a schema, or null. */
export function findReferenceFault(root: JsonObject): string | null {
  const steps = new Map<JsonObject, number>()
  for (const schema of walkSchemaObjects(root)) {
    const refused = REFUSED.find((key) => key in schema)
    if (refused !== undefined) return `uses "${refused}"`
    const reference = schema['$ref']
    if (reference !== undefined && resolve(root, reference) === null) return 'has a "$ref" that is no place in itself'
  }
  for (const schema of walkSchemaObjects(root)) {
    const count = countSteps({ root, schema, steps, open: new Set() })
    if (count === null) return 'has a "$ref" that comes back to itself for the same value'
    if (count > PACKAGE_LIMITS.schemaSteps) return 'asks too much of one value, with all references followed'
  }
  return null
}

interface Count {
  readonly root: JsonObject
  readonly schema: JsonObject
  /** Counted before: without it, a chain of doubling references would be walked as often as it doubles. */
  readonly steps: Map<JsonObject, number>
  /** What is being counted further up. */
  readonly open: Set<JsonObject>
}

/** How many schemas are applied to one value, or null when there is no end to them. */
function countSteps({ open, root, schema, steps }: Count): number | null {
  const known = steps.get(schema)
  if (known !== undefined) return known
  if (open.has(schema)) return null
  open.add(schema)
  let sum = 1
  for (const child of listInPlace(root, schema)) {
    const count = countSteps({ root, schema: child, steps, open })
    if (count === null) return null
    sum += count
  }
  open.delete(schema)
  steps.set(schema, sum)
  return sum
}

function listInPlace(root: JsonObject, schema: JsonObject): readonly JsonObject[] {
  const alternatives = ALTERNATIVES.flatMap((key) => schema[key] ?? [])
  const dependent = schema['dependentSchemas']
  const others = [
    ...CONDITIONS.map((key) => schema[key]),
    ...(isJsonObject(dependent) ? Object.values(dependent) : []),
    schema['$ref'] === undefined ? undefined : resolve(root, schema['$ref']),
  ]
  return [...alternatives, ...others].filter(isJsonObject)
}

/** The object at a reference of the form `#` or `#/…`, or null. */
function resolve(root: JsonObject, reference: JsonValue): JsonObject | null {
  if (typeof reference !== 'string' || !/^#(?:\/|$)/.test(reference)) return null
  let value: JsonValue | undefined = root
  for (const step of reference.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
    value = (value as JsonObject)[key]
  }
  return isJsonObject(value) ? value : null
}
