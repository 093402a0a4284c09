/** What a counter can be told to do. */
export type CounterActionType = 'increment' | 'decrement' | 'reset'

/**
 * The value after an action. The guest publishes by this rule what the host's reducer will hold, so it has one home.
 * At the ends of the safe integers the value stays where it is.
 */
export function computeCounterValue(value: number, actionType: CounterActionType): number {
  switch (actionType) {
    case 'increment':
      return Math.min(value + 1, Number.MAX_SAFE_INTEGER)
    case 'decrement':
      return Math.max(value - 1, Number.MIN_SAFE_INTEGER)
    case 'reset':
      return 0
  }
}
