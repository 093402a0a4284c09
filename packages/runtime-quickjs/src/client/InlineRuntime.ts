import type {
  InstanceId,
  LoadedPlugin,
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginRuntime,
  RuntimeEvents,
  RuntimeHealth,
  Unsubscribe,
} from '@plugboard/contracts'

import { EventHub } from '../service/EventHub.ts'
import type { QuickJSRuntimeService, QuickJSRuntimeServiceOptions } from '../service/QuickJSRuntimeService.ts'

/** The in-process service, fetched when it is first needed: a page that runs its plugins in workers never loads it. */
export class InlineRuntime implements PluginRuntime {
  readonly #options: QuickJSRuntimeServiceOptions
  readonly #events = new EventHub()
  #service: Promise<QuickJSRuntimeService> | null = null

  constructor(options: QuickJSRuntimeServiceOptions) {
    this.#options = options
  }

  async load(request: LoadPluginRequest): Promise<LoadedPlugin> {
    return (await this.#open()).load(request)
  }

  async call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
    return (await this.#open()).call(instanceId, call)
  }

  async dispose(instanceId: InstanceId): Promise<void> {
    await (await this.#open()).dispose(instanceId)
  }

  async health(): Promise<RuntimeHealth> {
    return (await this.#open()).health()
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): Unsubscribe {
    return this.#events.on(event, listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#open())[Symbol.asyncDispose]()
  }

  #open(): Promise<QuickJSRuntimeService> {
    this.#service ??= this.#import()
    return this.#service
  }

  async #import(): Promise<QuickJSRuntimeService> {
    const { QuickJSRuntimeService } = await import('../service/QuickJSRuntimeService.ts')
    const service = new QuickJSRuntimeService(this.#options)
    const events = this.#events
    service.on('crash', (detail) => events.emit('crash', detail))
    service.on('restart', (detail) => events.emit('restart', detail))
    service.on('quarantine', (detail) => events.emit('quarantine', detail))
    service.on('log', (detail) => events.emit('log', detail))
    return service
  }
}
