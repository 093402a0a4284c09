import type { DispatchOutcome, InstanceId, LogLine } from '@plugboard/contracts'

/** The panels of the dock, in the order of their tabs. */
export const DEVTOOLS_PANELS = ['timeline', 'console', 'domains', 'problems'] as const

/** The tabs of the inspector, in their order. */
export const INSPECTOR_TABS = ['grants', 'state', 'ui', 'resources', 'manifest'] as const

export type DevtoolsPanel = (typeof DEVTOOLS_PANELS)[number]
export type InspectorTab = (typeof INSPECTOR_TABS)[number]
export type OutcomeFilter = 'all' | DispatchOutcome
export type LevelFilter = 'all' | LogLine['level'] | 'host'

/** Which records the timeline shows; every condition must hold. */
export interface TimelineFilter {
  readonly outcome: OutcomeFilter
  /** Null for every instance. */
  readonly instanceId: InstanceId | null
  /** Words that a row must contain, whatever their case; empty for any. */
  readonly query: string
  /** Records up to this number are cleared away; 0 for none. */
  readonly clearedSeq: number
}

/** Which lines the console shows; every condition must hold. */
export interface ConsoleFilter {
  readonly level: LevelFilter
  readonly instanceId: InstanceId | null
  readonly query: string
}

/** What the person at the screen is looking at. Nothing in here reaches a plugin or the application's store. */
export interface DevtoolsState {
  /** While it is false nothing is collected, computed or drawn. */
  readonly isOpen: boolean
  readonly selectedInstanceId: InstanceId | null
  /** Number of the trace record whose details are shown. */
  readonly selectedSeq: number | null
  readonly selectedDomain: string | null
  readonly panel: DevtoolsPanel
  readonly tab: InspectorTab
  readonly timeline: TimelineFilter
  readonly console: ConsoleFilter
}

export const EVERY_RECORD: TimelineFilter = Object.freeze({
  outcome: 'all',
  instanceId: null,
  query: '',
  clearedSeq: 0,
})

const EVERY_LINE: ConsoleFilter = Object.freeze({ level: 'all', instanceId: null, query: '' })

/** What a session shows before anybody chose anything. */
export const FIRST_LOOK: DevtoolsState = Object.freeze({
  isOpen: true,
  selectedInstanceId: null,
  selectedSeq: null,
  selectedDomain: null,
  panel: 'timeline',
  tab: 'grants',
  timeline: EVERY_RECORD,
  console: EVERY_LINE,
})
