import { parseSync, Visitor } from 'oxc-parser'

/** One place in a source file that names another module. */
export interface ModuleImport {
  readonly specifier: string
  readonly line: number
}

/**
 * Every module that a source file names: imports and re-exports, also of types only, `import()`, `import('x').T`,
 * `import x = require('x')`, `vi.mock('x')` and `new URL('x', import.meta.url)`.
 *
 * @throws Error with the first syntax error when the file cannot be parsed.
 */
export function readModuleImports(file: string, source: string): readonly ModuleImport[] {
  const { program, errors } = parseSync(file, source)
  const fault = errors[0]
  if (fault) throw new Error(`${file}: ${fault.message}`)
  const found: ModuleImport[] = []
  const add = (node: { readonly start: number; readonly value?: unknown; readonly type: string } | null): void => {
    if (node?.type === 'Literal' && typeof node.value === 'string') {
      found.push({ specifier: node.value, line: source.slice(0, node.start).split('\n').length })
    }
  }
  new Visitor({
    ImportDeclaration: ({ source: from }) => add(from),
    ExportNamedDeclaration: ({ source: from }) => add(from),
    ExportAllDeclaration: ({ source: from }) => add(from),
    ImportExpression: ({ source: from }) => add(from),
    TSImportType: ({ source: from }) => add(from),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: ({ callee, arguments: [first] }) => {
      const mocks =
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        callee.object.name === 'vi' &&
        callee.property.type === 'Identifier' &&
        /mock$/i.test(callee.property.name)
      if (mocks || (callee.type === 'Identifier' && callee.name === 'require')) add(first ?? null)
    },
    NewExpression: ({ callee, arguments: [first, base] }) => {
      if (callee.type === 'Identifier' && callee.name === 'URL' && base?.type === 'MemberExpression') {
        if (base.object.type === 'MetaProperty') add(first ?? null)
      }
    },
  }).visit(program)
  return found.toSorted((a, b) => a.line - b.line)
}
