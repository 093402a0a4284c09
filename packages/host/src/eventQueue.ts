import type { UIEvent } from '@plugboard/contracts'

import type { InvokeOutcome, InvokeRequest } from './invocation.ts'

/** One event on its way to a handler. */
export interface QueuedEvent {
  readonly widgetId: string
  readonly handler: string
  readonly event: UIEvent
  /** Of an event whose source counts them and waits for each: it is never merged with another. */
  readonly number?: number
}

/** An invocation on its way to a tool, a hook or a service. */
export interface QueuedInvocation extends InvokeRequest {
  /** Tells whoever asked. Called once. */
  readonly settle: (outcome: InvokeOutcome) => void
  readonly number?: undefined
}

/** What waits for its turn with an instance. */
export type QueuedCall = QueuedEvent | QueuedInvocation

export function isInvocation(entry: QueuedCall): entry is QueuedInvocation {
  return 'settle' in entry
}

/**
 * The events and invocations that wait for one instance, in the order in which they happened.
 *
 * A change of a field replaces that field's earlier change as long as nothing but changes came in between: handlers may
 * be called fewer times than a person typed, but no press or submit ever overtakes, or is overtaken by, what was typed.
 */
export class EventQueue {
  readonly #limit: number
  #events: QueuedCall[] = []

  /** @param limit - How many may wait. */
  constructor(limit: number) {
    this.#limit = limit
  }

  get size(): number {
    return this.#events.length
  }

  /** Takes an event in, or returns false when there is no room. */
  push(entry: QueuedCall): boolean {
    const earlier = this.#findEarlierChange(entry)
    if (earlier >= 0) this.#events.splice(earlier, 1)
    else if (this.#events.length >= this.#room(entry)) return false
    this.#events.push(entry)
    return true
  }

  /** Puts an event back to the front: it was taken out, but not handled. */
  putBack(entry: QueuedCall): void {
    this.#events.unshift(entry)
  }

  shift(): QueuedCall | undefined {
    return this.#events.shift()
  }

  /** Takes out everything that waits. */
  drain(): readonly QueuedCall[] {
    const events = this.#events
    this.#events = []
    return events
  }

  // The final value of a field is never lost: changes may go past the limit. They coalesce, so it is one per field.
  #room(entry: QueuedCall): number {
    return isMergeable(entry) ? this.#limit * 2 : this.#limit
  }

  #findEarlierChange(entry: QueuedCall): number {
    if (!isMergeable(entry)) return -1
    const { event, handler, widgetId } = entry
    for (let index = this.#events.length - 1; index >= 0; index -= 1) {
      const candidate = this.#events[index]
      if (candidate === undefined || !isMergeable(candidate)) return -1
      if (candidate.event.name === event.name && candidate.widgetId === widgetId && candidate.handler === handler) {
        return index
      }
    }
    return -1
  }
}

function isMergeable(entry: QueuedCall): entry is QueuedChange {
  return !isInvocation(entry) && entry.event.type === 'change' && entry.number === undefined
}

type QueuedChange = QueuedEvent & { readonly event: Extract<UIEvent, { readonly name: string; readonly rev: number }> }
