import type { RuntimeState, StatePatch } from '@plugboard/contracts'
import { applyPatches, enablePatches, produceWithPatches } from 'immer'

/** The parts of the state that dispatches change. */
export type StateParts = Pick<RuntimeState, 'pluginStateByInstance' | 'shared'>

/** What those parts become, by which change, and how that is taken back. */
export interface PlannedChange {
  readonly parts: StateParts
  readonly changes: readonly StatePatch[]
  readonly inverse: readonly StatePatch[]
}

/** What of a record says how its change is taken back. */
export interface Reversible {
  readonly seq: number
  readonly inverse?: readonly StatePatch[]
}

enablePatches()

/**
 * Works out what taking records back comes to, the last of the list first; the state stays as it is. The number of a record in
 * place of a change: that one does not fit the state, as records of a state that was restored from elsewhere may.
 */
export function takeBack(state: StateParts, records: readonly Reversible[]): PlannedChange | number {
  const { pluginStateByInstance, shared } = state
  let at = 0
  try {
    const [parts, changes, inverse] = produceWithPatches({ pluginStateByInstance, shared }, (draft) => {
      for (const { inverse: patches = [], seq } of records.toReversed()) {
        at = seq
        applyPatches(
          draft,
          patches.map((patch) => ({ ...patch, path: [...patch.path] })),
        )
      }
    })
    // Patches of JSON data are JSON data; their type does not say so.
    return { parts, changes: changes as readonly StatePatch[], inverse: inverse as readonly StatePatch[] }
  } catch {
    return at
  }
}
