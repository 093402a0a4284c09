import type { JsonValue } from '../json.ts'

/**
 * How one JSON value becomes another, as JSON. Whatever is no list stands for itself; a list says by its first item what
 * it is, and is empty only where a member of a record is to go.
 *
 * | form                              | the value becomes                                                        |
 * | --------------------------------- | ------------------------------------------------------------------------ |
 * | anything that is no list          | that                                                                     |
 * | `[SET, value]`                    | `value`: how a list is said                                              |
 * | `[EDIT, name, delta, …]`          | itself with these members changed, added at its end, or gone (`[]`)      |
 * | `[EDIT]`                          | itself                                                                   |
 * | `[ITEMS, index, delta, …]`        | itself with these items changed                                          |
 * | `[LIST, [from, count], …]`        | a list of runs of its own items,                                         |
 * | `[LIST, [from, delta], …]`        | of items of its own that changed, the delta being a list,                |
 * | `[LIST, [[value, …]], …]`         | and of new ones                                                          |
 * | `[RECORD, name, delta, …]`        | a record of these members in this order                                  |
 *
 * An item of the old list stands in the new one at most once, so that no delta makes more out of a value than is in it.
 */
export type Delta = JsonValue

export const SET = 0
export const EDIT = 1
export const ITEMS = 2
export const LIST = 3
export const RECORD = 4

/** The delta of a member that is to go. */
export const GONE: readonly JsonValue[] = []

/** The delta that sets a value, whatever was there. */
export function setTo(value: JsonValue): Delta {
  return Array.isArray(value) ? [SET, value] : value
}

/** Whether a delta keeps something of what was there. */
export function keepsPart(delta: Delta): boolean {
  return Array.isArray(delta) && delta[0] !== SET
}
