/** Every way in which a link or a file can be refused. */
export const SHARE_ERROR_CODES = [
  /** It is damaged, was cut, or is something else. */
  'SHARE_UNREADABLE',
  /** A newer version of the playground made it. */
  'SHARE_TOO_NEW',
  /** It holds more than may be opened. */
  'SHARE_TOO_LARGE',
  /** It can be read, and what it says makes no workspace. */
  'SHARE_INVALID',
] as const

export type ShareErrorCode = (typeof SHARE_ERROR_CODES)[number]

/** Why a link or a file was not opened. Nothing was run, stored or changed. */
export class ShareError extends Error {
  override readonly name = 'ShareError'
  readonly code: ShareErrorCode

  /** `detail` is for people who look closer; what to do is in the catalogue, by `code`. */
  constructor(code: ShareErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.code = code
  }
}
