import { isPlainObject, RUNTIME_ERROR_CODES, type LogLine, type RuntimeErrorShape } from '@plugboard/contracts'

import type { WireValue } from '../codec/ValueSender.ts'
import type { WorkerAnswer, WorkerMessage, WorkerRefusal } from './wire.ts'

const LOG_LEVELS: readonly unknown[] = ['debug', 'info', 'warn', 'error']

/**
 * A message that came from a worker, or null when it is none of ours. The worker's own code is trusted, and still the
 * envelope is looked at: a broken wire must be a coded error, not a hang.
 */
export function parseWorkerMessage(value: unknown): WorkerMessage | null {
  if (!isPlainObject(value)) return null
  const { type } = value
  switch (type) {
    case 'ready':
      return typeof value['version'] === 'number' ? { type, version: value['version'] } : null
    case 'answer':
    case 'refusal':
      return parseAnswered(value)
    case 'batch': {
      const answers = value['answers']
      if (!Array.isArray(answers)) return null
      const parsed = answers.map((answer: unknown) => (isPlainObject(answer) ? parseAnswered(answer) : null))
      return parsed.every((answer) => answer !== null) ? { type, answers: parsed } : null
    }
    case 'log':
      return isLogLine(value['line']) ? { type, line: value['line'] } : null
    default:
      return null
  }
}

function parseAnswered(value: Readonly<Record<string, unknown>>): WorkerAnswer | WorkerRefusal | null {
  const { type, id, text, tree, error } = value
  if (typeof id !== 'number') return null
  if (type === 'refusal') return isErrorShape(error) ? { type, id, error } : null
  if (type !== 'answer' || typeof text !== 'string') return null
  if (tree === undefined) return { type, id, text }
  return isWireValue(tree) ? { type, id, text, tree } : null
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
