import type { PluginLimits } from '@plugboard/contracts'

/** Which budget of {@link PluginLimits} a call draws from. */
export type BudgetKind = 'load' | 'render' | 'event'

/**
 * Fuel and deadline of one VM, armed per call. Fuel, the count of the engine's interrupt polls, decides first and is the
 * same on every machine; the host's clock is the backstop.
 *
 * The verdict is the host's own: the engine reports an interrupted async function or job as a success.
 */
export class Budget {
  /** Interrupt polls since the call began. */
  fuel = 0
  readonly #limits: PluginLimits
  readonly #now: () => number
  #fuelLimit = 0
  #startedAt = 0
  #deadline = 0
  #overrun: 'fuel' | 'clock' | null = null

  constructor(limits: PluginLimits, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  /** Starts a call. An overrun stays an overrun: the VM that had it is never used again. */
  arm(kind: BudgetKind): void {
    this.fuel = 0
    this.#fuelLimit = this.#limits.fuel[kind]
    this.#startedAt = this.#now()
    this.#deadline = this.#startedAt + this.#limits.wallMs[kind]
  }

  /** The engine's interrupt handler: true stops the guest. */
  poll(): boolean {
    this.fuel += 1
    if (this.fuel > this.#fuelLimit) this.#overrun ??= 'fuel'
    return this.isOverrun()
  }

  /** Whether the call has to end, by what the host itself counted. Reads the clock. */
  isOverrun(): boolean {
    if (this.#overrun === null && this.#now() > this.#deadline) this.#overrun = 'clock'
    return this.#overrun !== null
  }

  /** What ran out, for the message. */
  get overrun(): 'fuel' | 'clock' | null {
    return this.#overrun
  }

  /** Milliseconds since the call began. */
  elapsedMs(): number {
    return this.#now() - this.#startedAt
  }
}
