import type { ActionContext, JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { counterSummary, forgetCounter, reduceCounterSummary, type CounterSummaryState } from './counterSummary.ts'

// The definition forgets the type of its state; this is the state it was made with.
const empty = counterSummary.initialState as unknown as CounterSummaryState

const by = (instanceId: string): ActionContext => ({ packageId: 'counter', instanceId, dispatchId: 'dispatch-1' })
const A = by('counter@aaaaaaaa')
const B = by('counter@bbbbbbbb')

function set(state: CounterSummaryState, context: ActionContext, value: number): CounterSummaryState {
  return reduceCounterSummary(state, { actionType: 'set-instance', payload: { value } }, context).next
}

const project = (state: CounterSummaryState): JsonValue | undefined =>
  counterSummary.publicProjection?.(state as unknown as JsonValue)

describe('counter-summary', () => {
  test('starts with nothing', () => {
    expect(project(empty)).toEqual({ totalValue: 0, instanceCount: 0, lastUpdatedInstanceId: null })
  })

  test('adds the value of each instance that reports one', () => {
    const state = set(set(empty, A, 7), B, 5)
    expect(project(state)).toEqual({ totalValue: 12, instanceCount: 2, lastUpdatedInstanceId: B.instanceId })
  })

  test('replaces the value of an instance that reports another one', () => {
    const state = set(set(set(empty, A, 7), B, 5), A, 1)
    expect(project(state)).toEqual({ totalValue: 6, instanceCount: 2, lastUpdatedInstanceId: A.instanceId })
  })

  test('counts an instance whose value is zero', () => {
    expect(project(set(empty, A, 0))).toEqual({
      totalValue: 0,
      instanceCount: 1,
      lastUpdatedInstanceId: A.instanceId,
    })
  })

  test('forgets an instance that was unloaded, and who updated last only if it was that one', () => {
    const state = set(set(empty, A, 7), B, 5)
    expect(project(forgetCounter(state, A.instanceId))).toEqual({
      totalValue: 5,
      instanceCount: 1,
      lastUpdatedInstanceId: B.instanceId,
    })
    expect(project(forgetCounter(state, B.instanceId))).toEqual({
      totalValue: 7,
      instanceCount: 1,
      lastUpdatedInstanceId: null,
    })
  })

  test('stays the same object when an instance is unloaded that it does not know', () => {
    const state = set(empty, A, 7)
    expect(forgetCounter(state, B.instanceId)).toBe(state)
    expect(forgetCounter(state, 'constructor')).toBe(state)
  })

  test('ignores the value that it already has', () => {
    const state = set(empty, A, 7)
    expect(reduceCounterSummary(state, { actionType: 'set-instance', payload: { value: 7 } }, A)).toEqual({
      next: state,
      outcome: 'ignored',
      reason: 'no-change',
    })
  })

  test('ignores an action that it does not know', () => {
    expect(reduceCounterSummary(empty, { actionType: 'reset', payload: undefined }, A)).toEqual({
      next: empty,
      outcome: 'ignored',
      reason: 'unsupported-action:counter-summary/reset',
    })
  })

  test.each<[string, JsonValue | undefined]>([
    ['no payload', undefined],
    ['a payload that is no object', 7],
    ['no value', {}],
    ['a value that is text', { value: '7' }],
    ['half a value', { value: 0.5 }],
    ['a value beyond the safe integers', { value: 2 ** 53 }],
    ['a list', [7]],
  ])('ignores %s, and says where', (_what, payload) => {
    expect(reduceCounterSummary(empty, { actionType: 'set-instance', payload }, A)).toMatchObject({
      outcome: 'ignored',
      reason: 'invalid-payload:payload.value',
    })
  })

  test('keeps no name that a plugin chose: an instance named in the payload is not the instance that speaks', () => {
    const payload = { value: 7, instanceId: B.instanceId }
    const { next } = reduceCounterSummary(empty, { actionType: 'set-instance', payload }, A)
    expect(Object.keys(next.valueByInstance)).toEqual([A.instanceId])
  })

  const step = fc.record({
    instance: fc.integer({ min: 0, max: 4 }),
    value: fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null }),
  })

  test.prop([fc.array(step, { maxLength: 60 })])(
    'is the sum over the loaded instances after any run of reports and unloads',
    (steps) => {
      const model = new Map<string, number>()
      let state = empty
      for (const { instance, value } of steps) {
        const context = by(`counter@${instance}`)
        if (value === null) {
          model.delete(context.instanceId)
          state = forgetCounter(state, context.instanceId)
        } else {
          model.set(context.instanceId, value)
          state = set(state, context, value)
        }
        expect(state.totalValue).toBe([...model.values()].reduce((total, item) => total + item, 0))
        expect(state.instanceCount).toBe(model.size)
        expect(state.valueByInstance).toEqual(Object.fromEntries(model))
        if (state.lastUpdatedInstanceId !== null) expect(model.has(state.lastUpdatedInstanceId)).toBe(true)
      }
    },
  )
})
