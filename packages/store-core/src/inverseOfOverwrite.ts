import type { JsonValue, RuntimeState, StatePatch } from '@plugboard/contracts'

import { applyNext } from './applyNext.ts'
import { ownValue } from './initialState.ts'

/** What of an instance's record goes back with the state; the rest is what is known of it, whenever that was said. */
const FIELDS = ['status', 'stateVersion'] as const

/**
 * The patches that bring back what a host action overwrote or removed. What is new is not among them: it came with the load
 * of its instance, and goes with it.
 */
export function inverseOfOverwrite(before: RuntimeState, after: RuntimeState): readonly StatePatch[] {
  return [...instancePatches(before, after), ...grantPatches(before, after), ...statePatches(before, after)]
}

function instancePatches(before: RuntimeState, after: RuntimeState): readonly StatePatch[] {
  if (before.instances === after.instances) return []
  const patches: StatePatch[] = []
  for (const [key, instance] of Object.entries(before.instances)) {
    const next = ownValue(after.instances, key)
    if (next === instance) continue
    if (next === undefined) {
      // A record of the store is JSON data, though its type does not say so.
      patches.push({ op: 'add', path: ['instances', key], value: instance as unknown as JsonValue })
      continue
    }
    for (const field of FIELDS) {
      if (next[field] === instance[field]) continue
      const path = ['instances', key, field]
      const value = instance[field]
      patches.push(value === undefined ? { op: 'remove', path } : { op: 'replace', path, value })
    }
  }
  return patches
}

// Grants that are changed say so in their own record; here they can only have gone.
function grantPatches(before: RuntimeState, after: RuntimeState): readonly StatePatch[] {
  if (before.grantsByInstance === after.grantsByInstance) return []
  return Object.entries(before.grantsByInstance)
    .filter(([key]) => !Object.hasOwn(after.grantsByInstance, key))
    .map(([key, grants]) => ({ op: 'add', path: ['grantsByInstance', key], value: grants as unknown as JsonValue }))
}

function statePatches(before: RuntimeState, after: RuntimeState): readonly StatePatch[] {
  const patches: StatePatch[] = []
  for (const map of ['pluginStateByInstance', 'shared'] as const) {
    if (before[map] === after[map]) continue
    for (const [key, value] of Object.entries(before[map])) {
      const next = ownValue(after[map], key)
      if (next === value) continue
      if (next === undefined) patches.push({ op: 'add', path: [map, key], value })
      else patches.push(...(applyNext(before, { map, key }, next)?.inverse ?? []))
    }
  }
  return patches
}
