/** Every way in which the configuration of a store can be wrong. */
export const PLUGIN_STORE_ERROR_CODES = [
  'INVALID_DOMAIN',
  'DUPLICATE_DOMAIN',
  'INVALID_PACKAGE_ID',
  'INVALID_COMMAND',
  'INVALID_TRACE_LIMIT',
] as const

export type PluginStoreErrorCode = (typeof PLUGIN_STORE_ERROR_CODES)[number]

/** Thrown while a store is being put together, never by a dispatch: match on `code`, show `message`. */
export class PluginStoreError extends Error {
  override readonly name = 'PluginStoreError'
  readonly code: PluginStoreErrorCode

  constructor(code: PluginStoreErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
