import type { Dirent } from 'node:fs'
import { join } from 'node:path'

import { isPlainObject, type Diagnostic } from '@plugboard/contracts'
import type { PlatformFacts } from '@plugboard/package-format'

import { isSourceId } from '../packageRef.ts'
import type { Candidate, PackageContent, PluginSource, SourceListing } from '../pluginSource.ts'
import { readJsonText } from '../readJsonText.ts'
import { createDiagnostic, quoted } from '../registryDiagnostics.ts'
import { REGISTRY_LIMITS } from '../registryLimits.ts'
import { takeContent, toCandidate } from '../sources/inspectContent.ts'
import { listEntries } from './folderSource.ts'
import { readPackageFolder } from './readPackageFolder.ts'
import { readRegularFile } from './readRegularFile.ts'

export interface NodeModulesSourceOptions {
  readonly id: string
  /** The folder `node_modules` itself. */
  readonly folder: string
  readonly platform?: PlatformFacts
}

/** The keyword of a package.json by which a package is found. */
export const PLUGIN_KEYWORD = 'plugboard-plugin'

/**
 * Makes a source of the packages of `node_modules` that have the keyword `plugboard-plugin` and a `plugin.json`. Of all the
 * others, package.json is read and nothing else. None is imported, and links are not followed: what pnpm links in is not
 * found unless its linker is `hoisted`.
 *
 * @throws TypeError when `id` is not the id of a source.
 */
export function createNodeModulesSource(options: NodeModulesSourceOptions): PluginSource {
  const { folder, id, platform = {} } = options
  if (!isSourceId(id)) throw new TypeError(`${quoted(id)} is not the id of a source, as "npm".`)
  return {
    id,
    list: (signal) => listPackages({ folder, id, platform }, signal),
    read: (candidate) => readFromPackages({ folder, id, platform }, candidate),
  }
}

type NodeModulesSource = Required<NodeModulesSourceOptions>

async function listPackages({ folder, id, platform }: NodeModulesSource, signal?: AbortSignal): Promise<SourceListing> {
  const { diagnostics, links, names } = await listNames(folder, id)
  const candidates: Candidate[] = []
  for (const name of names) {
    signal?.throwIfAborted()
    if (!(await isPlugin(folder, name))) continue
    const found = await readPackageFolder(folder, name)
    candidates.push(await toCandidate({ source: id, location: name, ...found }, platform))
  }
  const linked =
    links === 0
      ? []
      : [
          createDiagnostic(
            'link-skipped',
            `Packages of ${quoted(id)} that are links, and were not looked at: ${links}.`,
            {
              hint: 'With pnpm, set nodeLinker to "hoisted" if plugins are installed as packages.',
            },
          ),
        ]
  return { candidates, diagnostics: [...diagnostics, ...linked] }
}

async function readFromPackages(
  { folder, id, platform }: NodeModulesSource,
  candidate: Candidate,
): Promise<PackageContent> {
  const { location } = candidate
  const { names } = await listNames(folder, id)
  // By the names that are there: a location can lead nowhere else.
  if (!names.includes(location) || !(await isPlugin(folder, location))) {
    return { diagnostics: [createDiagnostic('package-missing', `${quoted(location)} is not there any more.`)] }
  }
  return takeContent(candidate, await readPackageFolder(folder, location), platform)
}

interface InstalledNames {
  /** As `clock` and `@acme/clock`. */
  readonly names: readonly string[]
  readonly links: number
  readonly diagnostics: readonly Diagnostic[]
}

async function listNames(folder: string, id: string): Promise<InstalledNames> {
  const top = await listEntries(folder, id)
  const scopes = top.entries.filter((entry) => entry.isDirectory() && entry.name.startsWith('@'))
  const scoped = await Promise.all(
    scopes.map(async ({ name: scope }) => {
      const { entries } = await listEntries(join(folder, scope), id)
      return entries.map((entry) => ({ entry, name: `${scope}/${entry.name}` }))
    }),
  )
  const plain = top.entries.filter(({ name }) => !name.startsWith('@')).map((entry) => ({ entry, name: entry.name }))
  const all: readonly { readonly entry: Dirent; readonly name: string }[] = [...plain, ...scoped.flat()]
  return {
    names: all.filter(({ entry }) => entry.isDirectory()).map(({ name }) => name),
    links: all.filter(({ entry }) => entry.isSymbolicLink()).length,
    diagnostics: top.diagnostics,
  }
}

/** Whether a package says that it is a plugin. One whose package.json cannot be read says nothing. */
async function isPlugin(folder: string, name: string): Promise<boolean> {
  const found = await readRegularFile(folder, `${name}/package.json`, REGISTRY_LIMITS.textBytes)
  if (!('bytes' in found)) return false
  const read = readJsonText(found.bytes)
  if (!read.isReadable || !isPlainObject(read.value)) return false
  const keywords: unknown = read.value['keywords']
  return Array.isArray(keywords) && keywords.includes(PLUGIN_KEYWORD)
}
