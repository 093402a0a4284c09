import type { PluginReducer } from '@plugboard/contracts'

import { computeCounterValue, type CounterActionType } from './counterValue.ts'

/** The counter's own state. */
export interface CounterState {
  readonly value: number
}

/** The counter's actions. None has a payload. */
export type CounterActions = Readonly<Record<CounterActionType, undefined>>

/** State of a new counter. */
export const INITIAL_COUNTER: CounterState = { value: 0 }

/** Counts. */
export const reduceCounter: PluginReducer<CounterState> = (current, { actionType }) => {
  if (!isCounterAction(actionType)) return { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' }
  const value = computeCounterValue(current.value, actionType)
  if (value === current.value) return { next: current, outcome: 'ignored', reason: 'no-change' }
  return { next: { value }, outcome: 'applied' }
}

function isCounterAction(actionType: string): actionType is CounterActionType {
  return actionType === 'increment' || actionType === 'decrement' || actionType === 'reset'
}
