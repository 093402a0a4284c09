import { resolveLimits, shareStructure } from '@plugboard/contracts'
import type {
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  RenderResult,
  UINode,
} from '@plugboard/contracts'

import type { PostedLoadRequest } from '../protocol/wire.ts'
import { CallQueue } from '../service/CallQueue.ts'
import type { WorkerGroup } from './WorkerGroup.ts'

/** A loaded plugin as its client sees it: the request that outlives its VMs, and where it runs now. */
export class ClientInstance {
  readonly request: LoadPluginRequest
  readonly limits: PluginLimits
  readonly queue: CallQueue
  /** Null while it has no VM: it was stopped, or its worker was lost. */
  group: WorkerGroup | null = null
  /** Stopped once: it runs in a worker of its own from now on. */
  isAlone = false
  lastCall: PluginCall | null = null
  restarts = 0
  readonly #trees = new Map<string, UINode>()

  constructor(request: LoadPluginRequest, limits: Partial<PluginLimits>) {
    this.request = request
    this.limits = resolveLimits({ ...limits, ...request.limits })
    this.queue = new CallQueue(this.limits.queuedEvents)
  }

  /** The request as it can be posted, with the limits that were resolved on this side. */
  get postedRequest(): PostedLoadRequest {
    const { host: _, ...request } = this.request
    return { ...request, limits: this.limits }
  }

  /** From when a call begins to run until the watchdog ends its worker, in milliseconds. */
  deadlineOf(kind: 'load' | PluginCall['kind']): number {
    return this.limits.wallMs[kind] + this.limits.graceMs
  }

  /** The result with every unchanged part of the tree replaced by the object of the widget's last answer. */
  share<C extends PluginCall>(call: C, result: PluginCallResult<C>): PluginCallResult<C> {
    if (call.kind !== 'render') return result
    const rendered = result as RenderResult
    const tree = shareStructure(this.#trees.get(call.widgetId), rendered.tree)
    this.#trees.set(call.widgetId, tree)
    // A render call has a render result; the compiler cannot follow that through the call's kind.
    return { ...rendered, tree } as PluginCallResult<C>
  }
}
