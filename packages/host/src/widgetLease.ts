import { parseInstanceId, type InstanceId, type WidgetLease } from '@plugboard/contracts'

import { readEmittedEvent } from './emittedEvent.ts'
import type { InstanceSession } from './instanceSession.ts'
import { intentOfCall } from './intentDispatcher.ts'
import type { SessionContext } from './sessionContext.ts'
import { GONE_SNAPSHOT } from './widgetChannel.ts'

export interface WidgetLeaseOptions {
  readonly instanceId: InstanceId
  readonly widgetId: string
  /** Undefined when there is no such instance: the lease then shows so. */
  readonly session: InstanceSession | undefined
  readonly context: SessionContext
}

/** A view's hold on one widget. */
export function createWidgetLease({ context, instanceId, session, widgetId }: WidgetLeaseOptions): WidgetLease {
  return session === undefined ? createGoneLease(instanceId, context) : createLiveLease(session, widgetId)
}

function createLiveLease(session: InstanceSession, widgetId: string): WidgetLease {
  const { context, record } = session
  const channel = session.renders.channel(widgetId)
  let isHeld = true
  // A view asks for its first picture at once, before any microtask; while somebody looks, only a flush changes it.
  if (!channel.isLeased && record !== undefined) {
    channel.update(record, context.slice.selectors.selectGrants(context.link.state, session.instanceId))
  }
  // What came before somebody looked is no cause of the first picture, but for the newest of it.
  if (!channel.isLeased && channel.turn === 0)
    channel.drawnSeq = context.slice.selectors.selectLastSeq(context.link.state)
  channel.acquire()
  context.scheduler.request(session.instanceId)
  return {
    getSnapshot: () => channel.snapshot,
    subscribe: (listener) => channel.subscribe(listener),
    emit: (handler, event) => {
      try {
        const emitted = readEmittedEvent({ widgetId, handler, event })
        if (emitted.ok) session.events.emit(emitted.entry)
        else session.events.refuseUnread(emitted.error)
      } catch (cause) {
        context.events.emit('fault', { instanceId: session.instanceId, cause })
      }
    },
    release: () => {
      if (!isHeld) return
      isHeld = false
      channel.release()
    },
  }
}

function createGoneLease(instanceId: InstanceId, { events, intents }: SessionContext): WidgetLease {
  return {
    getSnapshot: () => GONE_SNAPSHOT,
    subscribe: () => () => undefined,
    emit: (handler) => {
      const packageId = parseInstanceId(instanceId)?.packageId
      // What could never name an instance leaves no record under that name.
      if (packageId === undefined) return
      try {
        const intent = typeof handler === 'string' ? intentOfCall({ handler }) : null
        intents.deny({ identity: { instanceId, packageId }, intent, reason: 'unknown-instance', causeSeq: null })
      } catch (cause) {
        events.emit('fault', { instanceId, cause })
      }
    },
    release: () => undefined,
  }
}
