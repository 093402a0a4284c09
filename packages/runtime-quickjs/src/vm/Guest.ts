import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core'

import type { EngineInstance } from '../engine/engineInstance.ts'

/** Whom the engine works for now: its questions and its log lines go there. */
export interface Tenant {
  /** The engine's interrupt poll: true stops the guest. */
  poll(): boolean
  log(level: string, argumentsJson: string, positionJson: string): void
  /** Something of ours failed inside a function that the guest called. */
  fault(thrown: unknown): void
}

export interface GuestBoot {
  /** A program whose value is `(configText, writeLog) => entry`. */
  readonly bootstrap: string
  readonly configText: string
}

/**
 * A QuickJS context in an engine instance, and the one function in it that the host calls.
 *
 * Where VMs share the instance in time, all of them are copies of this context: the same pointers, other bytes. So nothing
 * may be kept here that the engine allocates after the boot.
 */
export class Guest {
  readonly runtime: QuickJSRuntime
  readonly context: QuickJSContext
  tenant: Tenant | null = null
  #entry: QuickJSHandle | null = null

  constructor({ quickjs }: EngineInstance, stackBytes: number) {
    this.runtime = quickjs.newRuntime()
    this.runtime.setMaxStackSize(stackBytes)
    this.runtime.setInterruptHandler(() => this.tenant?.poll() ?? false)
    this.context = this.runtime.newContext()
  }

  /** The bootstrap's entry function; null before the boot. */
  get entry(): QuickJSHandle | null {
    return this.#entry
  }

  /** Runs the bootstrap, and keeps its entry function. */
  boot({ bootstrap, configText }: GuestBoot): void {
    const { context } = this
    const made = context.unwrapResult(context.evalCode(bootstrap, 'plugboard.js', { type: 'global' }))
    const config = context.newString(configText)
    const log = context.newFunction('', (level, args, position) => this.#log(level, args, position))
    this.#entry = context.unwrapResult(context.callFunction(made, context.undefined, config, log))
    for (const handle of [made, config, log]) handle.dispose()
  }

  #log(level: QuickJSHandle, args: QuickJSHandle, position: QuickJSHandle): void {
    const { context, tenant } = this
    try {
      tenant?.log(context.getString(level), context.getString(args), context.getString(position))
    } catch (thrown) {
      // Thrown on it would become an error in the guest, with our words in it. The call ends with it instead.
      tenant?.fault(thrown)
    }
  }
}
