import type { RuntimeEvents, Unsubscribe } from '@plugboard/contracts'

type Listener<E extends keyof RuntimeEvents> = (detail: RuntimeEvents[E]) => void

/** Hands a runtime's events to its listeners, each on its own: one that throws keeps nothing from the others. */
export class EventHub {
  readonly #listeners: { readonly [E in keyof RuntimeEvents]: Set<Listener<E>> } = {
    crash: new Set(),
    restart: new Set(),
    quarantine: new Set(),
    log: new Set(),
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: Listener<E>): Unsubscribe {
    const listeners: Set<Listener<E>> = this.#listeners[event]
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }

  emit<E extends keyof RuntimeEvents>(event: E, detail: RuntimeEvents[E]): void {
    // A copy: who is added by a listener hears the next event.
    const listeners: readonly Listener<E>[] = Array.from(this.#listeners[event])
    for (const listener of listeners) {
      try {
        listener(detail)
      } catch (error) {
        // As event targets do: reported where uncaught errors are, and out of the way of whoever emitted.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}
