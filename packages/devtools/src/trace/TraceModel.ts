import type { TraceRecord } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'

import type { RuntimeReader } from '../session/devtoolsStore.ts'

/** Where a model reads from. */
export interface TraceFeed {
  readonly host: PluginHost<string>
  readonly runtime: RuntimeReader
}

/**
 * Something that is made of the trace, record by record. It follows the host while somebody is subscribed, and knows
 * nothing otherwise: each record is read once, and the whole trace only at the start.
 */
export abstract class TraceModel {
  protected readonly feed: TraceFeed
  readonly #listeners = new Set<() => void>()
  #stop: (() => void) | null = null
  #lastSeq = 0
  #version = 0

  constructor(feed: TraceFeed) {
    this.feed = feed
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.start()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.stop()
    }
  }

  /** Another number when there is something new. */
  readonly getVersion = (): number => this.#version

  /** Follows the host. Idempotent. */
  start(): void {
    if (this.#stop !== null) return
    this.#lastSeq = 0
    this.#stop = this.listen()
    this.#read(this.feed.runtime.state.trace)
  }

  /** Follows the host no longer, and forgets all. Idempotent. */
  stop(): void {
    this.#stop?.()
    this.#stop = null
    this.forget()
  }

  /** Listens to the host; gives back what ends it. */
  protected listen(): () => void {
    return this.feed.host.on('trace', (records) => {
      this.#read(records)
    })
  }

  /** Takes one record in. Whether anything is new by it. */
  protected abstract take(record: TraceRecord): boolean

  /** Records below this number have left the trace. */
  protected abstract drop(firstSeq: number): void

  protected abstract forget(): void

  /** Tells subscribers that there is something new. */
  protected changed(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }

  #read(records: readonly TraceRecord[]): void {
    const { trace } = this.feed.runtime.state
    let isNew = false
    // An application may set its store back: numbers then begin again from there.
    if ((trace.at(-1)?.seq ?? 0) < this.#lastSeq) {
      this.forget()
      this.#lastSeq = 0
      isNew = true
    }
    for (const record of this.#lastSeq === 0 ? trace : records) {
      // What came with the first look comes once more with the first turn.
      if (record.seq <= this.#lastSeq) continue
      this.#lastSeq = record.seq
      isNew = this.take(record) || isNew
    }
    this.drop(trace[0]?.seq ?? 0)
    if (isNew) this.changed()
  }
}
