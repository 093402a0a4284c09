import { isPlainObject, type PluginReducer } from '@plugboard/contracts'

import { isGreeterName } from './greeterName.ts'

/** The greeter's own state. */
export interface GreeterState {
  /** As it was typed, spaces and all: a controlled field gets back what it sent. */
  readonly name: string
}

/** The greeter's actions and their payloads. */
export interface GreeterActions {
  readonly 'set-name': { readonly name: string }
}

/** State of a new greeter. */
export const INITIAL_GREETER: GreeterState = { name: '' }

/** Keeps the name. */
export const reduceGreeter: PluginReducer<GreeterState> = (current, { actionType, payload }) => {
  if (actionType !== 'set-name') return { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' }
  const name = isPlainObject(payload) ? payload['name'] : undefined
  if (!isGreeterName(name)) return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload.name' }
  if (name === current.name) return { next: current, outcome: 'ignored', reason: 'no-change' }
  return { next: { name }, outcome: 'applied' }
}
