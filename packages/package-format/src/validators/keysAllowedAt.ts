import type * as z from 'zod/mini'

import { manifestSchema } from '../manifestSchema.ts'

/** The keys that an object of a manifest may have, by the schema at its path. Alternatives are told by their `kind`. */
export function keysAllowedAt(path: readonly string[], manifest: unknown): readonly string[] {
  let schema: Schema | undefined = manifestSchema
  let value = manifest
  for (const key of path) {
    schema = childOf(schema, key, value)
    value = at(value, key)
  }
  return Object.keys(shapeOf(schema, value))
}

type Schema = z.core.$ZodType

function childOf(schema: Schema | undefined, key: string, value: unknown): Schema | undefined {
  const definition = definitionOf(schema)
  return definition?.type === 'array' ? definition.element : shapeOf(schema, value)[key]
}

function shapeOf(schema: Schema | undefined, value: unknown): Readonly<Record<string, Schema>> {
  const definition = definitionOf(schema)
  if (definition?.type === 'object') return definition.shape
  if (definition?.type !== 'union') return {}
  const shapes = definition.options.map((option) => shapeOf(option, value))
  return shapes.find(({ kind }) => accepts(kind, at(value, 'kind'))) ?? {}
}

function accepts(schema: Schema | undefined, value: unknown): boolean {
  const definition = definitionOf(schema)
  return definition?.type === 'literal' && definition.values.some((known) => known === value)
}

type Definition =
  | z.core.$ZodArrayDef
  | z.core.$ZodLiteralDef<z.core.util.Literal>
  | z.core.$ZodObjectDef<Readonly<Record<string, Schema>>>
  | z.core.$ZodUnionDef

/** What a schema is made of, without what makes it optional. */
function definitionOf(schema: Schema | undefined): Definition | undefined {
  // oxlint-disable-next-line no-underscore-dangle -- where the library keeps it
  let definition = schema?._zod.def as Definition | z.core.$ZodOptionalDef | z.core.$ZodDefaultDef | undefined
  while (definition?.type === 'optional' || definition?.type === 'default') {
    // oxlint-disable-next-line no-underscore-dangle -- where the library keeps it
    definition = definition.innerType._zod.def as typeof definition
  }
  return definition
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}
