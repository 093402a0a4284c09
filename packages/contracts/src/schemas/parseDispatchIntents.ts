import * as z from 'zod/mini'

import { isCapabilityName } from '../capabilityGrants.ts'
import { ACTION_TYPE_LENGTH, PAYLOAD_SIZE, type DispatchIntent, type StampedIntent } from '../dispatchIntent.ts'
import type { DispatchReason } from '../dispatchReason.ts'
import type { RuntimeIdentity } from '../identity.ts'
import { isPlainObject } from '../json.ts'
import { DATA_DEPTH, inspectJson } from '../jsonGuard.ts'
import type { RejectedIntent } from '../pluginRuntime.ts'
import { PluginRuntimeError } from '../runtimeError.ts'
import { describeIssue } from './describeIssue.ts'
import { json, optional } from './vocabulary.ts'

export interface ParseDispatchIntentsOptions {
  /** Whose intents these are: stamped on each of them. */
  readonly identity: RuntimeIdentity
  /** How many are taken; the rest is rejected with `intent-budget-exceeded`. */
  readonly maxIntents: number
}

export interface ParsedIntents {
  readonly intents: readonly StampedIntent[]
  readonly rejected: readonly RejectedIntent[]
}

/** Most intents past the budget that are reported as rejected. */
export const REPORTED_EXCESS = 256

const actionType = z.string().check(z.minLength(1), z.maxLength(ACTION_TYPE_LENGTH))
const capabilityName = z.string().check(z.refine(isCapabilityName))
const source = z.strictObject({ line: z.int().check(z.nonnegative()), column: z.int().check(z.nonnegative()) })
// Claims of identity have been compared and taken off before; a source is for display and may be absent.
const common = { payload: optional(json), source: optional(source) }

const intentSchema: z.ZodMiniType<DispatchIntent & { readonly source?: { line: number; column: number } }> =
  z.discriminatedUnion('scope', [
    z.strictObject({ scope: z.literal('plugin'), actionType, ...common }),
    z.strictObject({ scope: z.literal('shared'), domain: capabilityName, actionType, ...common }),
    z.strictObject({ scope: z.literal('system'), command: capabilityName, ...common }),
  ])

/**
 * Parses the list that a handler made. A bad intent is rejected alone, with its position and the reason; past the budget
 * only the excess is.
 *
 * @throws PluginRuntimeError `INVALID_INTENTS` when the list itself is not a list.
 */
export function parseDispatchIntents(value: unknown, options: ParseDispatchIntentsOptions): ParsedIntents {
  if (!Array.isArray(value)) {
    throw new PluginRuntimeError({
      code: 'INVALID_INTENTS',
      message: 'The handler did not answer a list of intents. Nothing was applied.',
    })
  }
  const intents: StampedIntent[] = []
  const rejected: RejectedIntent[] = []
  // A flood of intents must not become a flood of refusals: past these, the excess is dropped without a word each.
  for (const [index, item] of value.slice(0, options.maxIntents + REPORTED_EXCESS).entries()) {
    const parsed =
      index < options.maxIntents
        ? parseIntent(item, options.identity)
        : ('intent-budget-exceeded' satisfies DispatchReason)
    if (typeof parsed === 'string') rejected.push({ index, reason: parsed })
    else intents.push(parsed)
  }
  return { intents, rejected }
}

function parseIntent(item: unknown, identity: RuntimeIdentity): StampedIntent | DispatchReason {
  if (!isPlainObject(item)) return 'invalid-intent:root'
  const fault = inspectJson(item, { depth: DATA_DEPTH })
  if (fault !== null) return `invalid-intent:${fault.path}`
  const { instanceId, packageId, ...claimless } = item
  if (claims(instanceId, identity.instanceId) || claims(packageId, identity.packageId)) return 'forged-identity'
  const result = z.safeParse(intentSchema, claimless)
  if (!result.success) return `invalid-intent:root${describeIssue(result.error.issues).path}`
  if (result.data.payload !== undefined && JSON.stringify(result.data.payload).length > PAYLOAD_SIZE) {
    return 'payload-too-large'
  }
  return { ...result.data, instanceId: identity.instanceId, packageId: identity.packageId }
}

/** A claim that agrees with the stamp is no claim. */
function claims(claimed: unknown, actual: string): boolean {
  return claimed !== undefined && claimed !== actual
}
