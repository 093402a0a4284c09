import { isPlainObject, RUNTIME_ERROR_CODES, type LogLine, type RuntimeErrorShape } from '@plugboard/contracts'

import type { WireValue } from '../codec/ValueSender.ts'
import type { WorkerMessage } from './wire.ts'

const LOG_LEVELS: readonly unknown[] = ['debug', 'info', 'warn', 'error']

/**
 * A message that came from a worker, or null when it is none of ours. The worker's own code is trusted, and still the
 * envelope is looked at: a broken wire must be a coded error, not a hang.
 */
export function parseWorkerMessage(value: unknown): WorkerMessage | null {
  if (!isPlainObject(value)) return null
  const { type, id } = value
  switch (type) {
    case 'ready':
      return typeof value['version'] === 'number' ? { type, version: value['version'] } : null
    case 'answer': {
      const { text, tree } = value
      if (typeof id !== 'number' || typeof text !== 'string') return null
      if (tree === undefined) return { type, id, text }
      return isWireValue(tree) ? { type, id, text, tree } : null
    }
    case 'refusal':
      return typeof id === 'number' && isErrorShape(value['error']) ? { type, id, error: value['error'] } : null
    case 'log':
      return isLogLine(value['line']) ? { type, line: value['line'] } : null
    default:
      return null
  }
}

function isWireValue(value: unknown): value is WireValue {
  if (!Array.isArray(value) || value.length !== 3) return false
  const [serial, base, text] = value as readonly unknown[] // a list of anything
  return typeof serial === 'number' && typeof base === 'number' && typeof text === 'string'
}

function isErrorShape(value: unknown): value is RuntimeErrorShape {
  return (
    isPlainObject(value) &&
    typeof value['message'] === 'string' &&
    (RUNTIME_ERROR_CODES as readonly unknown[]).includes(value['code'])
  )
}

// The arguments were made and bounded by the log writer inside the worker.
function isLogLine(value: unknown): value is LogLine {
  return (
    isPlainObject(value) &&
    typeof value['instanceId'] === 'string' &&
    LOG_LEVELS.includes(value['level']) &&
    Array.isArray(value['args'])
  )
}
