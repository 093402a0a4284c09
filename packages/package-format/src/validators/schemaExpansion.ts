import type { JsonObject, JsonValue } from '@plugboard/contracts'

import { PACKAGE_LIMITS } from '../packageLimits.ts'
import { findKeywordFault, listSchemasAt, SCHEMA_KEYWORDS } from './schemaKeywords.ts'

/**
 * What is wrong with a schema, or null. It is read as a library reads it: by its keywords, each reference replaced by what
 * it leads to. That has to have an end and to be small, for it is the most that any part of a value is held against.
 */
export function findSchemaFault(root: JsonObject): string | null {
  const schemas = new Set<JsonObject>()
  collect(root, schemas)
  for (const schema of schemas) {
    const fault = findKeywordFault(schema)
    if (fault !== null) return fault
  }
  const targets = new Map<JsonObject, JsonObject>()
  for (const schema of schemas) {
    const reference = schema['$ref']
    if (reference === undefined) continue
    const target = resolve(root, reference)
    if (target === null || !schemas.has(target)) return 'has a "$ref" that is no schema in itself'
    targets.set(schema, target)
  }
  const steps = new Map<JsonObject, number>()
  for (const schema of schemas) {
    const count = countSteps({ schema, steps, targets, open: new Set() })
    if (count === null) return 'has a "$ref" that comes back to itself'
    if (count > PACKAGE_LIMITS.schemaSteps) return 'asks too much of one value, with all references followed'
  }
  return null
}

/** All schemas in a schema, and nothing that is a value or a name in it. */
function collect(schema: JsonObject, schemas: Set<JsonObject>): void {
  schemas.add(schema)
  for (const [name, value] of Object.entries(schema)) {
    const keyword = SCHEMA_KEYWORDS.get(name)
    if (keyword !== undefined) for (const child of listSchemasAt(keyword.form, value)) collect(child, schemas)
  }
}

interface Count {
  readonly schema: JsonObject
  /** Where its reference leads, of each schema that has one. */
  readonly targets: ReadonlyMap<JsonObject, JsonObject>
  /** Counted before: without it, a chain of doubling references would be walked as often as it doubles. */
  readonly steps: Map<JsonObject, number>
  /** What is being counted further up. */
  readonly open: Set<JsonObject>
}

/**
 * What it takes to hold any one part of a value against a schema, or null when there is no end to it. Schemas of different
 * parts are added too: the same part may be in several of them.
 */
function countSteps({ open, schema, steps, targets }: Count): number | null {
  const known = steps.get(schema)
  if (known !== undefined) return known
  if (open.has(schema)) return null
  open.add(schema)
  let sum = 1
  const target = targets.get(schema)
  const children = target === undefined ? [] : [target]
  for (const [name, value] of Object.entries(schema)) {
    const { form, role } = SCHEMA_KEYWORDS.get(name) ?? { form: 'value', role: 'note' }
    if (role === 'demand') sum += name === 'uniqueItems' ? COMPARISON_STEPS : Math.floor(sizeOf(value) / STEP_LENGTH)
    if (role === 'apply') children.push(...listSchemasAt(form, value))
  }
  for (const child of children) {
    const count = countSteps({ schema: child, steps, open, targets })
    if (count === null) return null
    sum += count
  }
  open.delete(schema)
  steps.set(schema, sum)
  return sum
}

// Every item is compared with every other one.
const COMPARISON_STEPS = 25
// Of a list of values, which are gone through one by one.
const STEP_LENGTH = 64

function sizeOf(value: JsonValue): number {
  return JSON.stringify(value).length
}

// Characters that no library escapes or leaves out when it looks for the place.
const POINTER = /^#(?:\/(?:[A-Za-z0-9._$-]|~[01])+)*$/

/** The object at a reference of the form `#` or `#/…`, or null. */
function resolve(root: JsonObject, reference: JsonValue): JsonObject | null {
  if (typeof reference !== 'string' || !POINTER.test(reference)) return null
  let value: JsonValue | undefined = root
  for (const step of reference.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
    value = (value as JsonObject)[key]
  }
  return typeof value === 'object' ? (value as JsonObject | null) : null
}
