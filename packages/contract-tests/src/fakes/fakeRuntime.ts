import {
  API_VERSIONS,
  FATAL_ERROR_CODES,
  LOG_LINE_LENGTH,
  parseLoadPluginRequest,
  parsePluginCall,
  resolveLimits,
} from '@plugboard/contracts'
import type {
  InstanceId,
  JsonValue,
  LoadedPlugin,
  LoadPluginRequest,
  LogLine,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  PluginRuntime,
  PluginRuntimeError,
  RuntimeErrorCode,
  RuntimeEvents,
  RuntimeHealth,
  Unsubscribe,
} from '@plugboard/contracts'

import { FakeInstance, refusal } from './fakeInstance.ts'
import type { GuestConsole } from './guestPlugin.ts'

/** Options of {@link createFakeRuntime}. */
export interface FakeRuntimeOptions {
  readonly limits?: Partial<PluginLimits>
  /** Milliseconds since the epoch, for the log rate and the quarantine. Stands still when absent. */
  readonly now?: () => number
}

/** Strikes within this time, in milliseconds, quarantine an instance. */
const STRIKE_WINDOW_MS = 60_000
const STRIKES = 3

/**
 * A {@link PluginRuntime} without a VM: guest code runs in this realm, so it must be code that the test itself wrote.
 * It keeps the contract for code that behaves: builders, validation, stamping, structural sharing, order, limits of size.
 * It cannot stop a loop, bound memory or separate globals; {@link FakeRuntime.failNext} plays those failures.
 */
export class FakeRuntime implements PluginRuntime {
  readonly #limits: PluginLimits
  readonly #now: () => number
  readonly #instances = new Map<InstanceId, FakeInstance>()
  readonly #strikes = new Map<InstanceId, { readonly at: number; readonly code: string }[]>()
  readonly #listeners = new Map<keyof RuntimeEvents, Set<(detail: never) => void>>()
  #isDisposed = false

  constructor(options: FakeRuntimeOptions = {}) {
    this.#limits = resolveLimits(options.limits)
    this.#now = options.now ?? (() => 0)
  }

  async load(value: LoadPluginRequest): Promise<LoadedPlugin> {
    this.#assertUsable()
    const request = parseLoadPluginRequest(value)
    const { instanceId, apiVersion = 1 } = request
    if (this.#instances.has(instanceId)) {
      throw refusal('DUPLICATE_INSTANCE', `"${instanceId}" is loaded already. Make a new id with createInstanceId().`)
    }
    if (!API_VERSIONS.includes(apiVersion)) {
      const known = API_VERSIONS.join(', ')
      throw refusal(
        'UNSUPPORTED_API_VERSION',
        `Version ${String(apiVersion)} of the plugin API is not known here; known: ${known}.`,
      )
    }
    this.#assertNotQuarantined(instanceId, request.code)
    const limits = resolveLimits({ ...this.#limits, ...request.limits })
    const instance = new FakeInstance({ request, limits, console: this.#consoleFor(request, limits) })
    this.#instances.set(instanceId, instance)
    return instance.plugin.loaded
  }

  async call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
    this.#assertUsable()
    const instance = this.#instances.get(instanceId)
    if (instance === undefined) throw refusal('UNKNOWN_INSTANCE', 'No such instance is loaded. Load it first.')
    this.#assertNotQuarantined(instanceId, instance.code)
    const parsed = parsePluginCall(call)
    const result = await instance.enqueue(async () => {
      this.#assertNotQuarantined(instanceId, instance.code)
      if (instance.pendingFailure !== null) throw this.#fail(instance, parsed, instance.pendingFailure)
      if (instance.isLost) {
        instance.restart()
        this.#emit('restart', { instanceId, attempt: instance.restarts })
      }
      return instance.run(parsed)
    })
    // The kind of the call decides the kind of its result; the compiler cannot follow that through the queue.
    return result as PluginCallResult<C>
  }

  dispose(instanceId: InstanceId): Promise<void> {
    this.#instances.get(instanceId)?.dispose()
    this.#instances.delete(instanceId)
    return Promise.resolve()
  }

  health(): Promise<RuntimeHealth> {
    const groups = [...this.#instances].map(([instanceId, instance]) => ({
      id: `fake-${instanceId}`,
      instanceIds: [instanceId],
      alive: !instance.isLost,
      restarts: instance.restarts,
    }))
    return Promise.resolve({ groups })
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): Unsubscribe {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true
    await Promise.all([...this.#instances.keys()].map((instanceId) => this.dispose(instanceId)))
  }

  /**
   * Makes the next call to an instance fail with a fatal code, as if its VM had been lost: crash, restart and quarantine
   * follow as with a real one.
   */
  failNext(instanceId: InstanceId, code: RuntimeErrorCode = 'RUNTIME_TIMEOUT'): void {
    if (!FATAL_ERROR_CODES.includes(code)) throw new TypeError(`${code} does not cost a VM. Use a fatal code.`)
    const instance = this.#instances.get(instanceId)
    if (instance !== undefined) instance.pendingFailure = code
  }

  #fail(instance: FakeInstance, call: PluginCall, code: RuntimeErrorCode): PluginRuntimeError {
    const { code: ran, instanceId } = instance
    const error = refusal(code, 'The plugin was stopped. Its next event starts it afresh.')
    instance.lose()
    const now = this.#now()
    const recent = (this.#strikes.get(instanceId) ?? []).filter(({ at }) => now - at < STRIKE_WINDOW_MS)
    this.#strikes.set(instanceId, [...recent, { at: now, code: ran }])
    this.#emit('crash', { instanceIds: [instanceId], offender: instanceId, error: error.toShape() })
    if (this.#isQuarantined(instanceId, ran)) this.#emit('quarantine', { instanceId, lastCall: call })
    return error
  }

  #assertUsable(): void {
    if (this.#isDisposed) throw refusal('DISPOSED', 'The runtime has been disposed. Create a new one.')
  }

  #isQuarantined(instanceId: InstanceId, code: string): boolean {
    const now = this.#now()
    const strikes = this.#strikes.get(instanceId) ?? []
    return strikes.filter((strike) => strike.code === code && now - strike.at < STRIKE_WINDOW_MS).length >= STRIKES
  }

  #assertNotQuarantined(instanceId: InstanceId, code: string): void {
    if (this.#isQuarantined(instanceId, code)) {
      throw refusal('QUARANTINED', 'The plugin was stopped too often. Wait a minute, or load another version of it.')
    }
  }

  #emit<E extends keyof RuntimeEvents>(event: E, detail: RuntimeEvents[E]): void {
    // The map is keyed by event name, and `on` puts only listeners of that event under it.
    for (const listener of this.#listeners.get(event) ?? []) (listener as (detail: RuntimeEvents[E]) => void)(detail)
  }

  #consoleFor(request: LoadPluginRequest, limits: PluginLimits): GuestConsole {
    const { packageId, instanceId } = request
    let lines: number[] = []
    const write =
      (level: LogLine['level']) =>
      (...args: unknown[]) => {
        const now = this.#now()
        lines = lines.filter((at) => now - at < 1_000)
        if (lines.length >= limits.logLinesPerSecond) return
        lines.push(now)
        this.#emit('log', { packageId, instanceId, level, args: args.map(toLogValue) })
      }
    return {
      debug: write('debug'),
      log: write('info'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    }
  }
}

/** Makes a {@link FakeRuntime}. */
export function createFakeRuntime(options: FakeRuntimeOptions = {}): FakeRuntime {
  return new FakeRuntime(options)
}

function toLogValue(value: unknown): JsonValue {
  try {
    const text = JSON.stringify(value) ?? String(value)
    return text.length > LOG_LINE_LENGTH ? `${text.slice(0, LOG_LINE_LENGTH - 1)}…` : (JSON.parse(text) as JsonValue)
  } catch {
    return '[not JSON]'
  }
}
