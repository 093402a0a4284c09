import { decode, type SourceMapMappings } from '@jridgewell/sourcemap-codec'
import { isPlainObject, type SourcePosition } from '@plugboard/contracts'

/** The name of the plugin's code in the engine's stack traces. */
export const GUEST_FILE = 'plugin.js'

/** Longest source map that is read, in characters: it comes from the same hands as the code. */
export const SOURCE_MAP_LENGTH: number = 8 * 1024 * 1024

/** Most segments and lines that are decoded: they live on the host's heap, which no limit of the VM counts. */
export const SEGMENTS = 500_000

/** Maps positions in the evaluated code to positions in what the author wrote. */
export interface PositionMapper {
  /** The position itself where the map has none for it. */
  readonly map: (position: SourcePosition) => SourcePosition
}

/** A mapper that reads `sourceMap` the first time it is asked. A map that cannot be read maps nothing. */
export function createPositionMapper(sourceMap: string | undefined): PositionMapper {
  let mappings: SourceMapMappings | undefined
  return {
    map(position) {
      mappings ??= readMappings(sourceMap)
      return findOriginal(mappings, position) ?? position
    },
  }
}

// The segments alone: a plugin is one program, so the names of its sources are of no use here.
function readMappings(sourceMap: string | undefined): SourceMapMappings {
  if (sourceMap === undefined || sourceMap.length > SOURCE_MAP_LENGTH) return []
  try {
    const map: unknown = JSON.parse(sourceMap)
    const text = isPlainObject(map) && map['version'] === 3 ? map['mappings'] : undefined
    return typeof text === 'string' && countSegments(text) <= SEGMENTS ? decode(text) : []
  } catch {
    // A broken map costs the author exact positions, nobody anything else.
    return []
  }
}

function countSegments(mappings: string): number {
  let count = 0
  for (let index = 0; index < mappings.length; index += 1) {
    const code = mappings.charCodeAt(index)
    if (code === 44 || code === 59) count += 1
  }
  return count
}

/** The last segment at or before the position, as the format's consumers agree. Maps count lines and columns from 0. */
function findOriginal(mappings: SourceMapMappings, position: SourcePosition): SourcePosition | null {
  const column = position.column - 1
  const segment = mappings[position.line - 1]?.findLast(([start]) => start <= column)
  if (segment === undefined || segment.length === 1) return null
  const [, , line, originalColumn] = segment
  return { line: line + 1, column: originalColumn + 1 }
}
