import type {
  InstanceId,
  JsonValue,
  LogLine,
  RuntimeErrorShape,
  RuntimeEvents,
  RuntimeIdentity,
  TraceRecord,
  Unsubscribe,
} from '@plugboard/contracts'

/** What a host tells its listeners beside the store: things that are not state. */
export interface PluginHostEvents {
  /** A line that a plugin logged. */
  readonly log: LogLine
  /** A worker or VM was lost. */
  readonly crash: RuntimeEvents['crash']
  /** An instance runs in a fresh VM with its state kept. */
  readonly restart: RuntimeEvents['restart']
  readonly quarantine: RuntimeEvents['quarantine']
  /** A load, handler or render failed. */
  readonly error: { readonly instanceId: InstanceId; readonly error: RuntimeErrorShape }
  /** What `collect-diagnostics` collected. */
  readonly diagnostics: { readonly caller: RuntimeIdentity; readonly report: JsonValue }
  /** What is new in the trace, oldest first: each record once, those of one turn together, after it. */
  readonly trace: readonly TraceRecord[]
  /** Something of the application's own threw while the host called it: a listener, a subscriber, a middleware. */
  readonly fault: { readonly instanceId?: InstanceId; readonly cause: unknown }
}

/** Typed listeners. A listener that throws does not stop the others, nor the host. */
export class HostEvents {
  readonly #listeners = new Map<keyof PluginHostEvents, Set<(detail: never) => void>>()

  on<E extends keyof PluginHostEvents>(event: E, listener: (detail: PluginHostEvents[E]) => void): Unsubscribe {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners)
    // Wrapped, so that one function registered twice is two registrations.
    const entry = (detail: PluginHostEvents[E]): void => listener(detail)
    listeners.add(entry)
    return () => {
      listeners.delete(entry)
    }
  }

  emit<E extends keyof PluginHostEvents>(event: E, detail: PluginHostEvents[E]): void {
    // Copied: a listener may unsubscribe itself. The set under a key only holds that event's listeners.
    for (const listener of [...(this.#listeners.get(event) ?? [])] as ((detail: PluginHostEvents[E]) => void)[]) {
      try {
        listener(detail)
      } catch (cause) {
        // A listener of `fault` that throws has nobody left to be told.
        if (event !== 'fault') this.emit('fault', { cause })
      }
    }
  }

  clear(): void {
    this.#listeners.clear()
  }
}
