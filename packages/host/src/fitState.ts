import { DATA_DEPTH, inspectJson, type JsonValue } from '@plugboard/contracts'

import type { MigrateState } from './pluginPackage.ts'

/** How a value that one version made is brought to another. */
export interface FitOptions {
  readonly value: JsonValue
  /** The version that made it; 1 where none was counted. */
  readonly from: number | undefined
  /** The version that is wanted; absent where none is counted, and then every value fits. */
  readonly to: number | undefined
  /** Makes values of the wanted version out of older ones. */
  readonly migrate: MigrateState | undefined
}

export type Fit =
  | { readonly outcome: 'kept' | 'migrated'; readonly value: JsonValue }
  | {
      readonly outcome: 'unfit'
      readonly code: 'NEWER_VERSION' | 'MIGRATION_FAILED'
      readonly message: string
      /** What `migrate` threw. */
      readonly cause?: unknown
    }

/**
 * Brings a value to the wanted version, or says why that cannot be done: the one rule for what was saved and for what new
 * code finds. A value of a newer version is never given to a migration, which knows the versions before its own only.
 */
export function fitState({ from = 1, migrate, to, value }: FitOptions): Fit {
  if (to === undefined || to === from) return { outcome: 'kept', value }
  if (from > to) return unfit('NEWER_VERSION', `version ${from} made it, and this is version ${to}`)
  if (migrate === undefined) return failed(`version ${from} made it, and nothing brings that to version ${to}`)
  try {
    const migrated = migrate(value, from)
    // A migration is the host's own, but written without this one value in mind.
    const fault = inspectJson(migrated, { depth: DATA_DEPTH })
    if (fault === null) return { outcome: 'migrated', value: migrated }
    return failed(`migrate gave no JSON data: ${fault.code} at ${fault.path}`)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return { ...failed(`migrate threw: ${reason.slice(0, 200)}`), cause }
  }
}

function failed(message: string): Fit & { readonly outcome: 'unfit' } {
  return unfit('MIGRATION_FAILED', message)
}

function unfit(code: 'NEWER_VERSION' | 'MIGRATION_FAILED', message: string): Fit & { readonly outcome: 'unfit' } {
  return { outcome: 'unfit', code, message }
}
