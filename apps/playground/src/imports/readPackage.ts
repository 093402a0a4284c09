import type { Diagnostic, PackageId } from '@plugboard/contracts'
import { inspectArchive, PACKAGE_LIMITS, type PackageReport } from '@plugboard/package-format'
import { compareVersionTexts } from '@plugboard/registry'

import { tidyTitle } from '../projects/tidyTitle.ts'
import { formatBytes } from '../ui/format.ts'
import type { ArrivedPackage, PackageFacts, PackageOffer } from './arrivedPackage.ts'
import { importsMessages } from './importsMessages.ts'
import type { ImportsState } from './importsSlice.ts'
import { listAddedAsks, listPackageAsks } from './packageAsks.ts'
import { readText } from './packageContent.ts'

/** What is here already. */
export interface PresentPackages {
  readonly imports: ImportsState
  /** Ids of everything else: presets, plugins of the person's own, and whatever runs. */
  readonly taken: ReadonlySet<PackageId>
}

const SEVERITIES = ['error', 'warning', 'info'] as const

/** What this playground can run of a package. */
const PLATFORM = { runtimes: ['quickjs'] } as const

/** Looks into a packed plugin. It is read, and nothing else: nothing of it is compiled, and no VM starts. */
export async function readPackage(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  present: PresentPackages,
): Promise<ArrivedPackage> {
  const fileName = tidyTitle(file.name)
  // One that is too large is not loaded.
  if (file.size > PACKAGE_LIMITS.archiveBytes) return { fileName, facts: null, ...TOO_LARGE }
  const report = await inspectArchive(new Uint8Array(await file.arrayBuffer()), PLATFORM)
  const diagnostics = report.diagnostics.toSorted((left, right) => rankOf(left) - rankOf(right))
  const facts = describeFacts(report)
  const isFaulty = diagnostics.some(({ severity }) => severity === 'error')
  const offer: PackageOffer = facts === null || isFaulty ? FAULTY : decide(facts, present)
  return { fileName, facts, diagnostics, offer }
}

const FAULTY: PackageOffer = { kind: 'refused', reason: { code: 'faulty' } }

const TOO_LARGE: Pick<ArrivedPackage, 'diagnostics' | 'offer'> = {
  offer: FAULTY,
  diagnostics: [
    {
      code: 'archive-too-large',
      severity: 'error',
      phase: 'archive',
      message: importsMessages.tooLarge(formatBytes(PACKAGE_LIMITS.archiveBytes)),
    },
  ],
}

/** What a report says of a package; null where it has none to speak of. */
export function describeFacts({ digest, files, manifest }: PackageReport): PackageFacts | null {
  if (manifest === undefined || digest === undefined) return null
  const { id, name, requests, runtime } = manifest
  return {
    packageId: id,
    title: tidyTitle(name),
    manifest,
    digest,
    files,
    code: runtime.kind === 'quickjs' ? readText(files, runtime.entry) : null,
    asks: listPackageAsks(requests),
  }
}

function decide(facts: PackageFacts, { imports, taken }: PresentPackages): PackageOffer {
  const { digest, manifest, packageId, title } = facts
  const { version } = manifest
  const present = Object.hasOwn(imports, packageId) ? imports[packageId] : undefined
  if (present === undefined) {
    return taken.has(packageId) ? refuse({ code: 'taken', packageId }) : { kind: 'import' }
  }
  const { check } = present
  if (digest === present.digest) {
    // The content that was lost or changed, as it was agreed to: it may be put back.
    if (check.state === 'rejected') return { kind: 'update', present, added: facts.asks }
    return refuse({ code: 'present', title, version })
  }
  const order = compareVersionTexts(version, present.version)
  if (order < 0) return refuse({ code: 'older', title, version, present: present.version })
  if (order === 0) return refuse({ code: 'other-content', title, version })
  // Of what is not known any more, all is asked again.
  const added = check.state === 'sound' ? listAddedAsks(check.manifest.requests, manifest.requests) : facts.asks
  return { kind: 'update', present, added }
}

function refuse(reason: Extract<PackageOffer, { readonly kind: 'refused' }>['reason']): PackageOffer {
  return { kind: 'refused', reason }
}

function rankOf({ severity }: Diagnostic): number {
  return SEVERITIES.indexOf(severity)
}
