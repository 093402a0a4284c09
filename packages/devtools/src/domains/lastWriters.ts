import type { InstanceId, TraceRecord } from '@plugboard/contracts'

import { TraceModel } from '../trace/TraceModel.ts'

/** The newest applied write to a domain. */
export interface LastWrite {
  readonly seq: number
  readonly instanceId: InstanceId | undefined
  readonly at: number
}

/** Who wrote each shared domain last, and who was denied, as the trace tells. */
export class LastWriters extends TraceModel {
  #writes = new Map<string, LastWrite>()
  #denials = new Map<string, number>()

  /** Undefined when the trace tells of none. */
  lastWriteTo(domain: string): LastWrite | undefined {
    return this.#writes.get(domain)
  }

  /** Writes of an instance to a domain that were denied since this began to look. */
  denialsOf(instanceId: InstanceId, domain: string): number {
    return this.#denials.get(keyOf(instanceId, domain)) ?? 0
  }

  protected take(record: TraceRecord): boolean {
    if (record.kind !== 'dispatch' || record.intent.scope !== 'shared') return false
    const { at, instanceId, intent, outcome, seq } = record
    if (outcome === 'applied') this.#writes.set(intent.domain, { seq, instanceId, at })
    else if (outcome === 'denied' && instanceId !== undefined) {
      const key = keyOf(instanceId, intent.domain)
      // The name was chosen by a plugin: what is full takes no new ones.
      if (!this.#denials.has(key) && this.#denials.size >= MOST_PAIRS) return false
      this.#denials.set(key, (this.#denials.get(key) ?? 0) + 1)
    }
    return outcome !== 'ignored'
  }

  // A last write stays known when its record has left the trace.
  protected drop(): void {}

  protected forget(): void {
    this.#writes = new Map()
    this.#denials = new Map()
  }
}

const MOST_PAIRS = 10_000

// Neither an id nor the name of a domain holds a space.
function keyOf(instanceId: InstanceId, domain: string): string {
  return `${instanceId} ${domain}`
}
