import { isPlainObject, RUNTIME_ERROR_CODES, type RuntimeErrorShape } from '@plugboard/contracts'

import type { WorkerMessage } from './wire.ts'

/**
 * A message that came from a worker, or null when it is none of ours. The worker's own code is trusted, and still the
 * envelope is looked at: a broken wire must be a coded error, not a hang.
 */
export function parseWorkerMessage(value: unknown): WorkerMessage | null {
  if (!isPlainObject(value)) return null
  switch (value['type']) {
    case 'ready':
      return typeof value['version'] === 'number' ? { type: 'ready', version: value['version'] } : null
    case 'failed':
      return isErrorShape(value['error']) ? { type: 'failed', error: value['error'] } : null
    case 'answer': {
      const id = value['id']
      if (typeof id !== 'number') return null
      if (value['ok'] === true) return { type: 'answer', id, ok: true, value: value['value'] }
      return isErrorShape(value['error']) ? { type: 'answer', id, ok: false, error: value['error'] } : null
    }
    case 'log':
      // The line was made and bounded by the runtime's own log writer, inside the worker.
      return isPlainObject(value['line']) ? (value as unknown as Extract<WorkerMessage, { type: 'log' }>) : null
    default:
      return null
  }
}

function isErrorShape(value: unknown): value is RuntimeErrorShape {
  return (
    isPlainObject(value) &&
    typeof value['message'] === 'string' &&
    (RUNTIME_ERROR_CODES as readonly unknown[]).includes(value['code'])
  )
}
