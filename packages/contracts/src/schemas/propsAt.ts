import type * as z from 'zod/mini'

type AnySchema = z.core.$ZodType
type SchemaDefinition = z.core.$ZodTypes['_zod']['def']

/** The props that a schema takes at a path below it: what somebody may have meant who wrote another one there. */
export function propsAt(schema: AnySchema, path: readonly PropertyKey[]): readonly string[] {
  // oxlint-disable-next-line no-underscore-dangle -- where libraries are told to look
  const def = schema._zod.def as SchemaDefinition // Of all types of schemas, told apart by `type`.
  if (def.type === 'optional') return propsAt(def.innerType, path)
  const [step, ...below] = path
  switch (def.type) {
    case 'object': {
      if (step === undefined) return Object.keys(def.shape)
      const prop = typeof step === 'string' && Object.hasOwn(def.shape, step) ? def.shape[step] : undefined
      return prop === undefined ? [] : propsAt(prop, below)
    }
    case 'array':
      return step === undefined ? [] : propsAt(def.element, below)
    case 'record':
      return step === undefined ? [] : propsAt(def.valueType, below)
    default:
      return []
  }
}
