import type { ProjectFile } from '../projects/pluginProject.ts'

/** Ways in which the files of a project can fail before a VM sees them. */
export const SOURCE_PROBLEM_CODES = [
  /** The text cannot be read as TSX. */
  'SYNTAX',
  /** Something else than the SDK is imported, or it is imported while the plugin runs. */
  'UNKNOWN_IMPORT',
  'TOO_LARGE',
  /** The manifest is no JSON, or does not say what a manifest says. */
  'INVALID_MANIFEST',
  /** The compiler itself gave up: the text is more than it can take. */
  'NOT_COMPILED',
] as const

export type SourceProblemCode = (typeof SOURCE_PROBLEM_CODES)[number]

/** What is wrong in a file of a project, and where. */
export interface SourceProblem {
  readonly code: SourceProblemCode
  /** What happened and what to do now, for the author. */
  readonly message: string
  readonly file: ProjectFile
  /** From 1. Absent where it is not known. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
}

/** The line and column, from 1, of a place in a text; `offset` counts UTF-16 code units from 0. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
