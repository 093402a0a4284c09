import type { UIEvent, UIEventRef } from '@plugboard/contracts'

/** The `press` that an event reference asks for. */
export function pressEvent(ref: UIEventRef, key?: string): UIEvent {
  return {
    type: 'press',
    ...(key === undefined ? {} : { key }),
    ...(ref.args === undefined ? {} : { args: ref.args }),
  }
}
