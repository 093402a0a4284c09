import type {
  InstanceId,
  RuntimeErrorCode,
  RuntimeErrorShape,
  SourcePosition,
  StorageErrorCode,
} from '@plugboard/contracts'

/** Ways in which a call to the host can fail before it reaches a runtime. */
export const PLUGIN_HOST_ERROR_CODES = [
  'HOST_NOT_CONNECTED',
  'ALREADY_CONNECTED',
  'TOO_MANY_INSTANCES',
  'UNKNOWN_INSTANCE',
  'UNKNOWN_PACKAGE',
  'UNKNOWN_RECORD',
  'UNDO_INCOMPLETE',
  'PAST_INCOMPLETE',
  'INVALID_MANIFEST',
  'MIGRATION_FAILED',
  'DISPOSED',
  'WORKSPACE_IN_USE',
  'WORKSPACE_READ_ONLY',
  'INVALID_EXPORT',
] as const

/**
 * A code of the host itself; the runtime's own code when a load or a restart failed there; a storage's own code when a
 * workspace could not be saved; `PROTOCOL` when a request is none.
 */
export type PluginHostErrorCode = (typeof PLUGIN_HOST_ERROR_CODES)[number] | RuntimeErrorCode | StorageErrorCode

export interface PluginHostErrorShape {
  readonly code: PluginHostErrorCode
  /** What happened, where, what to do now. */
  readonly message: string
  /** The instance that stays in the store with status `error`, where there is one. */
  readonly instanceId?: InstanceId
  /** Where in the plugin's own source, when it is known. */
  readonly source?: SourcePosition
}

/** The one error class of the host's methods: match on `code`, show `message`. */
export class PluginHostError extends Error {
  override readonly name = 'PluginHostError'
  readonly code: PluginHostErrorCode
  readonly instanceId: InstanceId | undefined
  readonly source: SourcePosition | undefined

  constructor(shape: PluginHostErrorShape, options?: ErrorOptions) {
    super(shape.message, options)
    this.code = shape.code
    this.instanceId = shape.instanceId
    this.source = shape.source
  }
}

/** A failure of the runtime, as the host's callers see it: the same code and message, and which instance keeps it. */
export function createLoadError(error: RuntimeErrorShape, instanceId: InstanceId, cause: unknown): PluginHostError {
  return new PluginHostError(
    {
      code: error.code,
      message: error.message,
      instanceId,
      ...(error.source === undefined ? {} : { source: error.source }),
    },
    { cause },
  )
}

export interface ReloadErrorOptions {
  readonly instanceId: InstanceId
  /** What came after the failure: the old code runs, stays stopped as it was, or did not come back either. */
  readonly oldCode: 'runs' | 'stopped' | 'lost'
  readonly cause: unknown
}

/** New code failed and is gone again: the same code, and what runs now. */
export function createReloadError(
  error: PluginHostErrorShape,
  { cause, instanceId, oldCode }: ReloadErrorOptions,
): PluginHostError {
  return new PluginHostError(
    {
      code: error.code,
      message: `${OLD_CODE[oldCode]} What went wrong: ${error.message}`,
      instanceId,
      ...(error.source === undefined ? {} : { source: error.source }),
    },
    { cause },
  )
}

const OLD_CODE: Readonly<Record<ReloadErrorOptions['oldCode'], string>> = {
  runs: 'The new code was not taken: the old code runs on, with its state.',
  stopped: 'The new code was not taken: the instance stays stopped as it was, with its old code and its state.',
  lost: 'The new code was not taken, and the old code did not start again either: restart the instance. Its state is kept.',
}

/** The error of a call about an instance that the host does not hold; a caller without types may name it by anything. */
export function createUnknownInstanceError(instanceId: unknown): PluginHostError {
  const name = typeof instanceId === 'string' ? ` "${instanceId.slice(0, 120)}"` : ' without an id'
  return new PluginHostError({
    code: 'UNKNOWN_INSTANCE',
    message: `There is no instance${name}: it was unloaded, or never loaded by this host.`,
  })
}
