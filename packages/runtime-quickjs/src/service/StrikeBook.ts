import type { InstanceId } from '@plugboard/contracts'

/** How long a strike counts, in milliseconds. */
export const STRIKE_WINDOW_MS = 60_000

/** Strikes within the window that put an instance in quarantine. */
export const STRIKES_TO_QUARANTINE = 3

interface Strike {
  readonly at: number
  /** What ran. Compared by reference first: it is the very text of the load request. */
  readonly code: string
}

/**
 * Remembers which instances lost their VMs lately, and with which code. Disposing and loading again does not wipe a slate:
 * only time does. Other code under the same id has a slate of its own, so that what was stopped can be replaced.
 */
export class StrikeBook {
  readonly #now: () => number
  readonly #strikes = new Map<InstanceId, readonly Strike[]>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Notes a strike; the number that now counts for this code. */
  add(instanceId: InstanceId, code: string): number {
    this.#forgetOld()
    this.#strikes.set(instanceId, [...(this.#strikes.get(instanceId) ?? []), { at: this.#now(), code }])
    return this.count(instanceId, code)
  }

  /** Strikes that count now. */
  count(instanceId: InstanceId, code: string): number {
    return this.#recent(instanceId).filter((strike) => strike.code === code).length
  }

  /** Whether an instance was stopped lately, with whatever code: its neighbours are not to pay for the next time. */
  hasAny(instanceId: InstanceId): boolean {
    return this.#recent(instanceId).length > 0
  }

  /** Whether an instance may not run this code now; without code, what it was stopped with last. */
  isQuarantined(
    instanceId: InstanceId,
    code: string | undefined = this.#strikes.get(instanceId)?.at(-1)?.code,
  ): boolean {
    return code !== undefined && this.count(instanceId, code) >= STRIKES_TO_QUARANTINE
  }

  #recent(instanceId: InstanceId): readonly Strike[] {
    const now = this.#now()
    return (this.#strikes.get(instanceId) ?? []).filter(({ at }) => now - at < STRIKE_WINDOW_MS)
  }

  // Ids come and go for as long as the page is open.
  #forgetOld(): void {
    for (const instanceId of this.#strikes.keys()) {
      const recent = this.#recent(instanceId)
      if (recent.length === 0) this.#strikes.delete(instanceId)
      else this.#strikes.set(instanceId, recent)
    }
  }
}
