import type { InstanceId } from '@plugboard/contracts'
import type { DeliveryResult, PluginHost } from '@plugboard/host'

import { eventOf, type EventKind } from './ledger.ts'
import type { Random } from './random.ts'

export interface NumberedSourceOptions {
  readonly instanceId: InstanceId
  readonly seed: number
  readonly random: Random
  /** Kinds of events beside the ordinary. */
  readonly kinds: readonly EventKind[]
}

/** What a source met on the way. */
export interface SourceCounts {
  sent: number
  handled: number
  duplicates: number
  refused: number
  /** Answers that no promise allows: something handled that was acknowledged before, or a plain event with an error. */
  wrong: number
}

/** Events of one ordinary instance on their way at the same time. */
const WINDOW = 8

/**
 * A source as they are: it counts its events, sends several before it has an answer, sends again what it is not sure of,
 * now and then twice or out of turn, and forgets an event only when it was told that it is safe.
 */
export class NumberedSource {
  readonly instanceId: InstanceId
  readonly counts: SourceCounts = { sent: 0, handled: 0, duplicates: 0, refused: 0, wrong: 0 }
  readonly #options: NumberedSourceOptions
  /** The last event that need not be sent again. */
  acknowledged = 0

  constructor(options: NumberedSourceOptions) {
    this.instanceId = options.instanceId
    this.#options = options
  }

  /** Sends the next few, up to `last`. The number up to which all were handled, and why it went no further. */
  async send(host: PluginHost, last: number): Promise<{ readonly through: number; readonly refusal: Refusal | null }> {
    const { random } = this.#options
    const first = this.acknowledged + 1
    const numbers = Array.from({ length: Math.min(WINDOW, last - this.acknowledged) }, (_, index) => first + index)
    const sent = [...numbers]
    // Out of turn: what comes too early is refused, and goes again.
    if (random.oneIn(50)) sent.reverse()
    const results = await Promise.all(sent.map((number) => this.#deliver(host, number)))
    if (this.acknowledged > 0 && random.oneIn(20)) {
      const old = await this.#deliver(host, 1 + random.below(this.acknowledged))
      if (old.outcome !== 'duplicate') this.counts.wrong += 1
    }
    let through = this.acknowledged
    for (const number of numbers) {
      const result = results[sent.indexOf(number)]
      if (result === undefined || result.outcome === 'refused') return { through, refusal: result ?? null }
      through = number
    }
    return { through, refusal: null }
  }

  async #deliver(host: PluginHost, number: number): Promise<DeliveryResult> {
    const { instanceId, kinds, random, seed } = this.#options
    const { args, kind } = eventOf(seed, number, kinds)
    const delivery = { number, widgetId: 'main', handler: kind, event: { type: 'press', args } } as const
    this.counts.sent += 1
    const answer = host.deliver(instanceId, delivery)
    // The network had it twice: both get one answer.
    if (random.oneIn(40)) {
      const [one, other] = await Promise.all([answer, host.deliver(instanceId, delivery)])
      if (one.outcome !== other.outcome) this.counts.wrong += 1
    }
    const result = await answer
    switch (result.outcome) {
      case 'handled':
        this.counts.handled += 1
        // The clock may stop an ordinary event, where the machine is busy; nothing else may.
        if ((result.error === undefined) !== (kind === 'add') && result.error?.code !== 'RUNTIME_TIMEOUT') {
          this.counts.wrong += 1
        }
        break
      case 'duplicate':
        this.counts.duplicates += 1
        break
      case 'refused':
        this.counts.refused += 1
        break
    }
    return result
  }
}

export type Refusal = Extract<DeliveryResult, { readonly outcome: 'refused' }>
