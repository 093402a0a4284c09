import { parseInstanceId } from './identity.ts'
import type { JsonValue } from './json.ts'
import { resolveLimits } from './pluginLimits.ts'
import type { GuestSeed, InvokeCall, LoadPluginRequest, PluginCall } from './pluginRuntime.ts'
import { PLUGIN_SURFACES, type PluginSurface } from './pluginSurface.ts'
import type { PluginView } from './pluginView.ts'
import { PluginRuntimeError } from './runtimeError.ts'
import { isTimeZone } from './timeZone.ts'
import type { UIEvent } from './ui/uiEvent.ts'

/**
 * Takes a load request as a caller without types may have made it. What it does not name is not in the result.
 *
 * @throws PluginRuntimeError `PROTOCOL` with what to change.
 */
export function parseLoadPluginRequest(value: unknown): LoadPluginRequest {
  if (!isRecord(value)) throw invalid('The load request is not an object')
  const { apiVersion, code, host, instanceId, limits, packageId, seed, sourceMap, trusted } = value
  const identity = parseInstanceId(instanceId)
  if (identity === null || identity.packageId !== packageId) {
    throw invalid('The instance id was not made for this package. Use createInstanceId(packageId)')
  }
  if (typeof code !== 'string') throw invalid('The code of the load request is not text')
  if (!isTextOrAbsent(sourceMap)) throw invalid('The sourceMap of the load request is not text. Leave it out for none')
  if (trusted !== undefined && typeof trusted !== 'boolean') throw invalid('trusted is neither true nor false')
  if (seed !== undefined && !isSeed(seed)) {
    throw invalid('The seed is not { random, epochMs } with two numbers, and the name of a timeZone if any')
  }
  if (limits !== undefined && !isRecord(limits)) throw invalid('The limits are not an object. Leave them out')
  // As a whole, so that a limit that is none is refused here and not where it would be counted down.
  if (limits !== undefined) resolveLimits(limits)
  return {
    packageId: identity.packageId,
    instanceId: instanceId as string, // What an identity was read from is text.
    code,
    ...(sourceMap === undefined ? {} : { sourceMap }),
    // Whether it is a version that a runtime knows is the runtime's to say.
    ...(apiVersion === undefined ? {} : { apiVersion: apiVersion as number }),
    ...(trusted === undefined ? {} : { trusted }),
    ...(limits === undefined ? {} : { limits }),
    ...(seed === undefined ? {} : { seed: readSeed(seed) }),
    // Never posted and not read here.
    ...(host === undefined ? {} : { host: host as NonNullable<LoadPluginRequest['host']> }),
  }
}

/**
 * Takes a call as a caller without types may have made it: its shape only. What the event, the input and the view hold is
 * judged where the call is carried out.
 *
 * @throws PluginRuntimeError `PROTOCOL` with what to change.
 */
export function parsePluginCall(value: unknown): PluginCall {
  if (!isRecord(value)) {
    throw invalid('The call is not an object')
  }
  const { event, handler, kind, view, widgetId } = value
  if (kind !== 'render' && kind !== 'event' && kind !== 'invoke') {
    throw invalid('The kind of the call is neither "render", "event" nor "invoke"')
  }
  if (!isView(view)) throw invalid('The view of the call is not { pluginState, globalState: { self, shared }, grants }')
  if (kind === 'invoke') return { kind, ...readInvocation(value), view }
  if (typeof widgetId !== 'string') throw invalid('The widgetId of the call is not text')
  if (kind === 'render') return { kind, widgetId, view }
  if (typeof handler !== 'string') throw invalid('The handler of the call is not text')
  if (!isRecord(event)) throw invalid('The event of the call is not an object')
  // Its parser is the runtime's; see above.
  return { kind, widgetId, handler, event: event as unknown as UIEvent, view }
}

function readInvocation(value: Readonly<Record<string, unknown>>): Omit<InvokeCall, 'kind' | 'view'> {
  const { input, name, surface } = value
  if (!isSurface(surface)) throw invalid('The surface of the call is neither "tool", "hook" nor "service"')
  if (typeof name !== 'string') throw invalid('The name in the call is not text')
  if (input === undefined) throw invalid('The call has no input. Pass null for none')
  // Its parser is the runtime's; see above.
  return { surface, name, input: input as JsonValue }
}

function isSurface(value: unknown): value is PluginSurface {
  return (PLUGIN_SURFACES as readonly unknown[]).includes(value)
}

// Not `isPlainObject`: a request may come from another window or realm, whose objects have prototypes of their own.
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

function isSeed(value: unknown): value is GuestSeed {
  if (!isRecord(value)) return false
  const { epochMs, random, timeZone } = value
  return Number.isFinite(random) && Number.isFinite(epochMs) && (timeZone === undefined || isTimeZone(timeZone))
}

function readSeed({ epochMs, random, timeZone }: GuestSeed): GuestSeed {
  return { random, epochMs, ...(timeZone === undefined ? {} : { timeZone }) }
}

function isView(value: unknown): value is PluginView {
  if (!isRecord(value)) return false
  const { globalState, grants, pluginState } = value
  if (pluginState === undefined || !isRecord(globalState) || !isRecord(grants)) return false
  if (!isRecord(globalState['self']) || !isRecord(globalState['shared'])) return false
  return [grants['readShared'], grants['writeShared'], grants['systemCommands'], grants['components'] ?? []].every(
    Array.isArray,
  )
}

function invalid(what: string): PluginRuntimeError {
  return new PluginRuntimeError({ code: 'PROTOCOL', message: `${what}.` })
}
