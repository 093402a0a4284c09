/** `NO_PROVIDER`, `NOT_IN_WIDGET`: a component stands in the wrong place. `CANNOT_OPEN`: the source only leases. */
export type PluginRendererErrorCode = 'NO_PROVIDER' | 'NOT_IN_WIDGET' | 'CANNOT_OPEN'

/** A mistake in how an application uses the renderer. Nothing that a plugin does throws it. */
export class PluginRendererError extends Error {
  override readonly name = 'PluginRendererError'
  readonly code: PluginRendererErrorCode

  constructor(code: PluginRendererErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
