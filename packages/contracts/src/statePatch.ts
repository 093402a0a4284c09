import type { JsonValue } from './json.ts'

/** Where a value is in the runtime state: the map, the key in it, and the way on from there. Lists are entered by number. */
export type StatePath = readonly (string | number)[]

/** One step of a change of the runtime state, as Immer writes and applies it. */
export type StatePatch =
  | { readonly op: 'add' | 'replace'; readonly path: StatePath; readonly value: JsonValue }
  | { readonly op: 'remove'; readonly path: StatePath }
