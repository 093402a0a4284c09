import { readArchive } from './archive/readArchive.ts'
import { digestPackage } from './digestPackage.ts'
import { listContent, MANIFEST_PATH } from './packageContent.ts'
import { packageDiagnostic, type PackageDiagnostic } from './packageDiagnostic.ts'
import { findPathClash } from './packagePath.ts'
import type { PackageDigest, PackageFiles, PackageReport } from './packageReport.ts'
import { parsePluginManifest } from './parsePluginManifest.ts'
import type { PlatformFacts } from './platformFacts.ts'
import type { PluginManifest } from './pluginManifest.ts'
import { PACKAGE_VALIDATORS } from './validators/packageValidators.ts'

/**
 * Says everything that can be said about a package without running any of it: its manifest, its digest, the files that
 * belong to it, and what is wrong. Compiles nothing, and does not look into files that do not belong to it.
 *
 * The digest is there when all of the content is, whatever else is wrong: it says what this is, not that it is good.
 */
export async function inspectPackage(files: PackageFiles, platform: PlatformFacts = {}): Promise<PackageReport> {
  const text = files.get(MANIFEST_PATH)
  if (text === undefined) {
    const message = 'There is no plugin.json at the root of the package.'
    return { files: new Map(), diagnostics: [packageDiagnostic({ code: 'manifest-missing', message })] }
  }
  const { diagnostics, manifest } = parsePluginManifest(text)
  if (manifest === undefined) return { files: new Map(), diagnostics }
  const paths = [MANIFEST_PATH, ...listContent(manifest, files)]
  const content = takeFiles(files, paths)
  const digest = await digestContent(content, paths)
  return {
    manifest,
    ...(digest === undefined ? {} : { digest }),
    files: content,
    diagnostics: [
      ...PACKAGE_VALIDATORS.flatMap((validate) => validate({ manifest, files: content, platform })),
      ...describeUnlisted(manifest, { files, content }),
    ],
  }
}

/** {@link inspectPackage} of what is in an archive. One that is refused has no files and no manifest. */
export async function inspectArchive(bytes: Uint8Array, platform: PlatformFacts = {}): Promise<PackageReport> {
  const { diagnostics, files } = await readArchive(bytes)
  return files === undefined ? { files: new Map(), diagnostics } : inspectPackage(files, platform)
}

function takeFiles(files: PackageFiles, paths: readonly string[]): PackageFiles {
  const content = new Map<string, Uint8Array>()
  for (const path of paths.toSorted()) {
    const bytes = files.get(path)
    if (bytes !== undefined) content.set(path, bytes)
  }
  return content
}

async function digestContent(content: PackageFiles, paths: readonly string[]): Promise<PackageDigest | undefined> {
  const isWhole = paths.every((path) => content.has(path)) && findPathClash(paths) === null
  return isWhole ? digestPackage(content) : undefined
}

function describeUnlisted(
  { files: listed }: PluginManifest,
  { content, files }: { readonly files: PackageFiles; readonly content: PackageFiles },
): readonly PackageDiagnostic[] {
  const others = [...files.keys()].filter((path) => !content.has(path))
  if (listed === undefined || others.length === 0) return []
  const message = `Not on the list of files: ${others.length === 1 ? '' : `${others.length}, as `}${others.slice(0, 20).join(', ')}.`
  return [packageDiagnostic({ code: 'file-unlisted', message, path: 'plugin.json#files' })]
}
