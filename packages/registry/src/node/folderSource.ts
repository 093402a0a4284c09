import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'

import { PACKAGE_LIMITS, readArchive, type PlatformFacts } from '@plugboard/package-format'

import { compareTexts } from '../inventory.ts'
import { isSourceId } from '../packageRef.ts'
import type { Candidate, PackageContent, PluginSource, SourceListing } from '../pluginSource.ts'
import { createDiagnostic, quoted } from '../registryDiagnostics.ts'
import { REGISTRY_LIMITS } from '../registryLimits.ts'
import { takeContent, toCandidate, type FoundPackage } from '../sources/inspectContent.ts'
import { readPackageFolder } from './readPackageFolder.ts'
import { codeOf, readRegularFile } from './readRegularFile.ts'

export interface FolderSourceOptions {
  readonly id: string
  /** The folder on this machine. It may be a link itself; nothing in it is followed. */
  readonly folder: string
  readonly platform?: PlatformFacts
}

const ARCHIVE = '.plug'

/**
 * Makes a source of a folder: its archives (`*.plug`), and its folders with a `plugin.json`. Hidden names and everything
 * else are passed over, and nothing below is looked for.
 *
 * @throws TypeError when `id` is not the id of a source.
 */
export function createFolderSource(options: FolderSourceOptions): PluginSource {
  const { folder, id, platform = {} } = options
  if (!isSourceId(id)) throw new TypeError(`${quoted(id)} is not the id of a source, as "folder".`)
  return {
    id,
    list: (signal) => listFolder({ folder, id, platform }, signal),
    read: (candidate) => readFromFolder({ folder, id, platform }, candidate),
  }
}

type FolderSource = Required<FolderSourceOptions>

async function listFolder({ folder, id, platform }: FolderSource, signal?: AbortSignal): Promise<SourceListing> {
  const { diagnostics, entries } = await listEntries(folder, id)
  const candidates: Candidate[] = []
  const said = [...diagnostics]
  for (const entry of entries) {
    signal?.throwIfAborted()
    if (entry.isSymbolicLink()) said.push(createDiagnostic('link-skipped', `${quoted(entry.name)} is a link.`))
    else {
      const found = await findPackage(folder, entry)
      // One after the other, so that one package at a time is in memory.
      if (found !== null) candidates.push(await toCandidate({ source: id, location: entry.name, ...found }, platform))
    }
  }
  return { candidates, diagnostics: said }
}

async function readFromFolder({ folder, platform }: FolderSource, candidate: Candidate): Promise<PackageContent> {
  const { location } = candidate
  const { entries } = await listEntries(folder, candidate.source)
  // By the names that are there: a location can lead nowhere else.
  const entry = entries.find(({ name }) => name === location)
  const found = entry === undefined ? null : await findPackage(folder, entry)
  if (found !== null) return takeContent(candidate, found, platform)
  return { diagnostics: [createDiagnostic('package-missing', `${quoted(location)} is not there any more.`)] }
}

/** The package that an entry of the folder is, or null when it is none. */
async function findPackage(folder: string, entry: Dirent): Promise<Pick<FoundPackage, 'files' | 'diagnostics'> | null> {
  const { name } = entry
  if (entry.isFile() && name.endsWith(ARCHIVE)) {
    const found = await readRegularFile(folder, name, PACKAGE_LIMITS.archiveBytes)
    if ('bytes' in found) return readArchive(found.bytes)
    if (found.fault === 'missing') return null
    const code = found.fault === 'too-large' ? 'source-too-large' : 'source-unavailable'
    return { diagnostics: [createDiagnostic(code, `${quoted(name)} cannot be read, or is too large.`)] }
  }
  if (!entry.isDirectory()) return null
  const found = await readPackageFolder(folder, name)
  return found.files.has('plugin.json') || found.diagnostics.length > 0 ? found : null
}

/** What may be a package, in one order. */
export async function listEntries(
  folder: string,
  id: string,
): Promise<{ readonly entries: readonly Dirent[]; readonly diagnostics: SourceListing['diagnostics'] }> {
  try {
    const entries = (await readdir(folder, { withFileTypes: true }))
      .filter(({ name }) => !name.startsWith('.'))
      .toSorted((left, right) => compareTexts(left.name, right.name))
    if (entries.length <= REGISTRY_LIMITS.folderEntries) return { entries, diagnostics: [] }
    const message = `${quoted(id)} has ${entries.length} entries; ${REGISTRY_LIMITS.folderEntries} are looked at.`
    return {
      entries: entries.slice(0, REGISTRY_LIMITS.folderEntries),
      diagnostics: [createDiagnostic('source-too-large', message)],
    }
  } catch (error) {
    const message = `The folder of ${quoted(id)} cannot be read (${codeOf(error)}).`
    return { entries: [], diagnostics: [createDiagnostic('source-unavailable', message)] }
  }
}
