import * as ts from 'typescript-editor'

/** TypeScript over files in memory, of which one changes. */
export interface LanguageService {
  readonly service: ts.LanguageService
  /** Replaces the text of the file that changes. */
  readonly setText: (text: string) => void
}

export interface LanguageServiceOptions {
  /** Declarations by path. */
  readonly files: Readonly<Record<string, string>>
  /** Path of the file that changes. */
  readonly file: string
  /** Paths that belong to the program beside it. */
  readonly roots: readonly string[]
  readonly options: ts.CompilerOptions
}

/** A language service that reads nothing but what it is given. */
export function createLanguageService({ file, files, options, roots }: LanguageServiceOptions): LanguageService {
  const known = new Map(Object.entries(files))
  let text = ''
  let version = 0
  const read = (path: string): string | undefined => (path === file ? text : known.get(path))
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file, ...roots],
    getScriptVersion: (path) => (path === file ? String(version) : '0'),
    getScriptSnapshot: (path) => {
      const found = read(path)
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found)
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.d.ts',
    fileExists: (path) => read(path) !== undefined,
    readFile: read,
    directoryExists: (path) => [...known.keys()].some((name) => name.startsWith(`${path}/`)),
  })
  return {
    service,
    setText(next) {
      if (next === text) return
      text = next
      version += 1
    },
  }
}
