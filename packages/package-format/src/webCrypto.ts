import { PackageFormatError } from './packageFormatError.ts'

/**
 * The cryptography of the platform.
 *
 * @throws PackageFormatError `CRYPTO_UNAVAILABLE` in a page that was not sent over https: browsers keep it from those.
 */
export function webCrypto(): SubtleCrypto {
  // A page without a secure context has no `subtle`, whatever the types say.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined
  if (subtle === undefined) {
    throw new PackageFormatError(
      'CRYPTO_UNAVAILABLE',
      'Packages cannot be told apart here: this page has no WebCrypto. Serve it over https or from localhost.',
    )
  }
  return subtle
}
