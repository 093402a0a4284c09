import { PluginRuntimeError } from '@plugboard/contracts'
import type { SourcePosition } from '@plugboard/contracts'

/** The name that guest code has in stack traces. */
export const GUEST_SOURCE_URL = 'plugboard-guest.js'

// `new Function` puts two lines of its own before the body.
const HEADER_LINES = 2

/** `PLUGIN_THREW` for whatever guest code threw: an error, null, a proxy. Never throws itself. */
export function toPluginThrew(thrown: unknown, where: string): PluginRuntimeError {
  const source = positionOf(thrown)
  const at = source === undefined ? '' : ` at line ${source.line}, column ${source.column}`
  return new PluginRuntimeError({
    code: 'PLUGIN_THREW',
    message: `${where} threw ${describeThrown(thrown)}${at}. Fix the plugin, or catch the error in it.`,
    ...(source === undefined ? {} : { source }),
  })
}

/** Name and message of anything, read so that a hostile getter or trap cannot throw at us. */
function describeThrown(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`
    if (typeof thrown === 'object' && thrown !== null)
      return `an object: ${String('message' in thrown ? thrown.message : 'no message')}`
    return String(thrown)
  } catch {
    return 'something that cannot be read'
  }
}

function positionOf(thrown: unknown): SourcePosition | undefined {
  try {
    const stack = thrown instanceof Error ? thrown.stack : undefined
    const match = stack === undefined ? null : new RegExp(`${GUEST_SOURCE_URL}:(\\d+):(\\d+)`).exec(stack)
    if (match === null) return undefined
    return { line: Number(match[1]) - HEADER_LINES, column: Number(match[2]) }
  } catch {
    return undefined
  }
}
