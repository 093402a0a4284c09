import type { Diagnostic, PackageId } from '@plugboard/contracts'
import type { PackageDigest } from '@plugboard/package-format'

import type { Candidate } from '../pluginSource.ts'
import { createDiagnostic } from '../registryDiagnostics.ts'
import type { HostPolicy } from './hostPolicy.ts'

/** What a signature of one package turned out to be. Evidence for a policy, and never a grant. */
export interface SignatureEvidence {
  readonly id: PackageId
  readonly version: string
  readonly digest: PackageDigest
  /** `trusted`: made by a key of the policy. `untrusted`: made by another key. `invalid`: not of this package. */
  readonly verdict: 'trusted' | 'untrusted' | 'invalid'
}

/** Holds the evidence against the policy. A signature that is there and wrong is an error wherever it is looked at. */
export function checkSignatures(
  ref: string,
  { digest, id, source, version }: Candidate,
  { signatures: policy }: HostPolicy,
  evidence: readonly SignatureEvidence[],
): readonly Diagnostic[] {
  if (policy === undefined) return []
  const isRequired = policy.requiredFrom?.some((name) => name === '*' || name === source) ?? false
  const verdicts = new Set(
    evidence
      .filter((each) => each.id === id && each.version === version && each.digest === digest)
      .map(({ verdict }) => verdict),
  )
  if (verdicts.has('trusted')) return []
  if (verdicts.has('invalid')) {
    return [createDiagnostic('signature-invalid', 'Its signature does not belong to this content.', { ref })]
  }
  if (verdicts.has('untrusted')) {
    const severity = isRequired ? 'error' : 'warning'
    return [
      createDiagnostic('signature-untrusted', 'It is signed by a key that the policy does not list.', {
        ref,
        severity,
      }),
    ]
  }
  return isRequired ? [createDiagnostic('signature-missing', 'It is not signed.', { ref })] : []
}
