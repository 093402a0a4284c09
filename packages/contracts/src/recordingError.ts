/** Every way in which a recording can be no use. */
export const RECORDING_ERROR_CODES = [
  'INVALID_RECORDING',
  'UNSUPPORTED_RECORDING',
  'RECORDING_TOO_LARGE',
  'RECORDING_WITHOUT_CODE',
  'ALREADY_RECORDING',
  'NOT_RECORDING',
] as const

export type RecordingErrorCode = (typeof RECORDING_ERROR_CODES)[number]

/** The plain form of a {@link RecordingError}. */
export interface RecordingErrorShape {
  readonly code: RecordingErrorCode
  /** What happened, where, what to do now. */
  readonly message: string
  /** Of the first fault, as `entries[3].event.type`; empty for the recording itself. */
  readonly path?: string
}

/** The one error class of recordings: match on `code`, show `message`. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError'
  readonly code: RecordingErrorCode
  readonly path: string

  constructor({ code, message, path = '' }: RecordingErrorShape, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.path = path
  }
}
