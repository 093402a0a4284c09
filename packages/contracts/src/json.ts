/** Data that survives a trip through JSON text unchanged. The only kind of value that crosses the sandbox boundary. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

export type JsonObject = Readonly<Record<string, JsonValue>>

/**
 * Keys refused in anything that came from a guest: assigning one of them to an ordinary object reaches its prototype,
 * and Immer throws on them inside a reducer.
 */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Whether `value` is an object literal or a parsed JSON object: not an array, not a class instance. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
