import type { RuntimeState } from '@plugboard/contracts'

/** Why a state of the past cannot be told. */
export const PAST_GAPS = ['left-trace', 'no-record', 'does-not-fit'] as const

/**
 * `left-trace`: records that came later have left the ring. `no-record`: there is no record of that number. `does-not-fit`: a
 * later record does not fit the state, as in a state that was put together elsewhere.
 */
export type PastGap = (typeof PAST_GAPS)[number]

/** The state right after a record, or why nobody can tell. */
export type PastReading = KnownPast | UnknownPast

/** What was there right after a record. */
export interface KnownPast {
  readonly outcome: 'known'
  readonly seq: number
  /**
   * The runtime state as it was: who was loaded, own and shared state, grants, pauses, counts, and the trace up to then. An
   * instance has its first state from its load on. Its title, its widgets and its last error are what is known of it now.
   */
  readonly state: RuntimeState
  /** Whether the last dispatch and the last denial before then are still known; where they are not, they are null. */
  readonly isSummaryComplete: boolean
}

/** Nothing is guessed: the trace does not say what was there. */
export interface UnknownPast {
  readonly outcome: 'missing'
  readonly seq: number
  readonly reason: PastGap
  /** The earliest and the latest record after which the state is known. */
  readonly known: { readonly fromSeq: number; readonly toSeq: number }
}
