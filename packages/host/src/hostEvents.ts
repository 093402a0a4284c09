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

import { Listeners } from './listeners.ts'

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

type ListenersByEvent = { readonly [E in keyof PluginHostEvents]?: Listeners<PluginHostEvents[E]> }

/** Typed listeners. A listener that throws does not stop the others, nor the host. */
export class HostEvents {
  #listeners: ListenersByEvent = {}

  on<E extends keyof PluginHostEvents>(event: E, listener: (detail: PluginHostEvents[E]) => void): Unsubscribe {
    const listeners: Listeners<PluginHostEvents[E]> =
      this.#listeners[event] ??
      new Listeners((cause) => {
        // A listener of `fault` that throws has nobody left to be told.
        if (event !== 'fault') this.emit('fault', { cause })
      })
    this.#listeners = { ...this.#listeners, [event]: listeners }
    return listeners.add(listener)
  }

  emit<E extends keyof PluginHostEvents>(event: E, detail: PluginHostEvents[E]): void {
    this.#listeners[event]?.tellAll(detail)
  }

  clear(): void {
    this.#listeners = {}
  }
}
