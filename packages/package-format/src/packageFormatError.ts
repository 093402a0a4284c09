/** Every way in which a caller can break the promises of this package. What a package does wrong is a diagnostic. */
export const PACKAGE_FORMAT_ERROR_CODES = ['CRYPTO_UNAVAILABLE', 'INVALID_FILES', 'INVALID_KEY'] as const

export type PackageFormatErrorCode = (typeof PACKAGE_FORMAT_ERROR_CODES)[number]

/** The one error class of the package format: match on `code`, show `message`. */
export class PackageFormatError extends Error {
  override readonly name = 'PackageFormatError'
  readonly code: PackageFormatErrorCode

  constructor(code: PackageFormatErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
