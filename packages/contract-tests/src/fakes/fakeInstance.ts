import { PluginRuntimeError, shareStructure } from '@plugboard/contracts'
import type {
  InstanceId,
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  PluginView,
  RuntimeErrorCode,
  UINode,
} from '@plugboard/contracts'

import { type GuestStage, handleGuestEvent, invokeGuest, renderGuest } from './guestCall.ts'
import { evaluateGuest, type GuestConsole, type GuestPlugin } from './guestPlugin.ts'

/** What {@link FakeInstance} is made from. */
export interface FakeInstanceOptions {
  readonly request: LoadPluginRequest
  readonly limits: PluginLimits
  readonly console: GuestConsole
}

/** One loaded plugin and the calls that wait for it. */
export class FakeInstance {
  plugin: GuestPlugin
  isLost = false
  restarts = 0
  pendingFailure: RuntimeErrorCode | null = null
  readonly #options: FakeInstanceOptions
  #trees = new Map<string, UINode>()
  #view: PluginView | undefined
  #tail: Promise<unknown> = Promise.resolve()
  #waiting = 0
  readonly #stage: GuestStage = { refusedInRender: null }
  #isDisposed = false
  readonly #disposal = Promise.withResolvers<never>()

  constructor(options: FakeInstanceOptions) {
    this.#options = options
    this.plugin = evaluateGuest(options.request, options.console)
    // Nobody may be waiting when the instance goes.
    this.#disposal.promise.catch(() => undefined)
  }

  get instanceId(): InstanceId {
    return this.#options.request.instanceId
  }

  get code(): string {
    return this.#options.request.code
  }

  /** Runs `task` after everything that was queued before it. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#options.limits.queuedEvents) {
      return Promise.reject(refusal('QUEUE_FULL', 'Too many calls wait for this plugin. Wait until it has caught up.'))
    }
    this.#waiting += 1
    const turn = this.#tail.then(() => {
      this.#waiting -= 1
      if (this.#isDisposed) throw disposed()
      return task()
    })
    this.#tail = turn.catch(() => undefined)
    return Promise.race([turn, this.#disposal.promise])
  }

  async run(call: PluginCall): Promise<PluginCallResult<PluginCall>> {
    const { request, limits } = this.#options
    const { packageId, instanceId } = request
    const previousTree = call.kind === 'render' ? this.#trees.get(call.widgetId) : undefined
    const identity = { packageId, instanceId }
    const copyView = (view: PluginView): PluginView => (this.#view = freezeDeep(shareStructure(this.#view, view)))
    const options = { identity, plugin: this.plugin, limits, previousTree, copyView, stage: this.#stage, idle }
    if (call.kind === 'event') return handleGuestEvent(call, options)
    if (call.kind === 'invoke') return invokeGuest(call, options)
    const result = renderGuest(call, options)
    this.#trees.set(call.widgetId, result.tree)
    return result
  }

  lose(): void {
    this.pendingFailure = null
    this.isLost = true
    this.#trees = new Map()
  }

  restart(): void {
    this.plugin = evaluateGuest(this.#options.request, this.#options.console)
    this.isLost = false
    this.restarts += 1
  }

  dispose(): void {
    this.#isDisposed = true
    this.#disposal.reject(disposed())
  }
}

/** Freezes what is not frozen; what is was frozen to the bottom. */
function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const item of Object.values(value)) freezeDeep(item)
  return value
}

/** A turn of the event loop: by then every promise job has run. */
function idle(): Promise<void> {
  // Timers are in every environment that runs tests, but not in the language's own library.
  const { setTimeout } = globalThis as unknown as { setTimeout: (run: () => void, ms: number) => unknown }
  return new Promise((resolve) => void setTimeout(resolve, 0))
}

/** A refusal by the runtime itself, in its coded form. */
export function refusal(code: RuntimeErrorCode, message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code, message })
}

function disposed(): PluginRuntimeError {
  return refusal('DISPOSED', 'The instance was disposed while the call waited. Load it again to use it.')
}
