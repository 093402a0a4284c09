import { DATA_DEPTH, inspectJson, type JsonValue } from '@plugboard/contracts'

/** How a saved value is brought to the present version. */
export interface FitOptions {
  readonly value: JsonValue
  /** The version that saved it; 1 where none was counted. */
  readonly from: number
  /** The version that is wanted; absent where none is counted, and then every value fits. */
  readonly to: number | undefined
  readonly migrate: ((value: JsonValue, fromVersion: number) => JsonValue) | undefined
}

export type Fit =
  | { readonly value: JsonValue; readonly fault?: undefined }
  | { readonly fault: 'NEWER_VERSION' | 'MIGRATION_FAILED'; readonly message: string }

/** Brings a saved value to the present version, or says why that cannot be done. Never throws. */
export function fitState({ from, migrate, to, value }: FitOptions): Fit {
  if (to === undefined || to === from) return { value }
  if (from > to) return { fault: 'NEWER_VERSION', message: `version ${from} saved it, and this is version ${to}` }
  if (migrate === undefined) {
    return { fault: 'MIGRATION_FAILED', message: `version ${from} saved it, and nothing brings that to version ${to}` }
  }
  try {
    const migrated = migrate(value, from)
    const fault = inspectJson(migrated, { depth: DATA_DEPTH })
    if (fault === null) return { value: migrated }
    return { fault: 'MIGRATION_FAILED', message: `migrate gave no JSON data: ${fault.code} at ${fault.path}` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { fault: 'MIGRATION_FAILED', message: `migrate threw: ${reason.slice(0, 200)}` }
  }
}
