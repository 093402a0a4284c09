import { PluginRuntimeError } from '@plugboard/contracts'
import type { RuntimeErrorCode } from '@plugboard/contracts'

/** An error of the runtime boundary with nothing but a code and a message. */
export function refuse(code: RuntimeErrorCode, message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code, message })
}

/** The plugin's definition cannot be used; `what` completes "The plugin …". */
export function refuseDefinition(what: string): PluginRuntimeError {
  return refuse('INVALID_PLUGIN', `The plugin ${what}. Fix its definition and load it again.`)
}
