/**
 * `NO_PROVIDER`, `NOT_IN_WIDGET`: a component stands in the wrong place. `CANNOT_OPEN`: the source only leases.
 * `INVALID_COMPONENT`, `DUPLICATE_COMPONENT`: a component of the host's own is defined so that no plugin could use it.
 */
export type PluginRendererErrorCode =
  | 'NO_PROVIDER'
  | 'NOT_IN_WIDGET'
  | 'CANNOT_OPEN'
  | 'INVALID_COMPONENT'
  | 'DUPLICATE_COMPONENT'

/** A mistake in how an application uses the renderer. Nothing that a plugin does throws it. */
export class PluginRendererError extends Error {
  override readonly name = 'PluginRendererError'
  readonly code: PluginRendererErrorCode

  constructor(code: PluginRendererErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
