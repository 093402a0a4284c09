import type { JsonValue, RuntimeState, StatePatch } from '@plugboard/contracts'
import { enablePatches, produceWithPatches } from 'immer'

import { diffJson, type JsonChange } from './jsonChanges.ts'

// Here and not in the entry: whoever loads this module needs it, and Immer does it once.
enablePatches()

/** Where a reducer's slice lives in the runtime state. */
export interface SlicePlace {
  readonly map: 'pluginStateByInstance' | 'shared'
  readonly key: string
}

/** The state after a change, and the Immer patches that take it back. */
export interface AppliedChange {
  readonly state: RuntimeState
  readonly inverse: readonly StatePatch[]
}

/**
 * Puts a reducer's result into the state, or returns null when it equals what is there. Parts that did not change keep
 * their references, so that nobody who looks at them is woken.
 *
 * @throws `TypeError` when the result is not JSON data.
 */
export function applyNext(state: RuntimeState, place: SlicePlace, next: JsonValue): AppliedChange | null {
  const changes = diffJson(state[place.map][place.key], next)
  if (changes.length === 0) return null
  // Only the map goes through Immer: it would freeze whatever else it is shown, the whole trace at every dispatch.
  const [changed, , inverse] = produceWithPatches(state[place.map], (draft) => {
    for (const change of changes) carryOut(draft, [place.key, ...change.path], change)
  })
  return {
    state: { ...state, [place.map]: changed },
    // Patches of JSON data are JSON data; their type does not say so.
    inverse: inverse.map((patch) => ({
      ...patch,
      path: [place.map, ...patch.path],
    })) as readonly StatePatch[],
  }
}

type Container = Record<string | number, unknown>

function carryOut(root: Container, path: readonly (string | number)[], change: JsonChange): void {
  let container = root
  for (const step of path.slice(0, -1)) container = container[step] as Container // The path was read off this value.
  const last = path.at(-1) ?? ''
  if ('value' in change) container[last] = change.value
  else delete container[last]
}
