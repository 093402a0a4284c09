import type { SourcePosition } from '@plugboard/contracts'

/** A position in one of the files that a plugin was written in. Lines and columns count from 1. */
export interface SourcePlace extends SourcePosition {
  /** As the source map names it; `plugin.js` for code without one. It may hold anything. */
  readonly file: string
}

/** How a place is written: the last part of the file's name, the line, the column. */
export function writePlace({ column, file, line }: SourcePlace): string {
  return `${fileName(file)}:${line}:${column}`
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
