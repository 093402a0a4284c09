import type { Diagnostic } from '@plugboard/contracts'
import { inspectPackage, packPackage, type PackageReport } from '@plugboard/package-format'

import type { CommandContext } from '../commandOutcome.ts'
import { writeFacts } from '../output/table.ts'
import { describeManifest, type ManifestSummary, writeNames } from './describeManifest.ts'
import { openPackage } from './openPackage.ts'

/** A package at a path, judged. */
export interface InspectedPackage extends PackageReport {
  readonly kind: 'archive' | 'folder'
}

/** Opens a package and judges it, without running any of it. @throws CliError as `openPackage` does. */
export async function inspectPath(path: string, context: CommandContext): Promise<InspectedPackage> {
  const { diagnostics, files, kind } = await openPackage(path, context)
  if (files === undefined) return { kind, files: new Map(), diagnostics }
  context.progress.say('Checking')
  // A folder is judged as its archive would be: with the closed list, and so with the digest that it will have.
  const report = kind === 'folder' ? (await packPackage(files)).report : await inspectPackage(files)
  return { kind, ...report, diagnostics: [...diagnostics, ...report.diagnostics] }
}

/** What `--json` says of a package. */
export interface PackageSummary extends Partial<ManifestSummary> {
  readonly kind: 'archive' | 'folder'
  readonly digest: string | null
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
}

export function summarise({ digest, files, kind, manifest }: InspectedPackage): PackageSummary {
  return {
    kind,
    ...(manifest === undefined ? {} : describeManifest(manifest)),
    digest: digest ?? null,
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length })),
  }
}

/** The same for people. */
export function writeSummary({ digest, files, id, name, requested, surfaces, version }: PackageSummary): string {
  return writeFacts([
    ['package', id === undefined ? undefined : `${id} ${version ?? ''}`],
    ['name', name],
    ['surfaces', surfaces === undefined ? undefined : writeNames(surfaces)],
    ['asks for', requested === undefined ? undefined : writeNames(requested)],
    // Of a folder whose source makes no script nothing would be packed.
    [
      'files',
      files.length === 0
        ? undefined
        : `${files.length}, ${writeBytes(files.reduce((sum, { bytes }) => sum + bytes, 0))}`,
    ],
    ['digest', digest ?? undefined],
  ])
}

export function writeBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
