import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import type { Diagnostic } from '@plugboard/contracts'
import {
  PACKAGE_DIAGNOSTICS,
  PACKAGE_LIMITS,
  parsePluginManifest,
  readArchive,
  type PackageFiles,
} from '@plugboard/package-format'
import { readPackageFolder } from '@plugboard/registry/node'

import { CliError, type CommandContext } from '../commandOutcome.ts'
import type { Progress } from '../output/progress.ts'
import { findSourceEntry } from './sourceEntry.ts'

/** A package at a path, as it would be packed. Nothing of it has run. */
export interface OpenedPackage {
  readonly kind: 'archive' | 'folder'
  /** Absent where the archive is refused, or the source makes no script. */
  readonly files?: PackageFiles
  /** What was said before anything was checked: of the archive, of links, of the bundler. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Opens the package at a path that a person gave: an archive, or a folder. A folder with a source is bundled in memory, so that what
 * is looked at is what would be packed, and never what an earlier build left.
 *
 * @throws CliError `path-missing` or `path-unreadable`.
 */
export async function openPackage(path: string, { io, progress }: CommandContext): Promise<OpenedPackage> {
  const place = resolve(io.cwd, path)
  const found = await stat(place).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new CliError(isMissing ? 'path-missing' : 'path-unreadable', { path })
  })
  if (found.isDirectory()) return openFolder(place, progress)
  // A pipe or a device has no size, and need not end.
  if (!found.isFile()) throw new CliError('path-unreadable', { path, message: 'It is neither a file nor a folder.' })
  if (found.size > PACKAGE_LIMITS.archiveBytes) {
    const { hint, means, phase, severity } = PACKAGE_DIAGNOSTICS['archive-too-large']
    return { kind: 'archive', diagnostics: [{ code: 'archive-too-large', severity, phase, message: means, hint }] }
  }
  const bytes = await readFile(place).catch(() => {
    throw new CliError('path-unreadable', { path })
  })
  return { kind: 'archive', ...(await readArchive(new Uint8Array(bytes))) }
}

async function openFolder(folder: string, progress: Progress): Promise<OpenedPackage> {
  const { diagnostics, files } = await readPackageFolder(folder)
  const text = files.get('plugin.json')
  const { manifest } = text === undefined ? {} : parsePluginManifest(text)
  const source = await findSourceEntry(folder)
  if (source === undefined || manifest?.runtime.kind !== 'quickjs') return { kind: 'folder', files, diagnostics }
  progress.say('Bundling')
  const { bundlePlugin } = await import('@plugboard/bundler')
  const bundle = await bundlePlugin({ entry: join(folder, source), root: folder })
  // What an earlier build left is not what would be packed: nothing is judged without the script.
  if (bundle.code === undefined) return { kind: 'folder', diagnostics: bundle.diagnostics }
  const { entry, sourceMap } = manifest.runtime
  const built = new Map([...files, [entry, new TextEncoder().encode(bundle.code)]])
  if (sourceMap !== undefined && bundle.sourceMap !== undefined) {
    built.set(sourceMap, new TextEncoder().encode(bundle.sourceMap))
  }
  // A link where the build would be is in nobody's way.
  const ofFiles = diagnostics.filter(({ path }) => path !== entry && path !== sourceMap)
  return { kind: 'folder', files: built, diagnostics: [...ofFiles, ...bundle.diagnostics] }
}
