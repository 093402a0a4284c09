import { packPackage, type PackageDigest, type PackageFiles, type PluginManifest } from '@plugboard/package-format'

import { manifestOf } from './candidates.ts'

/** A package that was packed. */
export interface TestPackage {
  readonly manifest: PluginManifest
  readonly archive: Uint8Array
  readonly files: PackageFiles
  readonly digest: PackageDigest
}

/** Of the package that is packed when nothing else is said: the same in every environment. */
export const CLOCK_DIGEST: PackageDigest = 'sha256:1ea70c871e55e932394aeb46f340a950b6edba0ee9c9ab1d571d96d05d011fef'

/** Packs a small package. The code is another one for each version, so the digest is too. */
export async function packTestPackage(about: Partial<PluginManifest> = {}, code = ''): Promise<TestPackage> {
  const manifest = manifestOf(about)
  const text = code === '' ? `// ${manifest.id} ${manifest.version}` : code
  const files = new Map([
    ['plugin.json', encode(JSON.stringify(manifest))],
    ['plugin.js', encode(text)],
  ])
  const { archive, report } = await packPackage(files)
  if (archive === undefined || report.digest === undefined) throw new Error(JSON.stringify(report.diagnostics))
  return { manifest, archive, files: report.files, digest: report.digest }
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
