import type { RuntimeState, StatePatch } from '@plugboard/contracts'
import { applyPatches, produceWithPatches } from 'immer'

/** The parts of the state that dispatches change. */
export type StateParts = Pick<RuntimeState, 'pluginStateByInstance' | 'shared'>

/** What those parts become, by which change, and how that is taken back. */
export interface PlannedChange {
  readonly parts: StateParts
  readonly changes: readonly StatePatch[]
  readonly inverse: readonly StatePatch[]
}

/** Works a change out on a draft; the state stays as it is. @throws what the change throws. */
export function planChange(state: RuntimeState, change: (draft: StateParts) => void): PlannedChange {
  const { pluginStateByInstance, shared } = state
  const [parts, changes, inverse] = produceWithPatches({ pluginStateByInstance, shared }, (draft) => {
    change(draft)
  })
  // Patches of JSON data are JSON data; their type does not say so.
  return { parts, changes: changes as readonly StatePatch[], inverse: inverse as readonly StatePatch[] }
}

/** Carries patches out on a draft. @throws when they do not fit. */
export function carryOut(draft: StateParts, patches: readonly StatePatch[]): void {
  applyPatches(
    draft,
    patches.map((patch) => ({ ...patch, path: [...patch.path] })),
  )
}
