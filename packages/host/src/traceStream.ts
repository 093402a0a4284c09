import type { RuntimeState, TraceRecord, Unsubscribe } from '@plugboard/contracts'

/** Told of trace records, oldest first. */
export type TraceListener = (records: readonly TraceRecord[]) => void

export interface TraceStreamOptions {
  /** Null while there is no store. */
  readonly readState: () => RuntimeState | null
  readonly onFault: (cause: unknown) => void
}

interface Subscription {
  readonly listener: TraceListener
  /** How many records had been collected when it began: it hears of those after. */
  readonly from: number
}

/**
 * Hands on the records of the trace: to each listener each record from then on, in order, once. Those that one turn makes
 * come together, after it. Costs a look at a number per action while nobody listens.
 */
export class TraceStream {
  readonly #options: TraceStreamOptions
  readonly #subscriptions = new Set<Subscription>()
  /** Collected at once, since the ring may have dropped them by the end of the turn. */
  #waiting: TraceRecord[] = []
  #collected = 0
  #seenSeq = 0
  #isScheduled = false

  constructor(options: TraceStreamOptions) {
    this.#options = options
  }

  subscribe(listener: TraceListener): Unsubscribe {
    // What is on its way to others is older than this subscription.
    this.#collect()
    const subscription = { listener, from: this.#collected }
    this.#subscriptions.add(subscription)
    return () => {
      this.#subscriptions.delete(subscription)
    }
  }

  /** The state may have changed. */
  notice(): void {
    if (this.#subscriptions.size === 0) return
    this.#collect()
    if (this.#waiting.length === 0 || this.#isScheduled) return
    this.#isScheduled = true
    void Promise.resolve().then(() => {
      this.#isScheduled = false
      this.flush()
    })
  }

  /** Tells the listeners of all that waits; what they bring about by it comes in the next batch. */
  flush(): void {
    const records = this.#waiting
    this.#waiting = []
    const first = this.#collected - records.length
    // One listener may end another: a set goes on without it. One that begins now is told nothing of this.
    for (const { from, listener } of this.#subscriptions) {
      const own = records.slice(Math.max(0, from - first))
      if (own.length === 0) continue
      try {
        listener(own)
      } catch (cause) {
        this.#options.onFault(cause)
      }
    }
  }

  clear(): void {
    this.#subscriptions.clear()
    this.#waiting = []
  }

  #collect(): void {
    const trace = this.#options.readState()?.trace ?? []
    const newest = trace.at(-1)?.seq ?? 0
    const isHeard = this.#subscriptions.size > 0
    // An application may set its store back: numbers then begin again from there.
    if (isHeard && newest > this.#seenSeq) {
      const firstSeq = trace[0]?.seq ?? 0
      const records = trace.slice(Math.max(0, this.#seenSeq + 1 - firstSeq))
      this.#waiting.push(...records)
      this.#collected += records.length
    }
    this.#seenSeq = newest
  }
}
