import { resolveLimits } from '@plugboard/contracts'
import type {
  JsonValue,
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  PluginView,
} from '@plugboard/contracts'

import { measureView } from '../codec/measureView.ts'
import { ValueReceiver } from '../codec/ValueReceiver.ts'
import { ValueSender, type WireValue } from '../codec/ValueSender.ts'
import { parseEventResult, parseInvokeResult, parseRenderResult } from '../protocol/parseAnswer.ts'
import type { PostedLoadRequest, WorkerAnswer } from '../protocol/wire.ts'
import { CallQueue } from '../service/CallQueue.ts'
import type { UnsentRequest } from './RequestPoster.ts'
import type { WorkerGroup } from './WorkerGroup.ts'

/** A loaded plugin as its client sees it: the request that outlives its VMs, and where it runs now. */
export class ClientInstance {
  readonly request: LoadPluginRequest
  readonly limits: PluginLimits
  readonly queue: CallQueue
  /** Null while it has no VM: it was stopped, or its worker was lost. */
  group: WorkerGroup | null = null
  /** Stopped once: it runs in a worker of its own from now on. */
  isAlone: boolean
  /** What it runs, or ran last; null while it was only loaded. */
  lastCall: PluginCall | null = null
  restarts = 0
  /** What its worker has of its views. */
  readonly #view = new ValueSender()
  /** The last tree of each widget. They outlive its workers, so that a tree that comes back is the one that was there. */
  readonly #trees = new Map<string, ValueReceiver>()

  constructor(request: LoadPluginRequest, limits: Partial<PluginLimits>, isAlone: boolean) {
    this.request = request
    this.limits = resolveLimits({ ...limits, ...request.limits })
    this.queue = new CallQueue(this.limits.queuedEvents)
    this.isAlone = isAlone
  }

  /** The message that loads it. What its last worker had of it is no longer there. */
  toLoadMessage(): UnsentRequest {
    this.#view.forget()
    const { host: _, ...request } = this.request
    const posted: PostedLoadRequest = { ...request, limits: this.limits }
    return { type: 'loadPlugin', request: posted }
  }

  /** The message that calls it. Throws `PROTOCOL` when the view is no JSON, or too long. */
  toMessage(call: PluginCall): UnsentRequest {
    const { instanceId } = this.request
    const view = this.#encodeView(call.view)
    switch (call.kind) {
      case 'render': {
        const { kind, widgetId } = call
        return { type: kind, instanceId, call: { kind, widgetId }, view }
      }
      case 'event': {
        const { kind, widgetId, handler, event } = call
        return { type: kind, instanceId, call: { kind, widgetId, handler, event }, view }
      }
      case 'invoke': {
        const { kind, surface, name, input } = call
        return { type: kind, instanceId, call: { kind, surface, name, input }, view }
      }
    }
  }

  /** A call failed: the worker may not have got its view. The next one goes whole. */
  forgetView(): void {
    this.#view.forget()
  }

  /**
   * Whether its loads and renders may travel together with those of others: a change that many show is then one message
   * each way. Not what nobody vouches for: a loss must be told to be its own at once.
   */
  get mayShare(): boolean {
    return this.request.trusted === true && !this.isAlone
  }

  /** From when a call begins to run until the watchdog ends its worker, in milliseconds. */
  deadlineOf(kind: 'load' | PluginCall['kind']): number {
    return this.limits.wallMs[kind === 'invoke' ? 'event' : kind] + this.limits.graceMs
  }

  /** The result of a call, its tree sharing all that did not change with the widget's last one. Throws `PROTOCOL`. */
  read<C extends PluginCall>(call: C, answer: WorkerAnswer): PluginCallResult<C> {
    // The kind of the call decides the kind of its result; the compiler cannot follow that.
    if (call.kind === 'invoke') return parseInvokeResult(answer, this.request) as PluginCallResult<C>
    if (call.kind === 'event') return parseEventResult(answer, this.request) as PluginCallResult<C>
    let trees = this.#trees.get(call.widgetId)
    if (trees === undefined) this.#trees.set(call.widgetId, (trees = new ValueReceiver()))
    return parseRenderResult(answer, trees) as PluginCallResult<C>
  }

  #encodeView(view: PluginView): WireValue {
    measureView(view, this.limits, this.#view.last)
    // What was measured is JSON.
    return this.#view.encode(view as unknown as JsonValue)
  }
}
