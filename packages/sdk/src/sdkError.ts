/** Every way in which the SDK itself can refuse. */
export const SDK_ERROR_CODES = ['NO_KEY', 'OUTSIDE_VM', 'UNKNOWN_ELEMENT'] as const

export type SdkErrorCode = (typeof SDK_ERROR_CODES)[number]

/** What the SDK throws: match on `code`, show `message`. */
export class SdkError extends Error {
  override readonly name = 'SdkError'
  readonly code: SdkErrorCode

  constructor(code: SdkErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
