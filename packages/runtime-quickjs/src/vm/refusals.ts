import { NOT_BEGUN, PluginRuntimeError } from '@plugboard/contracts'
import type { PluginCall, RuntimeErrorCode } from '@plugboard/contracts'

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

/** The plugin has nothing of that name; `what` completes "The plugin has no …". */
export function refuseUnknownName(
  code: 'UNKNOWN_WIDGET' | 'UNKNOWN_HANDLER' | 'UNKNOWN_SURFACE',
  what: string,
  name: string,
): PluginRuntimeError {
  return refuse(
    code,
    `The plugin has no ${what} "${name.slice(0, 64)}". Use a name that it declared when it was loaded.`,
  )
}

/** Too much was sent; `what` begins the sentence. */
export function refuseTooLong(what: string, length: number, bytesIn: number): PluginRuntimeError {
  return refuse('PROTOCOL', `${what} is ${length} characters long; ${bytesIn} are allowed. Send less.`)
}

/** The plugin was unloaded before its load had come to an end. */
export function refuseUnloaded(): PluginRuntimeError {
  return refuse('DISPOSED', 'The plugin was unloaded while it was loading. Load it again.')
}

/**
 * What a call is told whose VM could not be started again. Whatever acts never gets the code of the failed start: it was not
 * begun, and who counts events must not take it for one that the plugin was stopped for.
 */
export function notBegun({ kind }: PluginCall, cause: unknown): unknown {
  if (kind === 'render' || !(cause instanceof PluginRuntimeError) || SAYS_SO.includes(cause.code)) return cause
  const message = `The plugin could not be started again: ${cause.message}`
  return new PluginRuntimeError({ ...cause.toShape(), code: 'RUNTIME_CRASHED', message, details: NOT_BEGUN }, { cause })
}

const SAYS_SO: readonly RuntimeErrorCode[] = ['DISPOSED', 'QUARANTINED']
