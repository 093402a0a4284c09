/** A counter's own state. */
export interface CounterState {
  readonly value: number
}

/** What all counters share. */
export interface CounterTotal {
  readonly sum: number
}

export const INITIAL_COUNTER: CounterState = { value: 0 }
export const INITIAL_TOTAL: CounterTotal = { sum: 0 }

/** The words on its buttons. */
export const ADD = 'Add one'
export const SHARE = 'Add to the total'

/** Lines of the widget that never change. */
export const FIELDS: readonly number[] = [0, 1, 2, 3, 4]
