import {
  toErrorShape,
  type CallUsage,
  type DispatchReason,
  type EventCall,
  type EventResult,
  type InvokeCall,
  type InvokeResult,
  type PluginView,
  type RuntimeErrorShape,
} from '@plugboard/contracts'
import type { TraceEntry } from '@plugboard/store-core'

import { DeliveryBook, type DeliveryRefusal, type DeliveryResult } from './deliveryBook.ts'
import { EventQueue, isInvocation, type QueuedCall, type QueuedEvent } from './eventQueue.ts'
import type { InstanceSession } from './instanceSession.ts'
import { intentOfCall } from './intentDispatcher.ts'
import type { InvokeOutcome, InvokeRefusal, InvokeRequest } from './invocation.ts'

/** Hands an instance its events and invocations, one at a time, in order; each sees the state that the one before it left. */
export class EventLoop {
  readonly #session: InstanceSession
  readonly #queue: EventQueue
  readonly #deliveries = new DeliveryBook()
  readonly #limit: number
  #isRunning = false

  constructor(session: InstanceSession, limit: number) {
    this.#session = session
    this.#limit = limit
    this.#queue = new EventQueue(limit)
  }

  /** Takes an event or an invocation in, or refuses and traces it. */
  emit(entry: QueuedCall): void {
    const { record } = this.#session
    if (record === undefined) return this.#refuse(entry, 'unknown-instance')
    if (!record.enabled) return this.#refuse(entry, 'instance-disabled')
    if (record.status === 'error' || record.status === 'quarantined') {
      return this.#refuse(entry, record.error ?? STOPPED)
    }
    if (!this.#queue.push(entry)) return this.#refuse(entry, createQueueFullError(this.#limit))
    this.drain()
  }

  /** Takes in an event that its source numbers. One that comes again while it is on its way gets the same answer. */
  deliver(entry: QueuedEvent & { readonly number: number }): Promise<DeliveryResult> {
    const { number } = entry
    const known = this.#deliveries.find(number)
    if (known !== undefined) return known
    if (number <= this.#lastDelivered) return Promise.resolve({ outcome: 'duplicate' })
    if (!this.#deliveries.isNext(number, this.#lastDelivered)) return Promise.resolve(this.#refusalFor('number-gap'))
    const result = this.#deliveries.open(number)
    this.emit(entry)
    return result
  }

  /** Takes in what is asked of a tool, a hook or a service. */
  invoke(request: InvokeRequest): Promise<InvokeOutcome> {
    const { promise, resolve } = Promise.withResolvers<InvokeOutcome>()
    this.emit({ ...request, settle: resolve })
    return promise
  }

  /** Records that something came that is no event. Whose plugin it was meant for is not to blame. */
  refuseUnread(error: RuntimeErrorShape): void {
    const { context, instanceId, record } = this.#session
    const { link, now, slice } = context
    if (record === undefined) return
    link.dispatch(
      slice.actions.traceRecorded({ kind: 'error', instanceId, error }, { causeSeq: null, timestamp: now() }),
    )
  }

  /** Handles what waits, unless the instance is not up yet; it is asked again when it is. */
  drain(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    void this.#run().catch((cause: unknown) => {
      const { context, instanceId } = this.#session
      context.events.emit('fault', { instanceId, cause })
    })
  }

  /** Drops everything that waits; each dropped event leaves its record. */
  dropAll(why: DispatchReason | RuntimeErrorShape): void {
    for (const entry of this.#queue.drain()) this.#refuse(entry, why)
  }

  get #lastDelivered(): number {
    return this.#session.record?.lastDelivered ?? 0
  }

  async #run(): Promise<void> {
    try {
      for (let entry = this.#next(); entry !== undefined; entry = this.#next()) {
        // One after the other is the point: a handler sees what the one before it did.
        await this.#handle(entry)
      }
    } finally {
      this.#isRunning = false
    }
  }

  #next(): QueuedCall | undefined {
    return this.#session.record?.status === 'ready' ? this.#queue.shift() : undefined
  }

  async #handle(entry: QueuedCall): Promise<void> {
    const session = this.#session
    const { link, slice } = session.context
    const { record } = session
    const { generation } = session.vm
    // Paused while it waited.
    if (record?.enabled === false) return this.#refuse(entry, 'instance-disabled')
    const view = slice.selectors.selectPluginView(link.state, session.instanceId)
    if (record === undefined || view === null) return this.#refuse(entry, 'unknown-instance')
    // One that came before it was refused while this one waited.
    if (entry.number !== undefined && entry.number !== this.#lastDelivered + 1) {
      this.#traceRefusal(entry, NUMBER_GAP)
      return this.#deliveries.settle(entry.number, this.#refusalFor('number-gap'))
    }
    let result
    try {
      result = await session.vm.call(callOf(entry, view))
    } catch (thrown) {
      if (session.health.isBlameless(thrown, generation)) this.#retry(entry)
      else this.#fail(entry, thrown, generation)
      return
    }
    this.#apply(entry, result)
    session.health.succeed(record.error)
  }

  /** The event's record, its number and all that it asked for, in one turn: who saves the state in between turns sees all or nothing. */
  #apply(entry: QueuedCall, result: EventResult | InvokeResult): void {
    const session = this.#session
    const { intents, scheduler } = session.context
    if (entry.number !== undefined) {
      // None of it would be applied, and its source can send it again.
      if (session.record === undefined) return this.#refuse(entry, 'unknown-instance')
      if (!session.record.enabled) return this.#refuse(entry, 'instance-disabled')
    }
    intents.dispatchAll(session.identity, result, this.#trace(entry, result.usage))
    if (isInvocation(entry)) entry.settle({ outcome: 'answered', value: 'value' in result ? result.value : null })
    else if (entry.number === undefined) session.renders.applyRevision(entry)
    else this.#deliveries.settle(entry.number, { outcome: 'handled' })
    scheduler.request(session.instanceId)
  }

  #fail(entry: QueuedCall, thrown: unknown, generation: number): void {
    const error = toErrorShape(thrown)
    if (isInvocation(entry)) {
      this.#session.health.fail(thrown, { causeSeq: this.#trace(entry), generation })
      const { isGone } = this.#session
      return entry.settle(isGone ? { outcome: 'refused', reason: 'unknown-instance' } : { outcome: 'failed', error })
    }
    const { number, ...bare } = entry
    const isSpent = number === undefined || this.#deliveries.isSpent(number, error)
    this.#session.health.fail(thrown, { causeSeq: this.#trace(isSpent ? entry : bare), generation })
    if (number === undefined) return
    this.#deliveries.settle(
      number,
      isSpent ? { outcome: 'handled', error } : { ...this.#refusalFor('instance-stopped'), error },
    )
  }

  /** Nothing of it was applied, so it goes first when the instance is back; and is dropped like the rest if it is not. */
  #retry(entry: QueuedCall): void {
    const { record } = this.#session
    if (record === undefined) return this.#refuse(entry, 'unknown-instance')
    if (record.status === 'error' || record.status === 'quarantined') {
      return this.#refuse(entry, record.error ?? STOPPED)
    }
    this.#queue.putBack(entry)
  }

  #trace(entry: QueuedCall, usage?: CallUsage): number {
    const { context, instanceId } = this.#session
    const { link, now, slice } = context
    return link.dispatch(
      slice.actions.traceRecorded(
        { ...recordOf(entry), instanceId, ...(usage === undefined ? {} : { usage }) },
        { causeSeq: null, timestamp: now() },
      ),
    )
  }

  #refuse(entry: QueuedCall, why: DispatchReason | RuntimeErrorShape): void {
    this.#traceRefusal(entry, why)
    if (isInvocation(entry)) {
      const reason = this.#session.isGone ? 'unknown-instance' : reasonOf(why)
      entry.settle({ outcome: 'refused', reason, ...errorOf(why) })
    } else if (entry.number !== undefined) this.#deliveries.settle(entry.number, this.#describeRefusal(why))
  }

  #traceRefusal({ number: _number, ...entry }: QueuedCall, why: DispatchReason | RuntimeErrorShape): void {
    const { context, identity, instanceId } = this.#session
    const { intents, link, now, slice } = context
    // Without its number: it was not handled.
    const causeSeq = this.#trace(entry)
    if (typeof why === 'string') {
      intents.deny({ identity, intent: intentOfCall(entry), reason: why, causeSeq })
    } else {
      link.dispatch(
        slice.actions.traceRecorded({ kind: 'error', instanceId, error: why }, { causeSeq, timestamp: now() }),
      )
    }
  }

  #describeRefusal(why: DispatchReason | RuntimeErrorShape): DeliveryResult {
    return { ...this.#refusalFor(reasonOf(why)), ...errorOf(why) }
  }

  #refusalFor(reason: DeliveryRefusal): Extract<DeliveryResult, { readonly outcome: 'refused' }> {
    const { isGone } = this.#session
    return {
      outcome: 'refused',
      reason: isGone ? 'unknown-instance' : reason,
      expected: this.#lastDelivered + 1,
    }
  }
}

function reasonOf(why: DispatchReason | RuntimeErrorShape): InvokeRefusal {
  if (why === 'instance-disabled' || why === 'unknown-instance') return why
  return typeof why !== 'string' && why.code === 'QUEUE_FULL' ? 'queue-full' : 'instance-stopped'
}

function errorOf(why: DispatchReason | RuntimeErrorShape): { readonly error?: RuntimeErrorShape } {
  return typeof why === 'string' ? {} : { error: why }
}

function callOf(entry: QueuedCall, view: PluginView): EventCall | InvokeCall {
  if (isInvocation(entry)) {
    const { input, name, surface } = entry
    return { kind: 'invoke', surface, name, input, view }
  }
  const { event, handler, widgetId } = entry
  return { kind: 'event', widgetId, handler, event, view }
}

function recordOf(entry: QueuedCall): TraceEntry & { readonly kind: 'event' | 'invoke' } {
  if (isInvocation(entry)) {
    const { input, name, surface } = entry
    return { kind: 'invoke', surface, name, input }
  }
  const { event, handler, number, widgetId } = entry
  return { kind: 'event', widgetId, handler, event, ...(number === undefined ? {} : { number }) }
}

const STOPPED: RuntimeErrorShape = Object.freeze({
  code: 'RUNTIME_CRASHED',
  message: 'The plugin is stopped, so the event was not handled. Restart it.',
})

const NUMBER_GAP: RuntimeErrorShape = Object.freeze({
  code: 'PROTOCOL',
  message: 'The event was not handled: the one before it was not. Send them again, in order.',
})

function createQueueFullError(limit: number): RuntimeErrorShape {
  return {
    code: 'QUEUE_FULL',
    message: `${limit} events wait for this plugin already, so this one was dropped. Wait until it has caught up.`,
  }
}
