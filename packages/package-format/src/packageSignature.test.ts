import { beforeAll, describe, expect, it } from 'vitest'

import { createSignature, verifySignature, type PackageSignature } from './packageSignature.ts'

const SUBJECT = { id: 'clock', version: '1.2.0', digest: `sha256:${'0'.repeat(64)}` } as const

let keys: CryptoKeyPair
let signature: PackageSignature

beforeAll(async () => {
  keys = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  signature = await createSignature(SUBJECT, keys)
})

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The last letter but one says four bits with six: the other two are read by nobody. */
function respell(text: string): string {
  return text.replace(/.=$/, ([last = '']) => `${BASE64.charAt(BASE64.indexOf(last) + 1)}=`)
}

const codes = async (options: Parameters<typeof verifySignature>[0]) =>
  (await verifySignature(options)).diagnostics.map(({ code }) => code)

describe('a signature', () => {
  it('has a text of which others say the same bytes', () => {
    expect(atob(respell(signature.publicKey))).toBe(atob(signature.publicKey))
    expect(respell(signature.publicKey)).not.toBe(signature.publicKey)
  })

  it('is good for what was signed, with a trusted key, after a way through JSON', async () => {
    const sent: unknown = JSON.parse(JSON.stringify(signature))
    const verified = await verifySignature({ signature: sent, subject: SUBJECT, trustedKeys: [signature.publicKey] })
    expect(verified).toEqual({ publicKey: signature.publicKey, diagnostics: [] })
  })

  it.for([
    ['id', { ...SUBJECT, id: 'cloak' }],
    ['version', { ...SUBJECT, version: '1.2.1' }],
    ['content', { ...SUBJECT, digest: `sha256:${'1'.repeat(64)}` }],
    ['lines', { ...SUBJECT, id: 'clock\n1.2.0', version: '' }],
  ] as const)('is not good for another %s', async ([, subject]) => {
    expect(await codes({ signature, subject, trustedKeys: [signature.publicKey] })).toEqual(['signature-invalid'])
  })

  it('says who it was where nobody trusts the key, and only where it is good', async () => {
    const untrusted = await verifySignature({ signature, subject: SUBJECT, trustedKeys: [] })
    expect(untrusted.publicKey).toBe(signature.publicKey)
    expect(untrusted.diagnostics).toMatchObject([{ code: 'signature-untrusted' }])
    const other = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    const { publicKey } = await createSignature(SUBJECT, other)
    const claimed = await verifySignature({
      signature: { ...signature, publicKey },
      subject: SUBJECT,
      trustedKeys: [publicKey],
    })
    expect(claimed).toMatchObject({ diagnostics: [{ code: 'signature-invalid' }] })
    expect(claimed.publicKey).toBeUndefined()
  })

  it('is missing where there is none, and invalid where there is anything else', async () => {
    for (const none of [undefined, null]) {
      expect(await codes({ signature: none, subject: SUBJECT, trustedKeys: [] })).toEqual(['signature-missing'])
    }
    const others: readonly unknown[] = [
      'signature',
      [],
      {},
      { ...signature, format: 'plugboard-signature/2' },
      { ...signature, signature: signature.signature.slice(0, -4) },
      { ...signature, signature: `${signature.signature.slice(0, -4)}!!!=` },
      { ...signature, publicKey: '' },
      { ...signature, publicKey: 7 },
      // No point of the curve.
      { ...signature, publicKey: btoa('\u0002'.padEnd(32, '\0')) },
      // The same bytes in another text: one key has one.
      { ...signature, publicKey: respell(signature.publicKey) },
    ]
    for (const other of others) {
      expect(await codes({ signature: other, subject: SUBJECT, trustedKeys: [signature.publicKey] })).toEqual([
        'signature-invalid',
      ])
    }
  })

  it('is not made with keys of another kind', async () => {
    const ecdsa = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    await expect(createSignature(SUBJECT, ecdsa)).rejects.toMatchObject({ code: 'INVALID_KEY' })
  })
})
