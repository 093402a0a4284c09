import { inspectArchive, packPackage, toPackageManifest, type PackageFiles } from '@plugboard/package-format'

/** Packs the files of a folder, and reads the archive as somebody does who got it. */
export async function sendPackage(folder: PackageFiles): Promise<string> {
  const { archive, report } = await packPackage(folder)
  if (archive === undefined) {
    return report.diagnostics.map(({ hint, message, path }) => `${path}: ${message} ${hint}`).join('\n')
  }
  const { digest, manifest } = await inspectArchive(archive)
  if (manifest === undefined) return 'The archive cannot be read.'
  const { capabilities, title } = toPackageManifest(manifest)
  return `${title} (${digest}) asks for ${JSON.stringify(capabilities)}`
}
