import { isPlainObject, type JsonObject, type JsonValue } from '@plugboard/contracts'

import { quote } from '../packageDiagnostic.ts'

/** What may stand at a keyword. Those with schemas in them are followed; the rest is not looked into. */
type KeywordForm =
  | 'count'
  | 'flag'
  | 'format'
  | 'named lists'
  | 'named schemas'
  | 'names'
  | 'number'
  | 'reference'
  | 'schema'
  | 'schemas'
  | 'text'
  | 'type'
  | 'value'
  | 'values'

/** A keyword that the schema of a package may use. */
export interface SchemaKeyword {
  readonly form: KeywordForm
  /** What it does with a value: nothing, ask something of it, or give it or its parts to schemas. */
  readonly role: 'note' | 'demand' | 'apply'
}

// By name, and everything else is refused: a library has keywords of older versions and marks of its own, and one that was
// forgotten in a list of refused ones would be applied without being counted. Regular expressions are left out on purpose:
// a host applies a schema where nothing can stop it, and `^(a+)+$` needs more steps than there is time.
const KEYWORDS: Readonly<Record<SchemaKeyword['role'], Readonly<Partial<Record<KeywordForm, string>>>>> = {
  note: {
    text: '$comment $schema contentEncoding contentMediaType description title',
    flag: 'deprecated readOnly writeOnly',
    value: 'default',
    values: 'examples',
    'named schemas': '$defs definitions',
  },
  demand: {
    count: 'maxContains maxItems maxLength maxProperties minContains minItems minLength minProperties',
    flag: 'uniqueItems',
    format: 'format',
    'named lists': 'dependentRequired',
    names: 'required',
    number: 'exclusiveMaximum exclusiveMinimum maximum minimum multipleOf',
    type: 'type',
    value: 'const',
    values: 'enum',
  },
  apply: {
    'named schemas': 'dependentSchemas properties',
    reference: '$ref',
    schema: 'additionalProperties contains else if items not propertyNames then unevaluatedItems unevaluatedProperties',
    schemas: 'allOf anyOf oneOf prefixItems',
  },
}

/** Each keyword that a schema may use, by its name. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, SchemaKeyword> = new Map(
  (['note', 'demand', 'apply'] as const).flatMap((role) =>
    Object.entries(KEYWORDS[role]).flatMap(([form, names]) =>
      names.split(' ').map((name) => [name, { role, form: form as KeywordForm }] as const),
    ),
  ),
)

const TYPES = new Set<JsonValue>(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'])

// Those of the standard, without `regex`. Libraries have others, some of them with expressions that have no end.
const FORMATS = new Set<JsonValue>(
  'date date-time duration email hostname ipv4 ipv6 json-pointer relative-json-pointer time uri uri-reference uri-template uuid'.split(
    ' ',
  ),
)

const FITS: Readonly<Record<KeywordForm, (value: JsonValue) => boolean>> = {
  count: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  flag: (value) => typeof value === 'boolean',
  format: (value) => FORMATS.has(value),
  'named lists': (value) => isPlainObject(value) && Object.values(value).every(isNames),
  'named schemas': (value) => isPlainObject(value) && Object.values(value).every(isSchema),
  names: isNames,
  number: (value) => typeof value === 'number',
  // Where it leads is asked when it is followed.
  reference: () => true,
  schema: isSchema,
  schemas: (value) => Array.isArray(value) && value.every(isSchema),
  text: (value) => typeof value === 'string',
  type: (value) => TYPES.has(value) || (Array.isArray(value) && value.every((item: JsonValue) => TYPES.has(item))),
  value: () => true,
  values: (value) => Array.isArray(value),
}

/** What is wrong with the keywords of one schema, or null. The schemas in it are not looked at. */
export function findKeywordFault(schema: JsonObject): string | null {
  for (const [name, value] of Object.entries(schema)) {
    const keyword = SCHEMA_KEYWORDS.get(name)
    if (keyword === undefined) return `uses ${quote(name)}`
    if (!FITS[keyword.form](value)) return `has at "${name}" what may not stand there`
  }
  return null
}

/** The schemas at a keyword; those that are `true` or `false` take no work and are left out. */
export function listSchemasAt(form: KeywordForm, value: JsonValue): readonly JsonObject[] {
  switch (form) {
    case 'schema':
      return [value].filter(isJsonObject)
    case 'schemas':
      return Array.isArray(value) ? value.filter(isJsonObject) : []
    case 'named schemas':
      return isJsonObject(value) ? Object.values(value).filter(isJsonObject) : []
    default:
      return []
  }
}

function isJsonObject(value: JsonValue): value is JsonObject {
  return isPlainObject(value)
}

function isNames(value: JsonValue): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isSchema(value: JsonValue): boolean {
  return typeof value === 'boolean' || isPlainObject(value)
}
