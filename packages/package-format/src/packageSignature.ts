import { isPackageId, isPlainObject } from '@plugboard/contracts'

import { isPackageDigest } from './digestPackage.ts'
import { packageDiagnostic, type PackageDiagnostic } from './packageDiagnostic.ts'
import type { PackageDiagnosticCode } from './packageDiagnostics.ts'
import { PackageFormatError } from './packageFormatError.ts'
import type { PackageDigest } from './packageReport.ts'
import { webCrypto } from './webCrypto.ts'

const FORMAT = 'plugboard-signature/1'
const ALGORITHM = 'Ed25519'
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64

/** What is signed: that this content is this version of this package. */
export interface SignatureSubject {
  readonly id: string
  readonly version: string
  readonly digest: PackageDigest
}

/** A detached signature, as JSON. It travels beside a package and never in it. */
export interface PackageSignature {
  readonly format: typeof FORMAT
  /** Ed25519, the 32 bytes of the key in base64. */
  readonly publicKey: string
  /** The 64 bytes of the signature in base64. */
  readonly signature: string
}

export interface VerifiedSignature {
  /** Whose key it was, in base64. Absent unless the signature is good; it may still be nobody's whom the host trusts. */
  readonly publicKey?: string
  /** Empty for a good signature of a trusted key. */
  readonly diagnostics: readonly PackageDiagnostic[]
}

/**
 * Signs a package with an Ed25519 key pair of WebCrypto. The public key has to be extractable, as those of Ed25519 are.
 *
 * @throws PackageFormatError `INVALID_KEY`, `CRYPTO_UNAVAILABLE`.
 */
export async function createSignature(subject: SignatureSubject, keys: CryptoKeyPair): Promise<PackageSignature> {
  const subtle = webCrypto()
  try {
    const publicKey = await subtle.exportKey('raw', keys.publicKey)
    const signature = await subtle.sign(ALGORITHM, keys.privateKey, messageOf(subject))
    return { format: FORMAT, publicKey: toBase64(publicKey), signature: toBase64(signature) }
  } catch (error) {
    throw new PackageFormatError('INVALID_KEY', 'The keys are no pair of Ed25519 keys that may sign.', { cause: error })
  }
}

/**
 * Says whose signature it is. A good one is evidence of who made a package, for choosing; it allows nothing.
 *
 * @throws PackageFormatError `CRYPTO_UNAVAILABLE`.
 */
export async function verifySignature({
  signature,
  subject,
  trustedKeys,
}: {
  /** As it was parsed from JSON; absent where there is none. */
  readonly signature?: unknown
  readonly subject: SignatureSubject
  /** Public keys in base64. */
  readonly trustedKeys: readonly string[]
}): Promise<VerifiedSignature> {
  if (signature === undefined || signature === null) {
    return refuse('signature-missing', 'The package has no signature.')
  }
  const parts = parseSignature(signature)
  if (parts === null) return refuse('signature-invalid', 'What should be the signature is none.')
  const isSubject = isPackageId(subject.id) && !subject.version.includes('\n') && isPackageDigest(subject.digest)
  if (!isSubject || !(await isGood(parts, subject))) {
    return refuse('signature-invalid', 'The signature is not one of this id, version and content.')
  }
  const publicKey = toBase64(parts.key.buffer)
  if (trustedKeys.includes(publicKey)) return { publicKey, diagnostics: [] }
  return {
    publicKey,
    ...refuse('signature-untrusted', `The package is signed with the key ${publicKey}, which is not a trusted one.`),
  }
}

interface SignatureParts {
  readonly key: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

function parseSignature(value: unknown): SignatureParts | null {
  if (!isPlainObject(value) || value['format'] !== FORMAT) return null
  const key = fromBase64(value['publicKey'], KEY_BYTES)
  const signature = fromBase64(value['signature'], SIGNATURE_BYTES)
  return key === null || signature === null ? null : { key, signature }
}

async function isGood({ key, signature }: SignatureParts, subject: SignatureSubject): Promise<boolean> {
  const subtle = webCrypto()
  try {
    const publicKey = await subtle.importKey('raw', key, ALGORITHM, false, ['verify'])
    return await subtle.verify(ALGORITHM, publicKey, signature, messageOf(subject))
  } catch {
    // Bytes that are no point of the curve.
    return false
  }
}

function messageOf({ digest, id, version }: SignatureSubject): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${FORMAT}\n${id}\n${version}\n${digest}`)
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}

/** Exactly as {@link toBase64} writes it: one key has one text. */
function fromBase64(text: unknown, length: number): Uint8Array<ArrayBuffer> | null {
  if (typeof text !== 'string' || text.length !== Math.ceil(length / 3) * 4) return null
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return bytes.length === length && toBase64(bytes.buffer) === text ? bytes : null
  } catch {
    return null
  }
}

function refuse(code: PackageDiagnosticCode, message: string): { readonly diagnostics: readonly PackageDiagnostic[] } {
  return { diagnostics: [packageDiagnostic({ code, message })] }
}
