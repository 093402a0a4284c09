import { PLUGIN_SURFACES, resolveLimits, type JsonValue, type OpenPluginRequest } from '@plugboard/contracts'
import { parseInvokeInput } from '@plugboard/contracts/schemas'

import { copyAsJson } from './copyAsJson.ts'
import { readEmittedEvent } from './emittedEvent.ts'
import type { QueuedEvent } from './eventQueue.ts'
import type { InvokeRequest } from './invocation.ts'
import type { LoadInstanceRequest, ReloadInstanceRequest } from './pluginHost.ts'
import { PluginHostError } from './pluginHostError.ts'

/**
 * Takes a load request as a caller without types may have made it. The manifest is checked where it is believed.
 *
 * @throws PluginHostError `PROTOCOL` with what to change.
 */
export function parseLoadInstanceRequest(value: unknown): LoadInstanceRequest {
  if (!isRecord(value)) throw refuse('The request is not an object: pass { packageId }, and code to run')
  const { initialGrants, limits, packageId } = value
  if (typeof packageId !== 'string') throw refuse('The packageId of the request is not text')
  checkSource(value)
  if (limits !== undefined) checkLimits(limits)
  if (initialGrants !== undefined) checkGrants(initialGrants)
  return value as unknown as LoadInstanceRequest // Checked, field by field.
}

/** Takes a reload request. @throws PluginHostError `PROTOCOL` with what to change. */
export function parseReloadInstanceRequest(value: unknown): ReloadInstanceRequest {
  if (!isRecord(value) || value['code'] === undefined) throw refuse('The request is not an object with code to run')
  checkSource(value)
  const { manifest, migrate, state } = value
  if (manifest !== undefined && !isRecord(manifest)) throw refuse('The manifest of the request is not an object')
  if (state !== undefined && state !== 'keep' && state !== 'reset') {
    throw refuse("The state of the request is neither 'keep' nor 'reset'. Leave it out to keep it")
  }
  if (migrate !== undefined && typeof migrate !== 'function') {
    throw refuse('The migrate of the request is no function. Leave it out for none')
  }
  return value as unknown as ReloadInstanceRequest // Checked, field by field; the manifest where it is believed.
}

/** Takes a delivery. @throws PluginHostError `PROTOCOL` with what to change. */
export function parseDelivery(value: unknown): QueuedEvent & { readonly number: number } {
  if (!isRecord(value)) throw refuse('The delivery is not an object: pass { number, widgetId, handler, event }')
  const { event, handler, number, widgetId } = value
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) {
    throw refuse('The number of the delivery is no whole number from 1 on')
  }
  const emitted = readEmittedEvent({ widgetId, handler, event })
  if (!emitted.ok) throw new PluginHostError({ code: 'PROTOCOL', message: emitted.error.message })
  return { ...emitted.entry, number }
}

/** Takes an invocation, with an input of its own. @throws PluginHostError `PROTOCOL` with what to change. */
export function parseInvokeRequest(value: unknown): InvokeRequest {
  if (!isRecord(value)) throw refuse('The request is not an object: pass { surface, name, input }')
  const { name, surface } = value
  const known = PLUGIN_SURFACES.find((candidate) => candidate === surface)
  if (known === undefined) throw refuse("The surface of the request is neither 'tool', 'hook' nor 'service'")
  if (typeof name !== 'string') throw refuse('The name in the request is not text')
  try {
    // A copy: it may wait, and is recorded.
    return { surface: known, name, input: copyJson(parseInvokeInput(value['input'])) }
  } catch (cause) {
    throw refuse('The input of the request is not plain JSON, or too much of it. Pass null for none', cause)
  }
}

function copyJson(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue // As it was.
}

/** Takes what a view opens. @throws PluginHostError `PROTOCOL` with what to change. */
export function parseOpenRequest(ticket: unknown, request: unknown): OpenPluginRequest {
  if (!isRecord(ticket)) throw refuse('The ticket is not an object: make one for each view, as {}')
  const parsed = parseLoadInstanceRequest(request)
  if (parsed.code === undefined) throw refuse('The request has no code to run')
  return { ...parsed, code: parsed.code }
}

/** @throws PluginHostError `PROTOCOL` when what was given as grants is none. */
export function checkGrants(grants: unknown): void {
  if (!isRecord(grants))
    throw refuse('The grants are not { readShared, writeShared, systemCommands } with lists of names')
}

/** @throws PluginHostError `PROTOCOL` when `enabled` does not say whether. */
export function checkEnabled(enabled: unknown): void {
  if (typeof enabled !== 'boolean') throw refuse('enabled is neither true nor false')
}

/** @throws PluginHostError `PROTOCOL` when the code or its source map is no text, or `trusted` does not say whether. */
export function checkSource({ code, sourceMap, trusted }: Readonly<Record<string, unknown>>): void {
  if (code !== undefined && typeof code !== 'string') throw refuse('The code of the request is not text')
  if (trusted !== undefined && typeof trusted !== 'boolean') throw refuse('trusted is neither true nor false')
  if (sourceMap !== undefined && typeof sourceMap !== 'string') {
    throw refuse('The sourceMap of the request is not text. Leave it out for none')
  }
}

/** @throws PluginHostError `PROTOCOL` when what was given as limits is none. */
export function checkLimits(limits: unknown): void {
  if (!isRecord(limits)) throw refuse('The limits of the request are not an object. Leave them out')
  try {
    resolveLimits(limits)
  } catch (cause) {
    throw refuse('One of the limits is not a positive number. Leave it out to get the default', cause)
  }
  // They are saved with the instance.
  if (copyAsJson(limits) === null) throw refuse('The limits of the request are no JSON data. Pass numbers by name')
}

/** Any object that is no list: a request may come from another window, whose objects have prototypes of their own. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The error for what is no request; says what to change. */
export function refuse(what: string, cause?: unknown): PluginHostError {
  return new PluginHostError({ code: 'PROTOCOL', message: `${what}.` }, { cause })
}
