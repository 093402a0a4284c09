import type { SourcePosition } from './dispatchIntent.ts'
import { isPlainObject, type JsonValue } from './json.ts'

/** Every way in which a runtime call can fail. */
export const RUNTIME_ERROR_CODES = [
  'RUNTIME_TIMEOUT',
  'RUNTIME_MEMORY',
  'RUNTIME_STACK',
  'RUNTIME_CRASHED',
  'PLUGIN_THREW',
  'INVALID_PLUGIN',
  'INVALID_TREE',
  'INVALID_INTENTS',
  'INVALID_OUTPUT',
  'UNKNOWN_INSTANCE',
  'UNKNOWN_WIDGET',
  'UNKNOWN_HANDLER',
  'UNKNOWN_SURFACE',
  'DUPLICATE_INSTANCE',
  'QUARANTINED',
  'QUEUE_FULL',
  'UNSUPPORTED_API_VERSION',
  'DISPOSED',
  'PROTOCOL',
] as const

export type RuntimeErrorCode = (typeof RUNTIME_ERROR_CODES)[number]

/** The plain form of an error, as it crosses workers and enters the store. */
export interface RuntimeErrorShape {
  readonly code: RuntimeErrorCode
  /** What happened, where, what to do now; at most {@link ERROR_MESSAGE_LENGTH} characters; no host path, no host stack. */
  readonly message: string
  /** Where in the plugin's own source, when it is known. */
  readonly source?: SourcePosition
  readonly details?: JsonValue
}

/** Longest message that leaves a runtime, in characters. */
export const ERROR_MESSAGE_LENGTH = 2_000

/** Codes after which the VM is thrown away: its memory can no longer be trusted, or it was stopped. */
export const FATAL_ERROR_CODES: readonly RuntimeErrorCode[] = [
  'RUNTIME_TIMEOUT',
  'RUNTIME_MEMORY',
  'RUNTIME_STACK',
  'RUNTIME_CRASHED',
]

/**
 * `details` of a `RUNTIME_CRASHED` of a call that its plugin never saw: there was no VM for it, and none could be started.
 * Whoever counts calls need not take it for one that failed.
 */
export const NOT_BEGUN: JsonValue = Object.freeze({ begun: false })

/** Whether an error says that its call was not begun. A guest can make no `RUNTIME_CRASHED`, and so cannot say it. */
export function isNotBegun({ code, details }: RuntimeErrorShape): boolean {
  return code === 'RUNTIME_CRASHED' && isPlainObject(details) && details['begun'] === false
}

/** The one error class of the runtime boundary: match on `code`, show `message`. */
export class PluginRuntimeError extends Error {
  override readonly name = 'PluginRuntimeError'
  readonly code: RuntimeErrorCode
  readonly source: SourcePosition | undefined
  readonly details: JsonValue | undefined

  constructor(shape: RuntimeErrorShape, options?: ErrorOptions) {
    super(cut(shape.message), options)
    this.code = shape.code
    this.source = shape.source
    this.details = shape.details
  }

  /** The plain form: no stack, no cause. */
  toShape(): RuntimeErrorShape {
    return {
      code: this.code,
      message: this.message,
      ...(this.source === undefined ? {} : { source: this.source }),
      ...(this.details === undefined ? {} : { details: this.details }),
    }
  }
}

/**
 * The plain form of anything that was thrown. What is not a {@link PluginRuntimeError} is a fault of our own: it becomes
 * `RUNTIME_CRASHED` with a fixed message, so that no host message or path reaches a guest or a person.
 */
export function toErrorShape(thrown: unknown): RuntimeErrorShape {
  if (thrown instanceof PluginRuntimeError) return thrown.toShape()
  return { code: 'RUNTIME_CRASHED', message: 'The runtime failed while it ran this plugin. Restart the plugin.' }
}

function cut(message: string): string {
  return message.length > ERROR_MESSAGE_LENGTH ? `${message.slice(0, ERROR_MESSAGE_LENGTH - 1)}…` : message
}
