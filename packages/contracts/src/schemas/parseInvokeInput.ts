import type { JsonValue } from '../json.ts'
import { DATA_DEPTH, inspectJson } from '../jsonGuard.ts'
import { INVOKE_SIZE } from '../pluginSurface.ts'
import { PluginRuntimeError } from '../runtimeError.ts'

/**
 * Takes the input of an invocation on its way to a plugin. What it has to be is between the caller and the plugin.
 *
 * @throws PluginRuntimeError `PROTOCOL` when it is no plain JSON, nested too deep or too large.
 */
export function parseInvokeInput(value: unknown): JsonValue {
  // A value takes a character at least: past the size it holds too much, whatever it is.
  const fault = inspectJson(value, { depth: DATA_DEPTH, values: INVOKE_SIZE })
  if (fault !== null) throw invalid(`${fault.path} is not plain JSON, or holds too much`)
  // What was inspected is JSON.
  const input = value as JsonValue
  const { length } = JSON.stringify(input)
  if (length > INVOKE_SIZE) throw invalid(`it is ${length} characters long; ${INVOKE_SIZE} are allowed`)
  return input
}

function invalid(what: string): PluginRuntimeError {
  return new PluginRuntimeError({ code: 'PROTOCOL', message: `The input cannot be sent: ${what}.` })
}
