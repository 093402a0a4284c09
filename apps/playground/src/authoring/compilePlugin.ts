import { transform, type Options } from 'sucrase'

import { findImportProblems } from './findImportProblems.ts'
import type { SourceProblem } from './sourceProblem.ts'

/** What a VM runs of a project, and where its lines came from. */
export interface CompiledPlugin {
  readonly kind: 'compiled'
  /** One script. */
  readonly code: string
  /** Version-3 source map of `code`, with the author's text inside. */
  readonly sourceMap: string
}

export type CompileResult =
  | CompiledPlugin
  | { readonly kind: 'refused'; readonly problems: readonly [SourceProblem, ...SourceProblem[]] }

/** Longest text that is compiled, in UTF-16 code units: what a VM takes in is bounded anyway. */
export const SOURCE_LENGTH: number = 512 * 1024

const FILE = 'plugin.tsx'

const OPTIONS: Options = {
  transforms: ['typescript', 'jsx'],
  jsxRuntime: 'automatic',
  jsxImportSource: '@plugboard/sdk',
  production: true,
  // The VM knows all that the author may write.
  disableESTransforms: true,
  preserveDynamicImport: true,
  filePath: FILE,
}

/**
 * Turns `plugin.tsx` into the one script that a VM takes. Types are taken off and not looked at: they never keep a plugin
 * from running.
 *
 * `prelude` is a script whose value is the `require` of the compiled code. It is evaluated as a text of its own, so that
 * the VM takes no line of it for one of the author's.
 */
export function compilePlugin(text: string, prelude: string): CompileResult {
  if (text.length > SOURCE_LENGTH) {
    const message = `The file is ${text.length} characters long; ${SOURCE_LENGTH} can be compiled. Make it shorter.`
    return refuse({ code: 'TOO_LARGE', message, file: FILE, line: 1, column: 1 })
  }
  try {
    const module = transform(text, OPTIONS).code
    const problems = findImportProblems(module, text)
    const [first, ...others] = problems
    if (first !== undefined) return { kind: 'refused', problems: [first, ...others] }
    const { code, sourceMap } = transform(text, {
      ...OPTIONS,
      transforms: ['typescript', 'jsx', 'imports'],
      sourceMapOptions: { compiledFilename: 'plugin.js' },
    })
    return { kind: 'compiled', code: toScript(code, prelude), sourceMap: toMap(sourceMap?.mappings ?? '', text) }
  } catch (thrown) {
    return refuse(describeSyntaxError(thrown))
  }
}

function refuse(problem: SourceProblem): CompileResult {
  return { kind: 'refused', problems: [problem] }
}

// The author's lines begin on the second line, so that the first column of each is the first column there too.
function toScript(code: string, prelude: string): string {
  return `(function (require, exports) {\n${code}\n})((0, eval)(${JSON.stringify(prelude)}), {})\n`
}

function toMap(mappings: string, text: string): string {
  return JSON.stringify({
    version: 3,
    sources: [FILE],
    sourcesContent: [text],
    names: [],
    mappings: `;${mappings}`,
  })
}

function describeSyntaxError(thrown: unknown): SourceProblem {
  const reason = thrown instanceof Error ? cleanMessage(thrown.message) : 'it cannot be read'
  return { code: 'SYNTAX', message: `${reason}. Nothing was run.`, file: FILE, ...readPlace(thrown) }
}

// As the parser gives them: both from 1. Some faults of JSX it finds only later, and does not say where.
function readPlace(thrown: unknown): Pick<SourceProblem, 'line' | 'column'> {
  const loc = typeof thrown === 'object' && thrown !== null && 'loc' in thrown ? thrown.loc : null
  if (typeof loc !== 'object' || loc === null || !('line' in loc) || !('column' in loc)) return {}
  const { line, column } = loc
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : {}
}

function cleanMessage(message: string): string {
  return message
    .replace(`Error transforming ${FILE}: `, '')
    .replace(/ \(\d+:\d+\)$/, '')
    .replace(/\.$/, '')
}
