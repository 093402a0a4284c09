import { isPlainObject, type JsonObject, type JsonValue } from '@plugboard/contracts'

/** Every object in a schema. Some are no schemas but values or lists of properties: what is asked of them holds for those. */
export function* walkSchemaObjects(value: JsonValue): Generator<JsonObject> {
  if (Array.isArray(value)) for (const item of value) yield* walkSchemaObjects(item)
  else if (isJsonObject(value)) {
    yield value
    for (const item of Object.values(value)) yield* walkSchemaObjects(item)
  }
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return isPlainObject(value)
}
