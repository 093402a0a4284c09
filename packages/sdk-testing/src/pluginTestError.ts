import type { PluginHostErrorCode } from '@plugboard/host'

import type { PlacedSource } from './sourceFile.ts'

/** Ways in which a mounted plugin, or what a test asks of it, can fail. */
export const PLUGIN_TEST_ERROR_CODES = [
  'NOT_BUNDLED',
  'NOT_MOUNTED',
  'PLUGIN_FAILED',
  'HOST_FAILED',
  'NOT_FOUND',
  'AMBIGUOUS',
  'UNAVAILABLE',
  'REFUSED',
  'INVALID_FORM',
  'DISPOSED',
] as const

export type PluginTestErrorCode = (typeof PLUGIN_TEST_ERROR_CODES)[number]

/**
 * The one error class of the test kit: match on `code`, read `message`.
 *
 * - `NOT_BUNDLED`: the source files make no script. `NOT_MOUNTED`: the options cannot be used.
 * - `PLUGIN_FAILED`: the plugin threw, was stopped or drew no tree; `source` is where, and the stack begins there.
 * - `HOST_FAILED`: a reducer, a domain or a listener of the test itself threw; it is the `cause`.
 * - `NOT_FOUND`, `AMBIGUOUS`: nothing, or more than one thing, is called that. The message names what is there.
 * - `UNAVAILABLE`: it is there, and takes nothing just now. `REFUSED`: it does not take that value.
 * - `INVALID_FORM`: a form was not sent; the message says which fields are at fault.
 * - `DISPOSED`: the plugin was disposed already.
 */
export class PluginTestError extends Error {
  override readonly name = 'PluginTestError'
  readonly code: PluginTestErrorCode
  /** Where in the plugin's own files, when it is known. */
  readonly source: PlacedSource | undefined
  /** The host's own code for a plugin that failed: `PLUGIN_THREW`, `RUNTIME_TIMEOUT` and the like. */
  readonly hostCode: PluginHostErrorCode | undefined

  constructor(code: PluginTestErrorCode, message: string, options: PluginTestErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.source = options.source
    this.hostCode = options.hostCode
  }
}

export interface PluginTestErrorOptions {
  readonly cause?: unknown
  readonly source?: PlacedSource | undefined
  readonly hostCode?: PluginHostErrorCode | undefined
}
