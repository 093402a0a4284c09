import type { PluginRuntime, RuntimeState, TraceKind, TraceRecord } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import { openPast, type Past } from '@plugboard/host/past'

import type { RuntimeReader } from '../session/devtoolsStore.ts'
import type { TimelineRow } from '../timeline/timelineRow.ts'
import { readStops } from './readStops.ts'
import type { DevtoolsTravel, PastState, TravelState } from './travelState.ts'

export interface TimeTravelOptions {
  readonly host: PluginHost<string>
  readonly runtime: RuntimeReader
  /** Makes what draws the past; ended when one is live again. */
  readonly createPastRuntime: (() => PluginRuntime) | undefined
  /** Told where one stands now. */
  readonly onStop: (seq: number) => void
  /** Told that one is live again. */
  readonly onLive: () => void
}

interface Look {
  readonly past: Past
  readonly runtime: PluginRuntime | null
  readonly stopListening: () => void
  readonly stops: readonly TimelineRow[]
}

const LIVE: TravelState = Object.freeze({ isLive: true, continued: null })

/** One way through time for all parts of the devtools, and for the application's widgets. */
export class TimeTravel implements DevtoolsTravel {
  readonly #options: TimeTravelOptions
  readonly #listeners = new Set<() => void>()
  #look: Look | null = null
  #state: TravelState = LIVE

  constructor(options: TimeTravelOptions) {
    this.#options = options
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): TravelState => this.#state

  /** The look that is open; null when one is live. */
  get past(): Past | null {
    return this.#look?.past ?? null
  }

  goTo(seq: number): void {
    this.#look ??= this.#open()
    const { past, stops } = this.#look
    const reading = past.goTo(seq)
    const isKnown = reading.outcome === 'known'
    const state = isKnown ? reading.state : withNothing(this.#options.runtime.state)
    this.#set({ isLive: false, seq, stops, state, isKnown, source: past.source })
    this.#options.onStop(seq)
  }

  step(count: number): void {
    const stops = this.#look?.stops ?? readStops(this.#options.runtime.state.trace)
    const at = this.#state.isLive ? stops.length : indexOfStop(stops, this.#state)
    const next = Math.max(0, at + count)
    const stop = stops[next]
    if (stop !== undefined) this.goTo(stop.seq)
    else if (stops.length > 0) this.goLive()
  }

  goLive(): void {
    if (this.#look === null) return
    const { past, runtime, stopListening } = this.#look
    this.#look = null
    stopListening()
    // Nobody waits for them: with their runtime they end in any case.
    void past
      .close()
      .then(() => runtime?.[Symbol.asyncDispose]())
      .catch(() => undefined)
    this.#set(LIVE)
    this.#options.onLive()
  }

  continueHere(): void {
    if (this.#state.isLive) return
    const { seq: fromSeq } = this.#state
    const result = this.#options.host.continueFrom(fromSeq)
    this.goLive()
    this.#set({ isLive: true, continued: { fromSeq, result } })
  }

  undoContinue(): boolean {
    const seq = this.#state.isLive ? this.#state.continued?.result.seq : null
    if (seq === null || seq === undefined) return false
    try {
      const { seq: redone } = this.#options.host.redo(seq)
      if (redone !== null) this.#set(LIVE)
      return redone !== null
    } catch {
      // It has left the trace, or was taken back elsewhere.
      return false
    }
  }

  dismiss(): void {
    if (this.#state.isLive) this.#set(LIVE)
  }

  #open(): Look {
    const { createPastRuntime, host, runtime } = this.#options
    const own = createPastRuntime?.() ?? null
    const past = openPast(own === null ? { host } : { host, runtime: own })
    // What a person does is done now, wherever in the page: one is brought back to see it.
    const stopListening = host.on('trace', (records) => {
      if (records.some(isDeed)) this.goLive()
    })
    return { past, runtime: own, stopListening, stops: readStops(runtime.state.trace) }
  }

  #set(state: TravelState): void {
    if (this.#state === state) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const DEEDS: readonly TraceKind[] = [
  'load',
  'dispose',
  'enable',
  'disable',
  'grants',
  'restart',
  'undo',
  'redo',
  'rewind',
]

/** Whether a record is of something that a person did, and not of what plugins do among themselves. */
function isDeed({ causeSeq, kind }: TraceRecord): boolean {
  return causeSeq === null && DEEDS.includes(kind)
}

/** The newest stop up to where one stands: a record that is no row may be looked at too. */
export function indexOfStop(stops: readonly TimelineRow[], { seq }: Pick<PastState, 'seq'>): number {
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop.seq <= seq),
  )
}

function withNothing(state: RuntimeState): RuntimeState {
  return { ...state, instances: {}, pluginStateByInstance: {}, grantsByInstance: {}, shared: {} }
}
