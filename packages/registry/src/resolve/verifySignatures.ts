import { verifySignature } from '@plugboard/package-format'

import type { Enablement } from '../enablement/enablement.ts'
import { refOf, type Inventory } from '../inventory.ts'
import { mayMean } from '../packageRef.ts'
import type { Candidate } from '../pluginSource.ts'
import type { SignatureEvidence } from './checkSignatures.ts'
import type { SignaturePolicy } from './hostPolicy.ts'

export interface VerifySignaturesOptions {
  readonly inventory: Inventory
  readonly enablement: Enablement
  readonly policy: SignaturePolicy
}

/**
 * Verifies the signatures of what is enabled: those of the sources and those of the enablement. Apart from resolving,
 * because it computes and waits; what it finds is data for {@link resolvePlugins}.
 *
 * @throws PackageFormatError `CRYPTO_UNAVAILABLE`.
 */
export async function verifySignatures(options: VerifySignaturesOptions): Promise<readonly SignatureEvidence[]> {
  const { enablement, inventory, policy } = options
  const trustedKeys = policy.trustedKeys.map(({ publicKey }) => publicKey)
  const claims = inventory.candidates.flatMap((candidate) =>
    enablement.plugins
      .filter(({ ref }) => mayMean(ref, refOf(candidate)))
      .flatMap(({ signatures = [] }) => [
        ...signatures,
        ...(candidate.signature === undefined ? [] : [candidate.signature]),
      ])
      .map((signature) => ({ candidate, signature })),
  )
  const evidence = await Promise.all(
    claims.map(({ candidate, signature }) => verifyOne(candidate, signature, trustedKeys)),
  )
  return evidence.flat()
}

async function verifyOne(
  { digest, id, version }: Candidate,
  signature: unknown,
  trustedKeys: readonly string[],
): Promise<readonly SignatureEvidence[]> {
  if (id === undefined || version === undefined || digest === undefined) return []
  const subject = { id, version, digest }
  const { diagnostics, publicKey } = await verifySignature({ signature, subject, trustedKeys })
  if (publicKey === undefined) return [{ ...subject, verdict: 'invalid' }]
  return [{ ...subject, verdict: diagnostics.length === 0 ? 'trusted' : 'untrusted' }]
}
