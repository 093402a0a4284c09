import { isPlainObject } from '@plugboard/contracts'

import { pluginManifestSchema } from '../manifestSchema.ts'

/** The keys that an object of a manifest may have, by the JSON Schema at its path. Alternatives are told by their `kind`. */
export function keysAllowedAt(path: readonly string[], manifest: unknown): readonly string[] {
  let schema: unknown = pluginManifestSchema
  let value = manifest
  for (const key of path) {
    schema = select(schema, value)
    value = at(value, key)
    schema = at(at(schema, 'properties'), key) ?? at(schema, 'items')
  }
  return Object.keys(at(select(schema, value), 'properties') ?? {})
}

function select(schema: unknown, value: unknown): unknown {
  const alternatives = at(schema, 'anyOf') ?? at(schema, 'oneOf')
  if (!Array.isArray(alternatives)) return schema
  return alternatives.find((one) => at(at(at(one, 'properties'), 'kind'), 'const') === at(value, 'kind'))
}

function at(value: unknown, key: string): object | undefined {
  if (!Array.isArray(value) && !isPlainObject(value)) return undefined
  // Only walked into and compared.
  return (value as Readonly<Record<string, object>>)[key]
}
