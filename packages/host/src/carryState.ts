import { DATA_DEPTH, inspectJson, type JsonValue } from '@plugboard/contracts'

import { PluginHostError } from './pluginHostError.ts'
import type { MigrateState } from './pluginPackage.ts'

/** What became of an instance's state when its code changed. */
export type CarriedState = 'kept' | 'migrated' | 'reset'

export interface CarryStateOptions {
  /** Undefined where the instance never had one. */
  readonly state: JsonValue | undefined
  /** Version that the state was made under; 1 where nobody said. */
  readonly fromVersion: number | undefined
  /** Version that the new code works with; every state fits where nobody says. */
  readonly toVersion: number | undefined
  readonly wish: 'keep' | 'reset'
  readonly migrate: MigrateState | undefined
}

/** The state that new code starts with; none where it is to start with its own. */
export type StateChoice =
  | { readonly outcome: 'kept' | 'migrated'; readonly state: JsonValue }
  | { readonly outcome: 'reset' }

/**
 * Decides whether a state goes over to new code: as it is, by a migration, or not at all.
 *
 * @throws PluginHostError `MIGRATION_FAILED`.
 */
export function carryState({ fromVersion = 1, migrate, state, toVersion, wish }: CarryStateOptions): StateChoice {
  if (wish === 'reset' || state === undefined) return { outcome: 'reset' }
  if (toVersion === undefined || fromVersion === toVersion) return { outcome: 'kept', state }
  if (migrate === undefined) return { outcome: 'reset' }
  const steps = `from version ${fromVersion} to ${toVersion}`
  let next
  try {
    next = migrate(state, fromVersion)
  } catch (cause) {
    throw failed(`migrate threw on the state of this instance, ${steps}`, cause)
  }
  // A migration is the host's own, but written without this one state in mind.
  const fault = inspectJson(next, { depth: DATA_DEPTH })
  if (fault !== null) throw failed(`migrate returned no JSON data ${steps}, at ${fault.path}`)
  return { outcome: 'migrated', state: next }
}

function failed(what: string, cause?: unknown): PluginHostError {
  return new PluginHostError(
    { code: 'MIGRATION_FAILED', message: `The state was not carried over: ${what}. Mend migrate, or reset the state.` },
    { cause },
  )
}
