import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { bundleGuest } from './bundleGuest.ts'

/** Folders under `src` that hold a `guest.tsx`. */
export const PRESETS: readonly string[] = [
  'calculator',
  'counter',
  'greeter',
  'greeter-shared-state',
  'runtime-monitor',
  'status-dashboard',
]

export const PACKAGE_ROOT: string = dirname(dirname(fileURLToPath(import.meta.url)))

const GENERATED = join(PACKAGE_ROOT, 'src', 'generated')

/** Path of the module that is generated for a preset. */
export function generatedPath(preset: string, directory: string = GENERATED): string {
  return join(directory, `${preset}.ts`)
}

/** The text of that module. */
export async function generateModule(preset: string): Promise<string> {
  const { code, sourceMap } = await bundleGuest(PACKAGE_ROOT, preset)
  const name = preset.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase())
  return `// Generated from src/${preset}/guest.tsx. Do not edit: change the guest and run \`pnpm generate\`.

/** Code of the package \`${preset}\`, as its VM runs it. */
export const ${name}Code: string = ${toTemplate(code)}

/** Version-3 source map of {@link ${name}Code}. */
export const ${name}SourceMap: string =
  ${toQuoted(sourceMap)}
`
}

/** Where {@link findStale} looks. */
export interface FindStaleOptions {
  /** Folder of the generated modules; this package's own when absent. */
  readonly directory?: string
}

/** Presets whose generated module is not what their guest makes now. */
export async function findStale({ directory = GENERATED }: FindStaleOptions = {}): Promise<readonly string[]> {
  const stale: string[] = []
  for (const preset of PRESETS) {
    const written = await readFile(generatedPath(preset, directory), 'utf8').catch(() => '')
    if (written !== (await generateModule(preset))) stale.push(preset)
  }
  return stale
}

function toTemplate(text: string): string {
  return `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``
}

function toQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const stale = await findStale()
    if (stale.length > 0) {
      console.error(`Out of date: ${stale.join(', ')}. Run \`pnpm generate\` and commit what it writes.`)
      process.exitCode = 1
    }
  } else {
    for (const preset of PRESETS) await writeFile(generatedPath(preset), await generateModule(preset))
  }
}
