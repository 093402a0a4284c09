import * as ts from 'typescript-editor'

import { createLanguageService, type LanguageService } from './createLanguageService.ts'

/** A change of the text, as an editor applies it: offsets in UTF-16 code units. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** What TypeScript has to say of a stretch of the text. */
export interface TypeProblem {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Mends it, where TypeScript knows what was meant. */
  readonly fix?: TextChange
}

/** One thing that can stand at the cursor. */
export interface TypeCompletion {
  readonly name: string
  /** TypeScript's own word for what it is: `method`, `property`, `function` … */
  readonly kind: string
  /** What is inserted, where that is not the name. */
  readonly insert?: string
}

export interface TypeCompletions {
  /** Where the word begins that a completion takes the place of. */
  readonly from: number
  readonly options: readonly TypeCompletion[]
}

/** A name's type and what is written about it. */
export interface TypeDescription {
  readonly from: number
  readonly to: number
  readonly type: string
  readonly text: string
}

const FILE = '/plugin.tsx'

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts'],
  types: [],
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: '@plugboard/sdk',
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  paths: {
    '@plugboard/sdk': ['/types/sdk/index.d.ts'],
    '@plugboard/sdk/jsx-runtime': ['/types/sdk/jsx-runtime.d.ts'],
    '@plugboard/contracts': ['/types/contracts/index.d.ts'],
  },
}

/** Most problems that are told of one text. */
const MOST_PROBLEMS = 100
/** Most completions that are offered at once: past these, typing on is faster than reading. */
const MOST_COMPLETIONS = 200

/** Checks one plugin's text against the SDK, completes it, and says what its names are. Knows no DOM and no editor. */
export class PluginTypes {
  readonly #language: LanguageService

  /** `files`: declarations by path, as the build makes them. */
  constructor(files: Readonly<Record<string, string>>) {
    const roots = ['/types/vm.d.ts', '/types/domains.d.ts']
    this.#language = createLanguageService({ files, file: FILE, roots, options: OPTIONS })
  }

  problems(text: string): readonly TypeProblem[] {
    const service = this.#update(text)
    const found = [...service.getSyntacticDiagnostics(FILE), ...service.getSemanticDiagnostics(FILE)]
    return found.slice(0, MOST_PROBLEMS).map((diagnostic) => {
      const from = Math.min(diagnostic.start ?? 0, text.length)
      const to = Math.min(from + (diagnostic.length ?? 0), text.length)
      const fix = this.#findFix(from, to, diagnostic.code)
      return {
        from,
        to,
        severity: diagnostic.category === ts.DiagnosticCategory.Error ? 'error' : 'warning',
        message: headline(diagnostic.messageText),
        ...(fix === undefined ? {} : { fix }),
      }
    })
  }

  /** What can stand at `at`, best first; null where nothing is meant. */
  complete(text: string, at: number): TypeCompletions | null {
    const service = this.#update(text)
    const found = service.getCompletionsAtPosition(FILE, at, { includeCompletionsWithInsertText: true })
    if (found === undefined) return null
    const word = /[\w$]*$/.exec(text.slice(0, at))?.[0] ?? ''
    const options = found.entries
      .filter(({ name }) => name.toLowerCase().startsWith(word.toLowerCase()))
      .toSorted((one, other) => one.sortText.localeCompare(other.sortText) || one.name.localeCompare(other.name))
      .slice(0, MOST_COMPLETIONS)
      .map(({ insertText, kind, name }) => ({
        name,
        kind,
        ...(insertText === undefined ? {} : { insert: insertText }),
      }))
    return { from: found.optionalReplacementSpan?.start ?? at - word.length, options }
  }

  /** What is known of one completion. */
  describeCompletion(text: string, at: number, name: string): Pick<TypeDescription, 'type' | 'text'> | null {
    const details = this.#update(text).getCompletionEntryDetails(FILE, at, name, {}, undefined, {}, undefined)
    if (details === undefined) return null
    return { type: ts.displayPartsToString(details.displayParts), text: ts.displayPartsToString(details.documentation) }
  }

  /** What the name at `at` is. */
  describe(text: string, at: number): TypeDescription | null {
    const info = this.#update(text).getQuickInfoAtPosition(FILE, at)
    if (info === undefined) return null
    const { displayParts, documentation, textSpan } = info
    return {
      from: textSpan.start,
      to: textSpan.start + textSpan.length,
      type: ts.displayPartsToString(displayParts),
      text: ts.displayPartsToString(documentation),
    }
  }

  #update(text: string): ts.LanguageService {
    this.#language.setText(text)
    return this.#language.service
  }

  /** The spelling that was meant, and nothing that changes more than the word itself. */
  #findFix(from: number, to: number, code: number): TextChange | undefined {
    const fixes = this.#language.service.getCodeFixesAtPosition(FILE, from, to, [code], {}, {})
    const change = fixes.find(({ fixName }) => fixName === 'spelling')?.changes[0]?.textChanges[0]
    return change && { from: change.span.start, to: change.span.start + change.span.length, insert: change.newText }
  }
}

/** The first of a chain of messages: the others say the same of smaller parts. Of overloads it is the last that says why. */
function headline(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message === 'string') return message
  const [first] = message.next ?? []
  return OVERLOADS.includes(message.code) && first !== undefined ? headline(first) : message.messageText
}

/** "No overload matches this call" and "Overload 1 of 2 gave the following error". */
const OVERLOADS: readonly number[] = [2769, 2772]
