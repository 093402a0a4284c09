import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { parseSync } from 'oxc-parser'
import { isolatedDeclarationSync } from 'rolldown/experimental'

/** What the editor's TypeScript knows: declaration files by their paths in its own file system. */
export type TypeFiles = Readonly<Record<string, string>>

/** Where each package's declarations stand there. */
const ROOTS = new Map([
  ['@plugboard/sdk', '/types/sdk'],
  ['@plugboard/contracts', '/types/contracts'],
  ['@plugboard/preset-plugins', '/types/preset-plugins'],
])

const ENTRIES: readonly (readonly [string, string])[] = [
  ['@plugboard/sdk', 'index.ts'],
  ['@plugboard/sdk', 'jsx-runtime.ts'],
  ['@plugboard/contracts', 'index.ts'],
  ['@plugboard/preset-plugins', 'domains/presetDomains.ts'],
]

/** Newest edition of the language that the VM knows. */
const LIBRARY = 'es2023'

/**
 * The declarations that a plugin is checked against: of the SDK and what it stands on, made from the packages' own
 * sources, the shared domains of the playground, and the standard library of a VM, which has no DOM and no timers.
 */
export async function bundleTypes(): Promise<TypeFiles> {
  const files: Record<string, string> = { '/types/vm.d.ts': VM, '/types/domains.d.ts': DOMAINS }
  for (const [name, entry] of ENTRIES) await addDeclarations(name, join(sourceOf(name), entry), files)
  await addLibrary(LIBRARY, files)
  return files
}

const VM = `/** What the VM itself has: the same function that the SDK exports. */
declare const definePlugin: typeof import('@plugboard/sdk').definePlugin
`

const DOMAINS = `import type { PresetDomains } from './preset-plugins/domains/presetDomains.ts'
declare module '@plugboard/sdk' {
  interface Register {
    domains: PresetDomains
  }
}
`

function sourceOf(name: string): string {
  return join(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))), 'src')
}

/** Adds the declarations of a module and of all that they mention of the same package. */
async function addDeclarations(name: string, path: string, files: Record<string, string>): Promise<void> {
  const source = sourceOf(name)
  const target = `${ROOTS.get(name) ?? ''}/${path.slice(source.length + 1).replaceAll('\\', '/')}`.replace(
    /\.ts$/,
    '.d.ts',
  )
  if (target in files) return
  const { code, errors } = isolatedDeclarationSync(path, await readFile(path, 'utf8'))
  if (errors.length > 0) throw new Error(`There are no declarations of ${path}: ${errors[0]?.message ?? ''}`)
  files[target] = code
  for (const mentioned of mentionedIn(target, code)) {
    if (mentioned.startsWith('.')) await addDeclarations(name, join(dirname(path), mentioned), files)
    else if (!ROOTS.has(mentioned))
      throw new Error(`The declarations of ${path} need ${mentioned}, which is not bundled.`)
  }
}

function mentionedIn(path: string, code: string): readonly string[] {
  const { module } = parseSync(path, code)
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
    ),
  ]
}

/** Adds a file of TypeScript's library, under the name that it is looked up by, and those that it refers to. */
async function addLibrary(name: string, files: Record<string, string>): Promise<void> {
  const path = `/lib.${name}.d.ts`
  if (path in files) return
  const folder = join(dirname(fileURLToPath(import.meta.resolve('typescript-editor/package.json'))), 'lib')
  const text = await readFile(join(folder, path), 'utf8')
  files[path] = text
  for (const [, referred] of text.matchAll(/^\/\/\/ <reference lib="(.*?)" \/>$/gm)) {
    if (referred !== undefined) await addLibrary(referred, files)
  }
}
