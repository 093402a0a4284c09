import type { JsonValue } from '@plugboard/contracts'

import { fitState } from './fitState.ts'
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
 * Decides whether a state goes over to new code: as it is, by a migration, or not at all, where there is none.
 *
 * @throws PluginHostError `MIGRATION_FAILED`.
 */
export function carryState({ fromVersion, migrate, state, toVersion, wish }: CarryStateOptions): StateChoice {
  if (wish === 'reset' || state === undefined) return { outcome: 'reset' }
  const fit = fitState({ value: state, from: fromVersion, to: toVersion, migrate })
  if (fit.outcome !== 'unfit') return { outcome: fit.outcome, state: fit.value }
  if (migrate === undefined) return { outcome: 'reset' }
  throw new PluginHostError(
    {
      code: 'MIGRATION_FAILED',
      message: `The state was not carried over: ${fit.message}. Mend migrate, or reset the state.`,
    },
    { cause: fit.cause },
  )
}
