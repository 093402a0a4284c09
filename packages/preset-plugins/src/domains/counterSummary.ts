import {
  isPlainObject,
  type InstanceId,
  type PluginReducer,
  type ReducerResult,
  type SharedDomainDefinition,
} from '@plugboard/contracts'
import { defineSharedDomain } from '@plugboard/store-core'

/** What the domain keeps: the last value of each counter, and what follows from them. */
export interface CounterSummaryState extends CounterSummary {
  readonly valueByInstance: Readonly<Record<InstanceId, number>>
}

/** What readers see. */
export interface CounterSummary {
  /** Sum of the last values of all counters that are loaded and have reported one. */
  readonly totalValue: number
  /** How many counters that is. */
  readonly instanceCount: number
  /** Who changed the total last; null at first, and once that one is gone. */
  readonly lastUpdatedInstanceId: InstanceId | null
}

/** Payload of `set-instance`: the writer's own value, a safe integer. Nobody can set another instance's value. */
export interface SetInstancePayload {
  readonly value: number
}

const EMPTY: CounterSummaryState = {
  valueByInstance: {},
  totalValue: 0,
  instanceCount: 0,
  lastUpdatedInstanceId: null,
}

/** Adds up the counters. An instance writes only under its own id, which the host stamped on the action. */
export const reduceCounterSummary: PluginReducer<CounterSummaryState> = (current, { actionType, payload }, context) => {
  if (actionType !== 'set-instance') {
    return { next: current, outcome: 'ignored', reason: `unsupported-action:counter-summary/${actionType}` }
  }
  const value = isPlainObject(payload) ? payload['value'] : undefined
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return invalidValue(current)
  const { instanceId } = context
  const known = Object.hasOwn(current.valueByInstance, instanceId) ? current.valueByInstance[instanceId] : undefined
  if (known === value) return { next: current, outcome: 'ignored', reason: 'no-change' }
  return {
    next: summarise({ ...current.valueByInstance, [instanceId]: value }, instanceId),
    outcome: 'applied',
  }
}

/** Takes an unloaded counter out of the total. */
export function forgetCounter(current: CounterSummaryState, instanceId: InstanceId): CounterSummaryState {
  if (!Object.hasOwn(current.valueByInstance, instanceId)) return current
  const { [instanceId]: _forgotten, ...rest } = current.valueByInstance
  return summarise(rest, current.lastUpdatedInstanceId === instanceId ? null : current.lastUpdatedInstanceId)
}

/**
 * The shared domain `counter-summary`: how much all loaded counters count together.
 *
 * Owner: the host. Schema version: 1. Readable and writable with a grant. One action, `set-instance`, with a
 * {@link SetInstancePayload}. Readers see a {@link CounterSummary}: the single values stay inside.
 */
export const counterSummary: SharedDomainDefinition = defineSharedDomain<CounterSummaryState>({
  name: 'counter-summary',
  owner: 'host',
  schemaVersion: 1,
  initialState: EMPTY,
  reducer: reduceCounterSummary,
  publicProjection: ({ totalValue, instanceCount, lastUpdatedInstanceId }) => ({
    totalValue,
    instanceCount,
    lastUpdatedInstanceId,
  }),
  onInstanceRemoved: forgetCounter,
})

function summarise(
  valueByInstance: Readonly<Record<InstanceId, number>>,
  lastUpdatedInstanceId: InstanceId | null,
): CounterSummaryState {
  const values = Object.values(valueByInstance)
  return {
    valueByInstance,
    // Added up anew each time: a running total would drift once it leaves the safe integers.
    totalValue: values.reduce((total, value) => total + value, 0),
    instanceCount: values.length,
    lastUpdatedInstanceId,
  }
}

function invalidValue(current: CounterSummaryState): ReducerResult<CounterSummaryState> {
  return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload.value' }
}
