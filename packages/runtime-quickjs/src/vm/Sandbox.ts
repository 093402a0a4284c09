import type { PluginLimits, PluginRuntimeError } from '@plugboard/contracts'
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core'

import { Budget, type BudgetKind } from './budget.ts'
import { crashed, isStackOverflow, outOfMemory, stackOverflowed, timedOut } from './fatalErrors.ts'
import { ENVELOPE_LENGTH, parseAnswer, type GuestAnswer } from './guestAnswer.ts'
import type { GuestBoot, Tenant } from './Guest.ts'
import { GUEST_FILE } from './sourcePositions.ts'
import type { VmHome } from './VmHome.ts'

export interface SandboxOptions {
  /** Where nothing has run yet, or nothing but the bootstrap and the same plugin's code. */
  readonly home: VmHome
  readonly limits: PluginLimits
  /** Milliseconds that only go up. */
  readonly now: () => number
  readonly writeLog: (level: string, argumentsJson: string, positionJson: string) => void
}

/** What one call has cost so far. */
export interface SandboxUsage {
  readonly fuel: number
  readonly wallMs: number
  /** Absent where the VM has a memory of its own. */
  readonly swapMs?: number
  readonly memoryBytes: number
}

// Small enough that the clock is read often, large enough that reading it costs nothing.
const JOBS_PER_BATCH = 64

/**
 * One VM in its home, and the only place that runs guest code. Text goes in, text comes out.
 *
 * Whatever runs in it is followed by a look at what the host itself knows: fuel, clock, memory. After the first fatal
 * verdict the sandbox refuses everything with that same error, and is dropped as it is: never repaired, never disposed,
 * because freeing what a guest built runs the engine over it once more.
 */
export class Sandbox implements Tenant {
  readonly #home: VmHome
  readonly #limits: PluginLimits
  readonly #budget: Budget
  readonly #runtime: QuickJSRuntime
  readonly #context: QuickJSContext
  readonly #writeLog: SandboxOptions['writeLog']
  readonly #now: () => number
  #swapMs = 0
  #where = 'The plugin'
  #fatal: PluginRuntimeError | null = null
  #hostFault: { readonly thrown: unknown } | null = null

  constructor({ home, limits, now, writeLog }: SandboxOptions) {
    this.#home = home
    this.#limits = limits
    this.#now = now
    this.#budget = new Budget(limits, now)
    this.#runtime = home.guest.runtime
    this.#context = home.guest.context
    this.#writeLog = writeLog
  }

  /** The verdict that ended this sandbox, or null while it can be used. */
  get fatal(): PluginRuntimeError | null {
    return this.#fatal
  }

  poll(): boolean {
    return this.#budget.poll()
  }

  log(level: string, argumentsJson: string, positionJson: string): void {
    this.#writeLog(level, argumentsJson, positionJson)
  }

  fault(thrown: unknown): void {
    this.#hostFault ??= { thrown }
  }

  /** Brings the VM into its home's memory and arms the budget for one call. `where` names what runs, for messages. */
  begin(kind: BudgetKind, where: string): void {
    this.#where = where
    const begun = this.#now()
    if (this.#fatal === null && !this.#home.enter(this)) this.discard(crashed(where))
    this.#swapMs = this.#now() - begun
    this.#budget.arm(kind)
  }

  /** Runs the bootstrap, where the home has not run it already. */
  boot(prepare: () => GuestBoot): void {
    const { guest } = this.#home
    if (guest.entry === null) this.#slice(() => guest.boot(prepare()))
  }

  /** Runs a program. Null when it came to its end; else what it threw. */
  evaluate(code: string): GuestAnswer | null {
    const thrown = this.#slice(() => {
      const result = this.#context.evalCode(code, GUEST_FILE, { type: 'global' })
      if (result.error !== undefined) return result.error
      result.value.dispose()
      return null
    })
    // The thrown value stays a handle: only the bootstrap, inside and under the same budget, looks at it.
    return thrown === null ? null : this.ask('describe', '', thrown)
  }

  /** Calls the entry function and parses the text that it answers. */
  ask(operation: string, text: string, value: QuickJSHandle = this.#context.undefined): GuestAnswer {
    const context = this.#context
    const answer = this.#slice(() => {
      const { entry } = this.#home.guest
      if (entry === null) return null
      const operationHandle = context.newString(operation)
      const textHandle = context.newString(text)
      const result = context.callFunction(entry, context.undefined, operationHandle, textHandle, value)
      for (const handle of [operationHandle, textHandle, value]) handle.dispose()
      if (result.error === undefined) return this.#readText(result.value)
      // The entry function catches everything that can be caught. What is not, the host has counted itself.
      result.error.dispose()
      return null
    })
    const parsed = typeof answer === 'string' ? parseAnswer(answer) : answer
    if (parsed === null) throw this.discard(crashed(this.#where))
    return parsed
  }

  /**
   * Runs promise jobs until none is left, in batches, all on the budget of the call that made them. Returns whether there
   * were any.
   */
  drainJobs(): boolean {
    let hasRun = false
    while (this.#slice(() => this.#runtime.hasPendingJob())) {
      hasRun = true
      // A job that throws ends its batch; its error concerns nobody who is still there.
      this.#slice(() => this.#runtime.executePendingJobs(JOBS_PER_BATCH).dispose())
    }
    return hasRun
  }

  /** Ends the sandbox with `error`, and returns the error to throw: the first one, if it had ended before. */
  discard(error: PluginRuntimeError): PluginRuntimeError {
    if (this.#fatal === null) this.#home.abandon()
    this.#fatal ??= error
    return this.#fatal
  }

  /** Nothing runs in it any more. Idempotent. */
  close(): void {
    this.#home.leave()
  }

  usage(): SandboxUsage {
    return {
      fuel: this.#budget.fuel,
      wallMs: this.#budget.elapsedMs(),
      ...(this.#home.isShared ? { swapMs: this.#swapMs } : {}),
      memoryBytes: this.#home.memoryBytes(),
    }
  }

  /** The engine's own count of its objects, for tests that look for leaks. */
  countObjects(): number {
    this.#home.enter(this)
    const usage = this.#runtime.computeMemoryUsage()
    const count = this.#context.getProp(usage, 'obj_count')
    const objects = this.#context.getNumber(count)
    count.dispose()
    usage.dispose()
    return objects
  }

  // Every entry into WebAssembly goes through here.
  #slice<T>(run: () => T): T {
    if (this.#fatal !== null) throw this.#fatal
    let result: T
    try {
      result = run()
    } catch (thrown) {
      throw this.discard(this.#verdict() ?? this.#judge(thrown))
    }
    // Before the result is believed: an interrupted async function or job reports success.
    const verdict = this.#verdict()
    if (verdict !== null) throw this.discard(verdict)
    return result
  }

  #verdict(): PluginRuntimeError | null {
    if (this.#budget.isOverrun()) return timedOut(this.#where, this.#budget.overrun ?? 'clock')
    if (this.#home.isExhausted()) return outOfMemory(this.#where)
    return this.#hostFault === null ? null : this.#judge(this.#hostFault.thrown)
  }

  #judge(thrown: unknown): PluginRuntimeError {
    return isStackOverflow(thrown) ? stackOverflowed(this.#where) : crashed(this.#where)
  }

  // The length is looked at before the copy. A primitive string answers it from itself: no guest code can stand in between.
  #readText(handle: QuickJSHandle): string | GuestAnswer | null {
    const context = this.#context
    try {
      if (context.typeof(handle) !== 'string') return null
      const lengthHandle = context.getProp(handle, 'length')
      const length = context.getNumber(lengthHandle)
      lengthHandle.dispose()
      if (length > this.#limits.bytesOut + ENVELOPE_LENGTH) return { kind: 'too-long', length }
      return context.getString(handle)
    } finally {
      handle.dispose()
    }
  }
}
