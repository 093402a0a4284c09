import {
  inspectJson,
  isPlainObject,
  JSON_DEPTH,
  measureJsonDepth,
  type DamagedContent,
  type StoredParts,
} from '@plugboard/contracts'

import { PluginHostError } from '../pluginHostError.ts'
import { writeAnyText } from './anyText.ts'
import { STATE_VALUES } from './savedInstance.ts'

const EXPORT_FORMAT = 'plugboard-workspace-export'
const EXPORT_VERSION = 1

/** Which half of an export is imported. */
export type ExportHalf = 'now' | 'saved'

export interface WorkspaceExport {
  /** The workspace as it was in memory. */
  readonly now: ReadonlyMap<string, unknown>
  /** What the storage held, where not all of it was understood; null where it was. */
  readonly saved: Pick<StoredParts, 'parts' | 'damaged'> | null
}

/** All of a workspace as one JSON text. Nothing is left out because it could not be understood. */
export function writeExport({ now, saved }: WorkspaceExport): string {
  const damaged: DamagedContent[] = [...(saved?.damaged ?? [])]
  const readable: (readonly [string, unknown])[] = []
  for (const [name, value] of saved?.parts ?? []) {
    const fault = inspectJson(value, { depth: JSON_DEPTH - 8, values: STATE_VALUES })
    if (fault === null) readable.push([name, value])
    else {
      const message = `It is no JSON data: ${fault.code} at ${fault.path}.`
      damaged.push({ place: name, message, content: writeAnyText(value) })
    }
  }
  return JSON.stringify({
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    now: [...now],
    ...(saved === null ? {} : { saved: readable, damaged }),
  })
}

/** Takes an export apart. @throws PluginHostError `INVALID_EXPORT`. */
export function parseExport(text: unknown): WorkspaceExport {
  if (typeof text !== 'string') throw refuse('It is not text')
  if (measureJsonDepth(text) > JSON_DEPTH) throw refuse('It is nested too deep')
  const value = parse(text)
  if (!isPlainObject(value) || value['format'] !== EXPORT_FORMAT) throw refuse('It is not what a workspace exports')
  if (value['version'] !== EXPORT_VERSION) throw refuse('It is of another version: use a newer release')
  const { damaged = [], now, saved } = value
  if (saved === undefined) return { now: toParts(now), saved: null }
  if (!Array.isArray(damaged)) throw refuse('What was damaged is not a list')
  return { now: toParts(now), saved: { parts: toParts(saved), damaged: damaged.map(toDamaged) } }
}

function toParts(entries: unknown): ReadonlyMap<string, unknown> {
  if (!Array.isArray(entries)) throw refuse('Its parts are not a list')
  const parts = new Map<string, unknown>()
  for (const entry of entries as readonly unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== 'string' || parts.has(entry[0])) {
      throw refuse('One of its parts is not a name of its own with a value')
    }
    parts.set(entry[0], entry[1])
  }
  return parts
}

function toDamaged(value: unknown): DamagedContent {
  const { content, message, place } = isPlainObject(value) ? value : {}
  return { place: String(place), message: String(message), content: String(content) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw refuse('It is no JSON, or was cut', cause)
  }
}

function refuse(problem: string, cause?: unknown): PluginHostError {
  return new PluginHostError(
    { code: 'INVALID_EXPORT', message: `Nothing was imported, and nothing was changed. ${problem}.` },
    { cause },
  )
}
