import { resolveLimits } from '@plugboard/contracts'
import type { LoadPluginRequest, PluginCall, PluginCallResult, PluginLimits, UINode } from '@plugboard/contracts'

import { parseEventResult, parseRenderResult } from '../protocol/parseAnswer.ts'
import type { PostedLoadRequest, WorkerAnswer } from '../protocol/wire.ts'
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
  isAlone: boolean
  /** What it runs, or ran last; null while it was only loaded. */
  lastCall: PluginCall | null = null
  restarts = 0
  readonly #trees = new Map<string, UINode>()

  constructor(request: LoadPluginRequest, limits: Partial<PluginLimits>, isAlone: boolean) {
    this.request = request
    this.limits = resolveLimits({ ...limits, ...request.limits })
    this.queue = new CallQueue(this.limits.queuedEvents)
    this.isAlone = isAlone
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

  /** The result of a call, its tree sharing all that did not change with the widget's last one. Throws `PROTOCOL`. */
  read<C extends PluginCall>(call: C, answer: WorkerAnswer): PluginCallResult<C> {
    // The kind of the call decides the kind of its result; the compiler cannot follow that.
    if (call.kind === 'event') return parseEventResult(answer, this.request) as PluginCallResult<C>
    const result = parseRenderResult(answer, this.#trees.get(call.widgetId))
    this.#trees.set(call.widgetId, result.tree)
    return result as PluginCallResult<C>
  }
}
