import {
  FATAL_ERROR_CODES,
  toErrorShape,
  type EventResult,
  type InvokeResult,
  type LoadedPlugin,
  type PluginLimits,
  type RecordedFailure,
  type RecordedIntents,
  type RecordedPlugin,
  type RecordedValue,
  type RuntimeErrorCode,
} from '@plugboard/contracts'

/** What a runtime rejected with. */
export class Failed {
  readonly thrown: unknown

  constructor(thrown: unknown) {
    this.thrown = thrown
  }
}

/** What the guest's code decides, and what ended it. The others are the runtime's own: nothing ran, or nobody has it. */
const RECORDED_CODES: readonly RuntimeErrorCode[] = [
  ...FATAL_ERROR_CODES,
  'PLUGIN_THREW',
  'INVALID_PLUGIN',
  'INVALID_TREE',
  'INVALID_INTENTS',
  'INVALID_OUTPUT',
  'UNKNOWN_WIDGET',
  'UNKNOWN_HANDLER',
  'UNKNOWN_SURFACE',
  'UNSUPPORTED_API_VERSION',
]

/** How a failure is recorded; null for one that says nothing about the code. */
export function failureOf({ thrown }: Failed): RecordedFailure | null {
  const error = toErrorShape(thrown)
  return RECORDED_CODES.includes(error.code) ? { error } : null
}

/** What a plugin said of itself, without whose it is. */
export function pluginOf({ instanceId: _id, packageId: _package, ...plugin }: LoadedPlugin): RecordedPlugin {
  return plugin
}

/** What a handler made, without whose it is and where in the code. */
export function intentsOf({ intents, rejected }: EventResult): RecordedIntents {
  return {
    intents: intents.map(({ instanceId: _id, packageId: _package, source: _source, ...intent }) => intent),
    rejected,
  }
}

/** What was answered to an invocation, without whose it is. */
export function valueOf(result: InvokeResult): RecordedValue {
  return { value: result.value, ...intentsOf(result) }
}

/** Limits as JSON: it has no infinity, and a budget that never ends is as good with this one. */
export function finiteLimits(limits: Partial<PluginLimits>): Partial<PluginLimits> {
  const text = JSON.stringify(limits, (_key, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : value,
  )
  return JSON.parse(text) as Partial<PluginLimits> // what was written
}
