import { inspectJson, type RuntimeErrorShape } from '@plugboard/contracts'

import type { QueuedEvent } from './eventQueue.ts'

/** An event that can be queued, or what is wrong with it. */
export type EmittedEvent =
  | { readonly ok: true; readonly entry: QueuedEvent }
  | { readonly ok: false; readonly error: RuntimeErrorShape }

// As many as the runtimes take; their parser judges the rest.
const EVENT_VALUES = 200_000

/** Reads what a view emitted, which a view without types may have made of anything. Throws nothing. */
export function readEmittedEvent(emitted: { readonly [K in keyof QueuedEvent]: unknown }): EmittedEvent {
  const { event, handler, widgetId } = emitted
  if (typeof widgetId !== 'string') return refused('its widget id is not text')
  if (typeof handler !== 'string') return refused('the name of its handler is not text')
  try {
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return refused('it is not an object')
    const fault = inspectJson(event, { values: EVENT_VALUES })
    if (fault !== null) return refused(`${fault.path} is not plain JSON, or holds too much`)
    // Its kind is the runtime's to judge: an unknown one is refused there.
    return { ok: true, entry: { widgetId, handler, event: event as QueuedEvent['event'] } }
  } catch {
    // A getter, or a proxy.
    return refused('it cannot be read')
  }
}

function refused(why: string): EmittedEvent {
  const message = `The event was not sent to the plugin: ${why}. Emit a handler's name and a UIEvent.`
  return { ok: false, error: { code: 'PROTOCOL', message } }
}
