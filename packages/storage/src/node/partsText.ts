import { isPlainObject, JSON_DEPTH, measureJsonDepth, type DamagedContent } from '@plugboard/contracts'

/** What a file of parts was found to hold. */
export interface ReadParts {
  readonly parts: ReadonlyMap<string, unknown>
  /** The line of each part, to be written again as it is. */
  readonly lines: ReadonlyMap<string, string>
  readonly damaged: readonly DamagedContent[]
}

const FORMAT = 'plugboard-parts'
const VERSION = 1

/** The line of one part. A part is a line, so that damage to one is not damage to all. */
export function writeLine(key: string, value: unknown): string {
  return JSON.stringify([key, value])
}

/** The text of a file: what it is and how many parts follow, then a part in each line. */
export function writeParts(lines: ReadonlyMap<string, string>): string {
  const header = JSON.stringify({ format: FORMAT, version: VERSION, parts: lines.size })
  return `${[header, ...lines.values()].join('\n')}\n`
}

/** Reads whatever a file holds; what is no part is damage, never an exception. */
export function readParts(text: string, file: string): ReadParts {
  const parts = new Map<string, unknown>()
  const kept = new Map<string, string>()
  const damaged: DamagedContent[] = []
  const [first = '', ...lines] = text.split('\n')
  const header = parse(first)
  if (!isPlainObject(header) || header['format'] !== FORMAT || header['version'] !== VERSION) {
    return { parts, lines: kept, damaged: [{ place: file, message: explainHeader(header), content: text }] }
  }
  // The text ends with the end of a line.
  if (lines.at(-1) === '') lines.pop()
  for (const [index, line] of lines.entries()) {
    const entry = parse(line)
    const place = `${file}, line ${index + 2}`
    if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== 'string') {
      damaged.push({ place, message: 'The line is cut, or no part was ever written so.', content: line })
    } else if (parts.has(entry[0])) {
      damaged.push({ place, message: 'An earlier line has a part of the same name.', content: line })
    } else {
      parts.set(entry[0], entry[1])
      kept.set(entry[0], line)
    }
  }
  const missing = Number(header['parts']) - lines.length
  if (missing !== 0) {
    const message =
      missing > 0 ? `${missing} parts are missing at its end.` : 'It has other parts than it says, or more.'
    damaged.push({ place: file, message, content: first })
  }
  return { parts, lines: kept, damaged }
}

function parse(line: string): unknown {
  // Not every engine parses without recursion.
  if (measureJsonDepth(line) > JSON_DEPTH + 1) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function explainHeader(header: unknown): string {
  return isPlainObject(header) && header['format'] === FORMAT
    ? 'A newer version of this software wrote it.'
    : 'It does not begin as a file of parts does.'
}
