import type { RuntimeErrorShape, WidgetSnapshot } from '@plugboard/contracts'

import { GONE_SNAPSHOT } from '../widgetChannel.ts'

/** Why there is no picture of a widget at a point of the past. */
export type PastNote = 'not-there' | 'code-unknown' | 'state-unknown' | 'stopped' | 'closed'

const NOTES: Readonly<Record<PastNote, RuntimeErrorShape>> = Object.freeze({
  'not-there': { code: 'UNKNOWN_INSTANCE', message: 'This instance was not loaded at this point.' },
  'code-unknown': {
    code: 'INVALID_PLUGIN',
    message: 'The code that ran at this point is not known any more, so it cannot be drawn. Its state is.',
  },
  'state-unknown': {
    code: 'PROTOCOL',
    message: 'The trace no longer holds what was here at this point. Go to a later one.',
  },
  stopped: { code: 'RUNTIME_CRASHED', message: 'The plugin was stopped at this point.' },
  closed: { code: 'DISPOSED', message: 'The past is closed.' },
})

/** What a view sees where nothing can be drawn. */
export function snapshotOf(note: PastNote): WidgetSnapshot {
  return Object.freeze({ ...GONE_SNAPSHOT, enabled: true, error: NOTES[note] })
}

/** The words for a point at which the plugin itself had failed, where it is known how. */
export function stoppedSnapshot(status: 'error' | 'quarantined', error: RuntimeErrorShape | undefined): WidgetSnapshot {
  return Object.freeze({ ...GONE_SNAPSHOT, status, enabled: true, error: error ?? NOTES.stopped })
}
