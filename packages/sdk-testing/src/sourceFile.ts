import { decode, type SourceMapMappings } from '@jridgewell/sourcemap-codec'
import { cleanDisplayText, isPlainObject, type SourcePosition } from '@plugboard/contracts'

/** A position in one of the files that a plugin was written in. Lines and columns count from 1. */
export interface PlacedSource extends SourcePosition {
  /** From the folder of the plugin's entry; `plugin.js` for code without a source map. */
  readonly file: string
}

interface Sources {
  readonly names: readonly string[]
  /** Whether the map brings the text of the file: it does for the author's own. */
  readonly isOwn: readonly boolean[]
  readonly mappings: SourceMapMappings
}

/** What code is called that has no source map. */
const CODE_FILE = 'plugin.js'

/**
 * Finds the file of positions that a runtime has mapped already. A mapped position no longer says which of the map's files
 * it is in, so it is the file that has a segment there: of several the author's own, which a bundler puts last.
 */
export function createSourceFinder(sourceMap: string | undefined): (position: SourcePosition) => PlacedSource {
  let sources: Sources | null | undefined
  return (position) => {
    sources ??= sourceMap === undefined ? null : readSources(sourceMap)
    const { line, column } = position
    return { file: sources === null ? CODE_FILE : findFile(sources, position), line, column }
  }
}

/** How a place is written: `counter.plugin.tsx:12:5`. */
export function writePlace({ column, file, line }: PlacedSource): string {
  return `${cleanDisplayText(file)}:${line}:${column}`
}

function findFile({ isOwn, mappings, names }: Sources, { column, line }: SourcePosition): string {
  let found: number | undefined
  for (const segment of mappings.flat()) {
    if (segment.length === 1 || segment[2] !== line - 1 || segment[3] !== column - 1) continue
    const [, file] = segment
    if (found === undefined || (isOwn[file] === true && file > found)) found = file
  }
  const own = isOwn.lastIndexOf(true)
  return names[found ?? own] ?? CODE_FILE
}

function readSources(sourceMap: string): Sources | null {
  try {
    const map: unknown = JSON.parse(sourceMap)
    if (!isPlainObject(map) || typeof map['mappings'] !== 'string') return null
    const { mappings, sources, sourcesContent } = map
    const names = Array.isArray(sources) ? sources.map(String) : []
    const texts: readonly unknown[] = Array.isArray(sourcesContent) ? sourcesContent : []
    return { names, isOwn: names.map((_, index) => typeof texts[index] === 'string'), mappings: decode(mappings) }
  } catch {
    // A broken map costs the names of files, and nothing else.
    return null
  }
}
