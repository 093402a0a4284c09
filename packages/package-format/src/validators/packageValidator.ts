import type { PackageDiagnostic } from '../packageDiagnostic.ts'
import type { PackageFiles } from '../packageReport.ts'
import type { PlatformFacts } from '../platformFacts.ts'
import type { PluginManifest } from '../pluginManifest.ts'

/** What a validator looks at. Nothing of it is run, compiled or fetched. */
export interface PackageSubject {
  readonly manifest: PluginManifest
  /** What belongs to the package, as far as it is there. */
  readonly files: PackageFiles
  readonly platform: PlatformFacts
}

/** One rule about a package whose manifest has its shape. It sees nothing of what the others say. */
export type PackageValidator = (subject: PackageSubject) => readonly PackageDiagnostic[]
