import type { Diagnostic } from '@plugboard/contracts'
import { inspectPackage, type PackageFiles, type PlatformFacts } from '@plugboard/package-format'

import type { Candidate, PackageContent } from '../pluginSource.ts'
import { createDiagnostic, hasError, quoted } from '../registryDiagnostics.ts'

/** A package that was found, before anything was said about it. */
export interface FoundPackage {
  readonly source: string
  readonly location: string
  /** Absent when it could not be opened: the diagnostics say why. */
  readonly files?: PackageFiles
  readonly diagnostics: readonly Diagnostic[]
}

/** What is to be listed of a package that was found. Its files are let go: an inventory holds no content. */
export async function toCandidate(found: FoundPackage, platform: PlatformFacts = {}): Promise<Candidate> {
  const { files, location, source } = found
  if (files === undefined) return { source, location, diagnostics: found.diagnostics }
  const { diagnostics, digest, manifest } = await inspectPackage(files, platform)
  return {
    source,
    location,
    ...(manifest === undefined ? {} : { id: manifest.id, version: manifest.version, manifest }),
    ...(digest === undefined ? {} : { digest }),
    diagnostics: [...found.diagnostics, ...diagnostics],
  }
}

/** The content of a package that is still what its candidate says, or why there is none. */
export async function takeContent(
  candidate: Candidate,
  found: Pick<FoundPackage, 'files' | 'diagnostics'>,
  platform: PlatformFacts = {},
): Promise<PackageContent> {
  if (found.files === undefined) return { diagnostics: found.diagnostics }
  const report = await inspectPackage(found.files, platform)
  const diagnostics = [...found.diagnostics, ...report.diagnostics]
  if (candidate.digest === undefined || report.digest !== candidate.digest) {
    const message = `${quoted(candidate.location)} is not what it was when it was listed.`
    diagnostics.push(createDiagnostic('digest-mismatch', message))
  }
  const { files, manifest } = report
  return hasError(diagnostics) || manifest === undefined ? { diagnostics } : { files, manifest, diagnostics }
}
