import { writeArchive } from './archive/writeArchive.ts'
import { inspectPackage } from './inspectPackage.ts'
import { listContent, MANIFEST_PATH, namedFiles } from './packageContent.ts'
import type { PackageFiles, PackageReport } from './packageReport.ts'
import { parsePluginManifest } from './parsePluginManifest.ts'
import type { PlatformFacts } from './platformFacts.ts'
import type { PluginManifest } from './pluginManifest.ts'

/** An archive, and what is in it. */
export interface PackedPackage {
  /** Absent where there is an error among the diagnostics. */
  readonly archive?: Uint8Array
  /** Of what was packed. Its `plugin.json` has the closed list: whoever keeps the folder writes it there too. */
  readonly report: PackageReport
}

/**
 * Makes the archive of a package. The closed list of files is written into its `plugin.json`: the list that is there, with
 * what the manifest names; without one, that and README.md and LICENSE. A manifest whose list is right stays as it is, byte
 * for byte, so that packing twice changes nothing.
 */
export async function packPackage(files: PackageFiles, platform: PlatformFacts = {}): Promise<PackedPackage> {
  const text = files.get(MANIFEST_PATH)
  const { manifest } = text === undefined ? {} : parsePluginManifest(text)
  const closed = text === undefined || manifest === undefined ? files : closeList(files, { manifest, text })
  const report = await inspectPackage(closed, platform)
  const isGood = report.diagnostics.every(({ severity }) => severity !== 'error')
  return isGood ? { archive: writeArchive(report.files), report } : { report }
}

function closeList(
  files: PackageFiles,
  { manifest, text }: { readonly manifest: PluginManifest; readonly text: Uint8Array },
): PackageFiles {
  const list = [...new Set([...listContent(manifest, files), ...namedFiles(manifest)])].toSorted()
  if (JSON.stringify(manifest.files) === JSON.stringify(list)) return files
  // Parsed again: the manifest has defaults that the author did not write.
  const written = { ...(JSON.parse(new TextDecoder().decode(text)) as object), files: list }
  const bytes = new TextEncoder().encode(`${JSON.stringify(written, null, 2)}\n`)
  return new Map([...files, [MANIFEST_PATH, bytes]])
}
