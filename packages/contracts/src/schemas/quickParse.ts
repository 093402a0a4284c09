import type * as z from 'zod/mini'

/** The value as its schema would give it, or {@link UNSURE}: then the schema has to be asked. */
export type QuickParse = (value: unknown) => unknown

/** What a quick parse answers when the value is not certainly right. */
export const UNSURE: unique symbol = Symbol('unsure')

type AnySchema = z.core.$ZodType
type SchemaDefinition = z.core.$ZodTypes['_zod']['def']

const askSchema: QuickParse = () => UNSURE

/**
 * Compiles a schema into a parser without its messages, several times as fast: most nodes are right, and the schema is
 * asked only about the others. What it does not understand of a schema it leaves to the schema. Members come out in the
 * order of the schema, as from the schema itself.
 *
 * For values of JSON, which have no accessors and no prototypes of their own.
 */
export function compileQuickParse(schema: AnySchema): QuickParse {
  // Of all types of schemas, told apart by `type`.
  const def = readDefinition(schema) as SchemaDefinition
  switch (def.type) {
    case 'string':
      return compileText(def.checks)
    case 'number':
      return 'check' in def || (def.checks?.length ?? 0) > 0 ? askSchema : only((value) => Number.isFinite(value))
    case 'boolean':
      return only((value) => typeof value === 'boolean')
    case 'null':
      return only((value) => value === null)
    case 'unknown':
      return only((value) => value !== undefined)
    case 'literal': {
      const values: readonly unknown[] = def.values
      return only((value) => values.includes(value))
    }
    case 'enum': {
      const values: ReadonlySet<unknown> = new Set(Object.values(def.entries))
      return only((value) => values.has(value))
    }
    case 'optional':
      return compileQuickParse(def.innerType)
    case 'union':
      return compileUnion(def.options.map((option) => compileQuickParse(option)))
    case 'array':
      return compileList(compileQuickParse(def.element), def.checks)
    case 'record':
      return compileRecord(compileQuickParse(def.keyType), compileQuickParse(def.valueType))
    case 'object':
      return def.catchall !== undefined && isOfType(def.catchall, 'never') ? compileObject(def.shape) : askSchema
    default:
      return askSchema
  }
}

function only(accepts: (value: unknown) => boolean): QuickParse {
  return (value) => (accepts(value) ? value : UNSURE)
}

type Checks = readonly z.core.$ZodCheck[] | undefined

interface Bounds {
  readonly least: number
  readonly most: number
  readonly patterns: readonly RegExp[]
}

/** What the checks of a schema come to, or null when one of them is of another kind. */
function readBounds(checks: Checks): Bounds | null {
  let least = 0
  let most = Number.POSITIVE_INFINITY
  const patterns: RegExp[] = []
  for (const check of checks ?? []) {
    // Of all kinds of checks, told apart by `check`.
    const { check: name, minimum, maximum, pattern } = readDefinition(check) as Record<string, unknown>
    if (name === 'min_length' && typeof minimum === 'number') least = Math.max(least, minimum)
    else if (name === 'max_length' && typeof maximum === 'number') most = Math.min(most, maximum)
    else if (name === 'string_format' && pattern instanceof RegExp && !pattern.global) patterns.push(pattern)
    else return null
  }
  return { least, most, patterns }
}

function compileText(checks: Checks): QuickParse {
  const bounds = readBounds(checks)
  if (bounds === null) return askSchema
  const { least, most, patterns } = bounds
  return only(
    (value) =>
      typeof value === 'string' &&
      value.length >= least &&
      value.length <= most &&
      patterns.every((pattern) => pattern.test(value)),
  )
}

function compileUnion(options: readonly QuickParse[]): QuickParse {
  return (value) => {
    for (const option of options) {
      const parsed = option(value)
      if (parsed !== UNSURE) return parsed
    }
    return UNSURE
  }
}

function compileList(parseItem: QuickParse, checks: Checks): QuickParse {
  const bounds = readBounds(checks)
  if (bounds === null || bounds.patterns.length > 0) return askSchema
  const { least, most } = bounds
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return UNSURE
    const list: unknown[] = []
    for (const item of value) {
      const parsed = parseItem(item)
      if (parsed === UNSURE) return UNSURE
      list.push(parsed)
    }
    return list
  }
}

function compileRecord(parseName: QuickParse, parseValue: QuickParse): QuickParse {
  return (value) => {
    if (!isRecord(value)) return UNSURE
    const record: Record<string, unknown> = {}
    for (const name of Object.keys(value)) {
      const parsed = name === '__proto__' || parseName(name) === UNSURE ? UNSURE : parseValue(value[name])
      if (parsed === UNSURE) return UNSURE
      record[name] = parsed
    }
    return record
  }
}

function compileObject(shape: Readonly<Record<string, AnySchema>>): QuickParse {
  const members = Object.entries(shape).map(
    ([name, schema]) => [name, compileQuickParse(schema), isOfType(schema, 'optional')] as const,
  )
  return (value) => {
    if (!isRecord(value)) return UNSURE
    const record: Record<string, unknown> = {}
    let count = 0
    for (const [name, parse, isOptional] of members) {
      if (!Object.hasOwn(value, name)) {
        if (isOptional) continue
        return UNSURE
      }
      const parsed = parse(value[name])
      if (parsed === UNSURE) return UNSURE
      record[name] = parsed
      count += 1
    }
    return count === Object.keys(value).length ? record : UNSURE
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOfType(schema: AnySchema, type: SchemaDefinition['type']): boolean {
  return (readDefinition(schema) as SchemaDefinition).type === type
}

/** What a schema or a check was made from. */
function readDefinition(source: { readonly _zod: { readonly def: unknown } }): unknown {
  // oxlint-disable-next-line no-underscore-dangle -- where libraries are told to look
  return source._zod.def
}
