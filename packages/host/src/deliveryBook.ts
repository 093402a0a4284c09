import { isNotBegun, type RuntimeErrorCode, type RuntimeErrorShape } from '@plugboard/contracts'

/** Why a delivered event was not handled. It may be sent again. */
export const DELIVERY_REFUSALS = [
  /** Its number is not the next one: send `expected` first. */
  'number-gap',
  /** Somebody paused the instance. */
  'instance-disabled',
  /** The instance is stopped, or was lost under the event: restart it. */
  'instance-stopped',
  /** The instance was unloaded while the event waited. */
  'unknown-instance',
  /** Too many events wait. */
  'queue-full',
] as const

export type DeliveryRefusal = (typeof DELIVERY_REFUSALS)[number]

/** What became of a numbered event. */
export type DeliveryResult =
  | {
      /** Its number is in the store, in one turn with what it changed. */
      readonly outcome: 'handled'
      /** The handler threw, or the plugin was stopped for it: nothing of it was applied, and it is not handled again. */
      readonly error?: RuntimeErrorShape
    }
  | {
      /** It was handled before, and was not handled again. */
      readonly outcome: 'duplicate'
    }
  | {
      /** It was not handled, and nothing of it was applied. */
      readonly outcome: 'refused'
      readonly reason: DeliveryRefusal
      /** The number that is handled next. */
      readonly expected: number
      readonly error?: RuntimeErrorShape
    }

/** How often an event may be running when its VM is lost before it is held to be at fault. */
export const MOST_CRASHES = 3

// The call was turned away before the plugin saw it.
const NEVER_BEGUN: readonly RuntimeErrorCode[] = ['QUARANTINED', 'QUEUE_FULL', 'UNKNOWN_INSTANCE', 'DISPOSED']

/** The numbered events of one instance that are on their way, and how often the next one was running in a crash. */
export class DeliveryBook {
  readonly #waiting = new Map<number, PromiseWithResolvers<DeliveryResult>>()
  #crashed = { number: 0, times: 0 }

  /** The answer that somebody waits for already. */
  find(number: number): Promise<DeliveryResult> | undefined {
    return this.#waiting.get(number)?.promise
  }

  /** Whether the number before this one was handled, or is on its way. */
  isNext(number: number, lastDelivered: number): boolean {
    return number === lastDelivered + 1 || this.#waiting.has(number - 1)
  }

  /** Notes that a number is on its way. */
  open(number: number): Promise<DeliveryResult> {
    const entry = Promise.withResolvers<DeliveryResult>()
    this.#waiting.set(number, entry)
    return entry.promise
  }

  settle(number: number, result: DeliveryResult): void {
    const entry = this.#waiting.get(number)
    this.#waiting.delete(number)
    entry?.resolve(result)
  }

  /**
   * Whether an event that failed counts as handled. A handler that threw, or was stopped for what it took, did so by
   * itself. A worker that ended may have ended for any reason: the event gets another chance, but not for ever.
   */
  isSpent(number: number, error: RuntimeErrorShape): boolean {
    const { code } = error
    if (NEVER_BEGUN.includes(code) || isNotBegun(error)) return false
    if (code !== 'RUNTIME_CRASHED') return true
    const times = this.#crashed.number === number ? this.#crashed.times + 1 : 1
    this.#crashed = { number, times }
    return times >= MOST_CRASHES
  }
}
