export { readArchive } from './archive/readArchive.ts'
export { writeArchive } from './archive/writeArchive.ts'
export { digestPackage, isPackageDigest } from './digestPackage.ts'
export { inspectArchive, inspectPackage } from './inspectPackage.ts'
export { PACKAGE_DIAGNOSTICS } from './packageDiagnostics.ts'
export { PACKAGE_FORMAT_ERROR_CODES, PackageFormatError } from './packageFormatError.ts'
export { listPossibleContent } from './packageContent.ts'
export { PACKAGE_LIMITS } from './packageLimits.ts'
export { isPackagePath } from './packagePath.ts'
export { createSignature, verifySignature } from './packageSignature.ts'
export { packPackage } from './packPackage.ts'
export { parsePluginManifest } from './parsePluginManifest.ts'
export { pluginManifestSchema } from './pluginManifestSchema.ts'
export { PLAIN_PATH } from './plainPath.ts'
export { toPackageManifest } from './toPackageManifest.ts'

export type { ReadArchive } from './archive/readArchive.ts'
export type { PackageDiagnostic } from './packageDiagnostic.ts'
export type { DiagnosticMeaning, PackageDiagnosticCode } from './packageDiagnostics.ts'
export type { PackageFormatErrorCode } from './packageFormatError.ts'
export type { PackageDigest, PackageFiles, PackageReport } from './packageReport.ts'
export type { PackageSignature, SignatureSubject, VerifiedSignature } from './packageSignature.ts'
export type { PackedPackage } from './packPackage.ts'
export type { ParsedManifest } from './parsePluginManifest.ts'
export type { PlatformFacts } from './platformFacts.ts'
export type {
  FsRequest,
  HttpsRequest,
  PluginManifest,
  PluginRequests,
  PluginRuntimeChoice,
  PluginSurfaces,
  ServiceSurface,
  ToolSurface,
} from './pluginManifest.ts'
