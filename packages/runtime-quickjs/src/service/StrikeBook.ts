import type { InstanceId } from '@plugboard/contracts'

/** How long a strike counts, in milliseconds. */
export const STRIKE_WINDOW_MS = 60_000

/** Strikes within the window that put an instance in quarantine. */
export const STRIKES_TO_QUARANTINE = 3

/**
 * Remembers which instances lost their VMs lately. Disposing and loading again does not wipe a slate: only time does.
 */
export class StrikeBook {
  readonly #now: () => number
  readonly #strikes = new Map<InstanceId, readonly number[]>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Notes a strike; the number that now counts. */
  add(instanceId: InstanceId): number {
    this.#forgetOld()
    const strikes = [...(this.#strikes.get(instanceId) ?? []), this.#now()]
    this.#strikes.set(instanceId, strikes)
    return strikes.length
  }

  /** Strikes that count now. */
  count(instanceId: InstanceId): number {
    return this.#recent(this.#strikes.get(instanceId) ?? []).length
  }

  isQuarantined(instanceId: InstanceId): boolean {
    return this.count(instanceId) >= STRIKES_TO_QUARANTINE
  }

  #recent(strikes: readonly number[]): readonly number[] {
    const now = this.#now()
    return strikes.filter((at) => now - at < STRIKE_WINDOW_MS)
  }

  // Ids come and go for as long as the page is open.
  #forgetOld(): void {
    for (const [instanceId, strikes] of this.#strikes) {
      const recent = this.#recent(strikes)
      if (recent.length === 0) this.#strikes.delete(instanceId)
      else this.#strikes.set(instanceId, recent)
    }
  }
}
