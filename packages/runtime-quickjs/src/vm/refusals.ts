import { PluginRuntimeError } from '@plugboard/contracts'
import type { RuntimeErrorCode } from '@plugboard/contracts'

/** An error of the runtime boundary with nothing but a code and a message. */
export function refuse(code: RuntimeErrorCode, message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code, message })
}

/** Nothing is loaded under this id, which a caller without types may have made of anything. */
export function refuseUnknownInstance(instanceId: unknown): PluginRuntimeError {
  const name = typeof instanceId === 'string' ? `"${instanceId.slice(0, 80)}"` : 'What is no instance id'
  return refuse('UNKNOWN_INSTANCE', `${name} is not loaded. Load it first.`)
}

/** The plugin's definition cannot be used; `what` completes "The plugin …". */
export function refuseDefinition(what: string): PluginRuntimeError {
  return refuse('INVALID_PLUGIN', `The plugin ${what}. Fix its definition and load it again.`)
}

/** The plugin was unloaded before its load had come to an end. */
export function refuseUnloaded(): PluginRuntimeError {
  return refuse('DISPOSED', 'The plugin was unloaded while it was loading. Load it again.')
}
