import type { InstanceId, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'

import { AnnouncementBudget } from './announcementBudget.ts'
import type { Clock } from './clock.ts'
import { draftsOf } from './drafts/draftsOf.ts'
import type { DraftStore } from './drafts/draftStore.ts'
import type { EmitNodeEvent } from './nodeProps.ts'

/** The picture before there is a lease. */
export const EMPTY_SNAPSHOT: WidgetSnapshot = {
  status: 'loading',
  enabled: true,
  tree: null,
  issues: [],
  error: null,
  acknowledged: {},
}

/** One view's hold on a widget, with the drafts of its fields. */
export interface WidgetSession {
  readonly emit: EmitNodeEvent
  readonly drafts: DraftStore
  readonly announcements: AnnouncementBudget
  readonly getSnapshot: () => WidgetSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** Sends what was typed and lets go of the widget. Idempotent. */
  close(): void
}

export interface OpenWidgetSessionOptions {
  readonly source: WidgetSource
  readonly instanceId: InstanceId
  readonly widgetId: string
  readonly clock: Clock
}

/** Takes a lease. Whoever opens closes. */
export function openWidgetSession(options: OpenWidgetSessionOptions): WidgetSession {
  const lease = options.source.lease(options.instanceId, options.widgetId)
  const drafts = draftsOf(options)
  const announcements = new AnnouncementBudget(options.clock)
  const send: EmitNodeEvent = (ref, event) => {
    if (ref === undefined) return
    // Rows are asked for by what is on the screen, which the plugin has a hand in: its announcements are no answer to it.
    if (event.type !== 'range') announcements.expectAnswer()
    lease.emit(ref.handler, ref.args === undefined ? event : { ...event, args: ref.args })
  }
  const disconnect = drafts.connect(send)
  let last: WidgetSnapshot | null = null
  return {
    drafts,
    announcements,
    emit(ref, event) {
      // A handler must not read a form that is older than what the person sees.
      if (event.type !== 'change' && event.type !== 'commit') drafts.flush()
      send(ref, event)
    },
    getSnapshot: () => last ?? lease.getSnapshot(),
    subscribe: (listener) => lease.subscribe(listener),
    close() {
      if (last !== null) return
      last = lease.getSnapshot()
      disconnect()
      announcements.dispose()
      lease.release()
    },
  }
}
