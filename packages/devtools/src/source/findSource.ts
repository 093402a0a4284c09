import { decode, type SourceMapMappings } from '@jridgewell/sourcemap-codec'
import { isPlainObject, type SourcePosition } from '@plugboard/contracts'

import { displayText } from '../ui/displayText.ts'
import type { SourcePlace } from './sourcePlace.ts'

/** A place, with the text of its file where that is known. */
export interface FoundSource {
  readonly place: SourcePlace
  readonly text: string | null
}

/** Code and its version-3 source map, as an instance has them. Both may hold anything. */
export interface MappedCode {
  readonly code: string
  readonly sourceMap?: string
}

/** What code is called that has no source map. */
const CODE_FILE = 'plugin.js'

/** Longest source map that is read, in characters. */
const MAP_LENGTH = 8 * 1024 * 1024

/** Longest mappings in it that are read: each of their characters may become a segment in memory. */
const MAPPINGS_LENGTH = 1024 * 1024

interface Sources {
  readonly names: readonly string[]
  readonly texts: readonly (string | null)[]
  readonly mappings: SourceMapMappings
}

/**
 * The file of a position that a runtime has mapped already. A mapped position no longer says which of the map's files it
 * is in, so it is the file that has a segment there. Of several it is the last one whose text the map brings: bundlers put
 * what is imported first, and the plugin itself last.
 */
export function findSource({ code, sourceMap }: MappedCode, position: SourcePosition): FoundSource {
  const sources = sourceMap === undefined ? null : readSources(sourceMap)
  const index = sources === null ? -1 : findIndex(sources, position)
  const name = sources?.names[index]
  if (sources === null || name === undefined) return { place: { ...position, file: CODE_FILE }, text: code }
  return { place: { ...position, file: displayText(name) }, text: sources.texts[index] ?? null }
}

function findIndex({ mappings, names, texts }: Sources, { column, line }: SourcePosition): number {
  const found = new Set<number>()
  for (const segments of mappings) {
    for (const segment of segments) {
      if (segment.length > 1 && segment[2] === line - 1 && segment[3] === column - 1) found.add(segment[1] ?? -1)
    }
  }
  if (found.size === 0) return names.length === 1 ? 0 : -1
  const known = [...found].filter((index) => typeof texts[index] === 'string')
  // Not spread into a call: a map may name more files in one place than a call takes arguments.
  return (known.length > 0 ? known : [...found]).reduce((last, index) => (index > last ? index : last))
}

// The maps of the plugins that are looked at: parsed once, and few at a time.
const readMaps = new Map<string, Sources | null>()
const MOST_MAPS = 8

function readSources(sourceMap: string): Sources | null {
  let sources = readMaps.get(sourceMap)
  if (sources === undefined) {
    sources = parseSources(sourceMap)
    if (readMaps.size >= MOST_MAPS) readMaps.clear()
    readMaps.set(sourceMap, sources)
  }
  return sources
}

function parseSources(sourceMap: string): Sources | null {
  if (sourceMap.length > MAP_LENGTH) return null
  try {
    const map: unknown = JSON.parse(sourceMap)
    if (!isPlainObject(map) || typeof map['mappings'] !== 'string') return null
    const { mappings, sources, sourcesContent } = map
    if (mappings.length > MAPPINGS_LENGTH) return null
    return {
      names: listOf(sources).map((name) => (typeof name === 'string' ? name : CODE_FILE)),
      texts: listOf(sourcesContent).map((text) => (typeof text === 'string' ? text : null)),
      mappings: decode(mappings),
    }
  } catch {
    // A broken map costs the names of files, and nothing else.
    return null
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
