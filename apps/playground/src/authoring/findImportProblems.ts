import { parse } from 'es-module-lexer/minimal/js'

import { placeAt, type SourceProblem } from './sourceProblem.ts'

const ALLOWED: readonly (string | undefined)[] = ['@plugboard/sdk', '@plugboard/sdk/jsx-runtime']

/**
 * Imports that a plugin cannot have. `module` is the compiled text, whose lines are those of `text`, which the author
 * wrote: a type that is imported is not there any more.
 */
export function findImportProblems(module: string, text: string): readonly SourceProblem[] {
  const [imports] = parse(module)
  return imports.flatMap(({ d, n, s }) => {
    if (d === -1 && ALLOWED.includes(n)) return []
    const { line } = placeAt(module, s)
    return [
      {
        code: 'UNKNOWN_IMPORT',
        message: explain(d, n),
        file: 'plugin.tsx',
        line,
        column: columnOf(d === -1 ? n : undefined, line, text),
      },
    ]
  })
}

const ONLY = 'A plugin imports @plugboard/sdk, and nothing else: put what you need of it into this file.'

// -1: an import statement; -2: import.meta; from 0 on: the place of an import().
function explain(kind: number, name: string | undefined): string {
  if (kind === -2) return `import.meta is not there in a plugin. ${ONLY}`
  if (kind === -1) return `"${(name ?? '').slice(0, 80)}" cannot be imported. ${ONLY}`
  return `Nothing can be imported while a plugin runs. ${ONLY}`
}

/** Compiled lines are the author's lines, but what was put in or taken out before it moves the column. */
function columnOf(name: string | undefined, line: number, text: string): number {
  const written = text.split('\n')[line - 1] ?? ''
  const quoted = name === undefined ? -1 : Math.max(written.indexOf(`'${name}'`), written.indexOf(`"${name}"`))
  return Math.max(0, quoted === -1 ? written.search(/\bimport\b/) : quoted) + 1
}
