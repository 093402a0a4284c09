import type { Diagnostic } from '@plugboard/contracts'
import {
  isPackagePath,
  listPossibleContent,
  PACKAGE_LIMITS,
  parsePluginManifest,
  type PackageFiles,
} from '@plugboard/package-format'

import { createDiagnostic, quoted } from '../registryDiagnostics.ts'
import { readRegularFile } from './readRegularFile.ts'

/** What {@link readPackageFolder} found. */
export interface ReadPackageFolder {
  /** What was there of it: for `inspectPackage`, which says what is missing. */
  readonly files: PackageFiles
  /** Links that were passed over, and files that were not read. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads what belongs to the package in a folder: `plugin.json`, and the files that it names. Nothing else is opened, and no
 * link is followed.
 *
 * @param folder May be a link itself.
 * @param name Of the package's folder in it, as `clock` or `@acme/clock`, which may be none. Absent: `folder` is the package's.
 */
export async function readPackageFolder(folder: string, name = ''): Promise<ReadPackageFolder> {
  const files = new Map<string, Uint8Array>()
  const diagnostics: Diagnostic[] = []
  let room: number = PACKAGE_LIMITS.contentBytes
  const take = async (path: string, most: number): Promise<void> => {
    const found = await readRegularFile(folder, name === '' ? path : `${name}/${path}`, Math.min(most, room))
    if ('bytes' in found) {
      files.set(path, found.bytes)
      room -= found.bytes.length
    } else if (found.fault !== 'missing') diagnostics.push(explain(path, found.fault))
  }
  await take('plugin.json', PACKAGE_LIMITS.manifestBytes)
  const text = files.get('plugin.json')
  const { manifest } = text === undefined ? {} : parsePluginManifest(text)
  if (manifest === undefined) return { files, diagnostics }
  for (const path of new Set(listPossibleContent(manifest))) {
    // The manifest's schema lets no other path through; this is what counts if it ever did.
    if (isPackagePath(path)) await take(path, PACKAGE_LIMITS.fileBytes)
  }
  return { files, diagnostics }
}

function explain(path: string, fault: 'no-file' | 'too-large' | 'unreadable'): Diagnostic {
  switch (fault) {
    case 'no-file':
      return createDiagnostic('link-skipped', `${quoted(path)} is a link, or no file.`, { path })
    case 'too-large':
      return createDiagnostic('source-too-large', `${quoted(path)} is larger than a package may be.`, { path })
    case 'unreadable':
      return createDiagnostic('source-unavailable', `${quoted(path)} cannot be read.`, { path })
  }
}
