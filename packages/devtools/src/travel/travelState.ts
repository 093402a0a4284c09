import type { RuntimeState, WidgetSource } from '@plugboard/contracts'
import type { RewindResult } from '@plugboard/host'

import type { TimelineRow } from '../timeline/timelineRow.ts'

/** Where the person at the screen stands in time; another object when that changes. */
export type TravelState = LiveState | PastState

/** In the present. */
export interface LiveState {
  readonly isLive: true
  /** What the last way back from the past changed, while it can be undone from here; null otherwise. */
  readonly continued: Continued | null
}

/** At a record of the past. */
export interface PastState {
  readonly isLive: false
  /** Number of the record that everything is shown right after. */
  readonly seq: number
  /** Where one can go: the rows of the timeline when the look back began, oldest first. */
  readonly stops: readonly TimelineRow[]
  /** The runtime state of then; empty where it is not known. */
  readonly state: RuntimeState
  readonly isKnown: boolean
  /** Widgets as they were. Give it to a renderer in place of the host. */
  readonly source: WidgetSource
}

/** Somebody went on from a point of the past. */
export interface Continued {
  readonly fromSeq: number
  readonly result: RewindResult
}

/**
 * Going through time. Nothing of it reaches a plugin but {@link DevtoolsTravel.continueHere}. What a person does elsewhere
 * meanwhile, as loading an instance or changing a grant, is done live, and leads back there.
 */
export interface DevtoolsTravel {
  /** Called when one stands elsewhere. */
  readonly subscribe: (listener: () => void) => () => void
  /** The same object until then. */
  readonly getSnapshot: () => TravelState
  /** Shows everything as it was right after a record. */
  goTo(seq: number): void
  /** So many rows of the timeline back (negative) or forth; beyond the newest is live. */
  step(count: number): void
  goLive(): void
  /**
   * Goes on from where one stands, live: `host.continueFrom`. Does nothing when one is live.
   *
   * @throws PluginHostError as `host.continueFrom`; one stays where one is then.
   */
  continueHere(): void
  /** Takes the last {@link DevtoolsTravel.continueHere} back. Whether it could. */
  undoContinue(): boolean
  /** Does not offer to undo it any more. */
  dismiss(): void
}
