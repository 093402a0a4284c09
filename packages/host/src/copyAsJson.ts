import { DATA_DEPTH, inspectJson, type JsonValue } from '@plugboard/contracts'

/** What a caller's own object comes to as JSON; null where that is nothing that could be saved and read again. */
export function copyAsJson(value: object): JsonValue | null {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(value))
    return inspectJson(copy, { depth: DATA_DEPTH }) === null ? (copy as JsonValue) : null // Inspected.
  } catch {
    return null
  }
}
