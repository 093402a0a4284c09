import { digestJson, isPlainObject, type JsonValue } from '@plugboard/contracts'

/**
 * Whether two parts hold the same. By reference where that settles it, one level down too: states and code are passed on
 * as they were read, and are not walked again. Both are JSON data.
 */
export function isSamePart(left: unknown, right: JsonValue): boolean {
  if (left === right) return true
  if (!isPlainObject(left) || !isPlainObject(right)) return digestJson(left) === digestJson(right)
  const keys = Object.keys(right)
  return (
    Object.keys(left).length === keys.length &&
    keys.every(
      (key) =>
        Object.hasOwn(left, key) && (left[key] === right[key] || digestJson(left[key]) === digestJson(right[key])),
    )
  )
}
