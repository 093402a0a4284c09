import type { SourcePosition } from '@plugboard/contracts'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'

/** The name of the plugin's code in the engine's stack traces. */
export const GUEST_FILE = 'plugin.js'

/** Longest source map that is read, in characters: it comes from the same hands as the code. */
export const SOURCE_MAP_LENGTH: number = 8 * 1024 * 1024

/** Maps positions in the evaluated code to positions in what the author wrote. */
export interface PositionMapper {
  /** The position itself where the map has none for it. */
  map(position: SourcePosition): SourcePosition
}

/** A mapper that reads `sourceMap` the first time it is asked. A map that cannot be read maps nothing. */
export function createPositionMapper(sourceMap: string | undefined): PositionMapper {
  let trace: TraceMap | null | undefined
  return {
    map(position) {
      if (trace === undefined) trace = readSourceMap(sourceMap)
      if (trace === null) return position
      return findOriginal(trace, position) ?? position
    },
  }
}

function readSourceMap(sourceMap: string | undefined): TraceMap | null {
  if (sourceMap === undefined || sourceMap.length > SOURCE_MAP_LENGTH) return null
  try {
    return new TraceMap(sourceMap)
  } catch {
    // A broken map costs the author exact positions, nobody anything else.
    return null
  }
}

function findOriginal(trace: TraceMap, position: SourcePosition): SourcePosition | null {
  try {
    // Maps count columns from 0.
    const found = originalPositionFor(trace, { line: position.line, column: position.column - 1 })
    return found.line === null ? null : { line: found.line, column: found.column + 1 }
  } catch {
    return null
  }
}
