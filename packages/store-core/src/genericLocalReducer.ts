import {
  FORBIDDEN_KEYS,
  isPlainObject,
  type JsonValue,
  type PluginReducer,
  type ReducerResult,
} from '@plugboard/contracts'

/**
 * The reducer of packages that bring none: `state/replace` makes the payload the state, `state/merge` merges the
 * payload's top level into it. Everything else has no match.
 */
export const reduceGenericLocal: PluginReducer = (current, { actionType, payload }) => {
  switch (actionType) {
    case 'state/replace':
      return payload === undefined
        ? { next: current, outcome: 'ignored', reason: 'invalid-payload:payload' }
        : { next: payload, outcome: 'applied' }
    case 'state/merge':
      return merge(current, payload)
    default:
      return { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' }
  }
}

function merge(current: JsonValue, payload: JsonValue | undefined): ReducerResult<JsonValue> {
  if (!isPlainObject(payload)) return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload' }
  // What is no object has no keys to merge into; losing it silently would be worse.
  if (!isPlainObject(current)) return { next: current, outcome: 'ignored', reason: 'invalid-payload:state' }
  const forbidden = Object.keys(payload).find((key) => FORBIDDEN_KEYS.includes(key))
  if (forbidden !== undefined) {
    return { next: current, outcome: 'ignored', reason: `invalid-payload:payload.${forbidden}` }
  }
  return { next: { ...current, ...payload }, outcome: 'applied' }
}
