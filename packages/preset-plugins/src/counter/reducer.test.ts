import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { INITIAL_COUNTER, reduceCounter, type CounterState } from './reducer.ts'

const context = { packageId: 'counter', instanceId: 'counter@aaaaaaaa', dispatchId: 'dispatch-1' }
const reduce = (state: CounterState, actionType: string) =>
  reduceCounter(state, { actionType, payload: undefined }, context)

describe('the counter', () => {
  test('counts up, down and back to zero', () => {
    expect(reduce(INITIAL_COUNTER, 'increment')).toEqual({ next: { value: 1 }, outcome: 'applied' })
    expect(reduce(INITIAL_COUNTER, 'decrement')).toEqual({ next: { value: -1 }, outcome: 'applied' })
    expect(reduce({ value: 7 }, 'reset')).toEqual({ next: { value: 0 }, outcome: 'applied' })
  })

  test.each([
    [0, 'reset'],
    [Number.MAX_SAFE_INTEGER, 'increment'],
    [Number.MIN_SAFE_INTEGER, 'decrement'],
  ])('ignores what changes nothing: %d, %s', (value, actionType) => {
    expect(reduce({ value }, actionType)).toEqual({ next: { value }, outcome: 'ignored', reason: 'no-change' })
  })

  test.each(['double', 'state/merge', 'constructor', ''])('has no match for %j', (actionType) => {
    expect(reduce(INITIAL_COUNTER, actionType)).toMatchObject({ outcome: 'ignored', reason: 'no-local-reducer-match' })
  })

  test.prop([fc.array(fc.constantFrom('increment', 'decrement'))])(
    'is the number of ups less the number of downs',
    (run) => {
      const { value } = run.reduce((state, actionType) => reduce(state, actionType).next, INITIAL_COUNTER)
      expect(value).toBe(run.filter((type) => type === 'increment').length * 2 - run.length)
    },
  )
})
