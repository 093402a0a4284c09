import { PluginRuntimeError } from '@plugboard/contracts'

import { refuse } from './refusals.ts'

/**
 * The guest used up its fuel or its time; `where` names the guest function that ran. The details tell the two apart: fuel
 * is the same on every machine, and time is not.
 */
export function timedOut(where: string, overrun: 'fuel' | 'clock'): PluginRuntimeError {
  const budget = overrun === 'fuel' ? 'its budget of work' : 'its time'
  return new PluginRuntimeError({
    code: 'RUNTIME_TIMEOUT',
    message: `${where} used up ${budget} and was stopped. Look for a loop that does not end.`,
    details: { overrun },
  })
}

/** The guest ran into the end of its memory. */
export function outOfMemory(where: string): PluginRuntimeError {
  return refuse('RUNTIME_MEMORY', `${where} used up its memory and was stopped. Keep less, or ask for a higher limit.`)
}

/** The guest ran into the end of the engine's stack. */
export function stackOverflowed(where: string): PluginRuntimeError {
  return refuse(
    'RUNTIME_STACK',
    `${where} nested its calls or its data too deep and was stopped. Look for a recursion that does not end.`,
  )
}

/** The engine itself failed. */
export function crashed(where: string): PluginRuntimeError {
  return refuse(
    'RUNTIME_CRASHED',
    `The engine failed while it ran ${where}. The plugin starts afresh with its next call.`,
  )
}

/** Whether an exception that left WebAssembly says that the host's own stack was at its end. */
export function isStackOverflow(thrown: unknown): boolean {
  // Engines name it differently: V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError.
  return thrown instanceof RangeError || (thrown instanceof Error && thrown.name === 'InternalError')
}
