import { inspectJson, JSON_DEPTH, WorkspaceStorageError, type JsonValue, type StorageBatch } from '@plugboard/contracts'

/** A batch as a storage carries it out. */
export interface CheckedBatch {
  readonly expectedRevision: number
  readonly puts: ReadonlyMap<string, JsonValue>
  readonly deletes: readonly string[]
  readonly replacesAll: boolean
}

/** Longest key of a part, in UTF-16 code units. */
const KEY_LENGTH = 1_024

/**
 * Takes a batch as a caller without types may have made it, before anything of it is written.
 *
 * @throws WorkspaceStorageError `INVALID_BATCH` with what to change.
 */
export function checkBatch(batch: StorageBatch): CheckedBatch {
  if (typeof batch !== 'object' || batch === null) throw refuse('It is not an object')
  const { deletes = [], expectedRevision, puts = new Map<string, JsonValue>(), replacesAll = false } = batch
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < 0) {
    throw refuse('Its expectedRevision is not the number that the last read or commit gave')
  }
  if (!(puts instanceof Map)) throw refuse('Its puts are not a Map of keys and values')
  if (typeof replacesAll !== 'boolean') throw refuse('Its replacesAll is neither true nor false')
  const gone = [...listOf(deletes)]
  for (const key of [...puts.keys(), ...gone]) {
    if (typeof key !== 'string' || key.length > KEY_LENGTH) {
      throw refuse(`One of its keys is not text of at most ${KEY_LENGTH} characters`)
    }
  }
  const both = gone.find((key) => puts.has(key))
  if (both !== undefined) throw refuse(`It both puts and deletes "${both.slice(0, 80)}"`)
  for (const [key, value] of puts as ReadonlyMap<string, unknown>) {
    const fault = inspectJson(value, { depth: JSON_DEPTH })
    if (fault !== null) throw refuse(`The part "${key.slice(0, 80)}" is no JSON data: ${fault.code} at ${fault.path}`)
  }
  return { expectedRevision, puts, deletes: gone, replacesAll }
}

function listOf(keys: unknown): Iterable<string> {
  if (typeof keys === 'object' && keys !== null && Symbol.iterator in keys) return keys as Iterable<string>
  throw refuse('Its deletes are not a list of keys')
}

function refuse(problem: string): WorkspaceStorageError {
  return new WorkspaceStorageError('INVALID_BATCH', `The batch was not committed. ${problem}.`)
}
