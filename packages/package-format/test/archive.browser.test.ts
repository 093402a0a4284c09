import { createSignature, inspectArchive, packPackage, verifySignature } from '@plugboard/package-format'
import { describe, expect, it } from 'vitest'

import { digestGolden, GOLDEN } from './goldenArchive.ts'
import { createFiles, SAMPLE_DIGEST } from './packageSamples.ts'

describe('a package in a browser', () => {
  it('has the archive that it has in Node.js, byte for byte', async () => {
    expect(await digestGolden()).toBe(GOLDEN)
  })

  it('is packed, and is read from its archive as it is', async () => {
    const { archive = new Uint8Array(), report } = await packPackage(createFiles())
    expect(report.diagnostics).toEqual([])
    expect(report.digest).toBe(SAMPLE_DIGEST)
    expect(await inspectArchive(archive)).toEqual(report)
  })

  it('is signed, and the signature is verified', async () => {
    const keys: CryptoKeyPair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    const subject = { id: 'clock', version: '1.2.0', digest: `sha256:${'0'.repeat(64)}` } as const
    const signature = await createSignature(subject, keys)
    const verified = await verifySignature({ signature, subject, trustedKeys: [signature.publicKey] })
    expect(verified).toEqual({ publicKey: signature.publicKey, diagnostics: [] })
  })
})
