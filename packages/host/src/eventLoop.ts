import type { CallUsage, DispatchReason, RuntimeErrorShape } from '@plugboard/contracts'

import { EventQueue, type QueuedEvent } from './eventQueue.ts'
import type { InstanceSession } from './instanceSession.ts'
import { intentOfEvent } from './intentDispatcher.ts'

/** Hands an instance its events, one at a time, in order; each sees the state that the one before it left. */
export class EventLoop {
  readonly #session: InstanceSession
  readonly #queue: EventQueue
  readonly #limit: number
  #isRunning = false

  constructor(session: InstanceSession, limit: number) {
    this.#session = session
    this.#limit = limit
    this.#queue = new EventQueue(limit)
  }

  /** Takes an event in, or refuses and traces it. */
  emit(entry: QueuedEvent): void {
    const { record } = this.#session
    if (record === undefined) return this.#refuse(entry, 'unknown-instance')
    if (!record.enabled) return this.#refuse(entry, 'instance-disabled')
    if (record.status === 'error' || record.status === 'quarantined') {
      return this.#refuse(entry, record.error ?? STOPPED)
    }
    if (!this.#queue.push(entry)) return this.#refuse(entry, createQueueFullError(this.#limit))
    this.drain()
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

  #next(): QueuedEvent | undefined {
    return this.#session.record?.status === 'ready' ? this.#queue.shift() : undefined
  }

  async #handle(entry: QueuedEvent): Promise<void> {
    const session = this.#session
    const { intents, link, scheduler, slice } = session.context
    const { generation, record } = session
    // Paused while it waited.
    if (record?.enabled === false) return this.#refuse(entry, 'instance-disabled')
    const view = slice.selectors.selectPluginView(link.state, session.instanceId)
    if (record === undefined || view === null) return this.#refuse(entry, 'unknown-instance')
    let result
    try {
      result = await session.call({ kind: 'event', ...entry, view })
    } catch (thrown) {
      if (session.excuse(thrown) || session.wasCutOff(thrown, generation)) this.#retry(entry)
      else session.fail(thrown, { causeSeq: this.#trace(entry), generation })
      return
    }
    intents.dispatchAll(session.identity, result, this.#trace(entry, result.usage))
    session.renders.applyRevision(entry)
    session.succeed(record.error)
    scheduler.request(session.instanceId)
  }

  /** Nothing of it was applied, so it goes first when the instance is back; and is dropped like the rest if it is not. */
  #retry(entry: QueuedEvent): void {
    const { record } = this.#session
    if (record === undefined) return this.#refuse(entry, 'unknown-instance')
    if (record.status === 'error' || record.status === 'quarantined') {
      return this.#refuse(entry, record.error ?? STOPPED)
    }
    this.#queue.putBack(entry)
  }

  #trace({ event, handler, widgetId }: QueuedEvent, usage?: CallUsage): number {
    const { context, instanceId } = this.#session
    const { link, now, slice } = context
    return link.dispatch(
      slice.actions.traceRecorded(
        { kind: 'event', instanceId, widgetId, handler, event, ...(usage === undefined ? {} : { usage }) },
        { causeSeq: null, timestamp: now() },
      ),
    )
  }

  #refuse(entry: QueuedEvent, why: DispatchReason | RuntimeErrorShape): void {
    const { context, identity, instanceId } = this.#session
    const { intents, link, now, slice } = context
    const causeSeq = this.#trace(entry)
    if (typeof why === 'string') {
      intents.deny({ identity, intent: intentOfEvent(entry.handler), reason: why, causeSeq })
      return
    }
    link.dispatch(
      slice.actions.traceRecorded({ kind: 'error', instanceId, error: why }, { causeSeq, timestamp: now() }),
    )
  }
}

const STOPPED: RuntimeErrorShape = Object.freeze({
  code: 'RUNTIME_CRASHED',
  message: 'The plugin is stopped, so the event was not handled. Restart it.',
})

function createQueueFullError(limit: number): RuntimeErrorShape {
  return {
    code: 'QUEUE_FULL',
    message: `${limit} events wait for this plugin already, so this one was dropped. Wait until it has caught up.`,
  }
}
