import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { PluginNames } from './pluginNames.ts'

/** What `new` can start from: the folders of `templates`. */
export const TEMPLATES = ['widget', 'tool', 'hook', 'service'] as const

export type TemplateName = (typeof TEMPLATES)[number]

const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url))

/** The tools that a new plugin is developed with, in the versions that this program is tested with. */
const TOOLS: readonly string[] = [
  '@plugboard/cli',
  '@plugboard/sdk',
  '@plugboard/sdk-testing',
  '@types/node',
  'typescript',
  'vitest',
]

export function isTemplateName(name: string | undefined): name is TemplateName {
  return TEMPLATES.some((template) => template === name)
}

/** The files of a new plugin by path: those of a template, under the names of the plugin. */
export function fillTemplate(template: TemplateName, names: PluginNames): ReadonlyMap<string, string> {
  const folder = join(FOLDER, template)
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const texts = paths.map((path) => {
    const relative = path.slice(folder.length + 1).replaceAll('\\', '/')
    const text = rename(readFileSync(path, 'utf8'), template, names)
    // A registry takes no file of the real name.
    if (relative === 'gitignore') return ['.gitignore', text] as const
    return [relative, relative === 'package.json' ? addTools(text) : text] as const
  })
  return new Map(texts.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

/** Puts the names in, each as the place wants it: between quotes of JSON, between quotes of a script, or as it is. */
function rename(text: string, template: TemplateName, { id, name }: PluginNames): string {
  const script = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return text
    .replaceAll(`template-${template}`, id)
    .replaceAll(`"Template ${template}"`, () => JSON.stringify(name))
    .replaceAll(`'Template ${template}'`, () => `'${script}'`)
    .replaceAll(`Template ${template}`, () => name)
}

function addTools(text: string): string {
  // both are manifests of this package's own
  const manifest = JSON.parse(text) as object
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as OwnManifest
  const versions: Readonly<Record<string, string>> = {
    ...own.devDependencies,
    ...own.dependencies,
    [own.name]: `^${own.version}`,
  }
  const devDependencies = Object.fromEntries(TOOLS.map((tool) => [tool, versions[tool] ?? '*']))
  return `${JSON.stringify({ ...manifest, devDependencies }, null, 2)}\n`
}

interface OwnManifest {
  readonly name: string
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
