import type { JsonValue } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { reduceGenericLocal } from './genericLocalReducer.ts'

const context = { instanceId: 'custom@a', packageId: 'custom', dispatchId: 'd' }
const reduce = (current: JsonValue, actionType: string, payload?: JsonValue) =>
  reduceGenericLocal(current, { actionType, payload }, context)

describe('reduceGenericLocal', () => {
  it('replaces the state with the payload, whatever it is', () => {
    for (const payload of [null, 0, '', false, [1], { a: 1 }]) {
      expect(reduce({ old: true }, 'state/replace', payload)).toEqual({ next: payload, outcome: 'applied' })
    }
  })

  it('merges the top level only', () => {
    const result = reduce({ kept: 1, deep: { a: 1, b: 2 } }, 'state/merge', { deep: { a: 9 } })
    expect(result).toEqual({ next: { kept: 1, deep: { a: 9 } }, outcome: 'applied' })
  })

  it('ignores a payload that is missing, or that cannot be merged', () => {
    expect(reduce({}, 'state/replace')).toMatchObject({ outcome: 'ignored', reason: 'invalid-payload:payload' })
    for (const payload of [undefined, null, 1, 'x', [1]]) {
      expect(reduce({ a: 1 }, 'state/merge', payload)).toMatchObject({ reason: 'invalid-payload:payload' })
    }
  })

  it('ignores a merge into a state that has no keys, instead of losing it', () => {
    expect(reduce([1, 2], 'state/merge', { a: 1 })).toMatchObject({ next: [1, 2], reason: 'invalid-payload:state' })
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses to merge the key %s', (key) => {
    const result = reduce({ a: 1 }, 'state/merge', JSON.parse(`{"b":1,"${key}":{"polluted":true}}`))
    expect(result).toEqual({ next: { a: 1 }, outcome: 'ignored', reason: `invalid-payload:payload.${key}` })
  })

  it('has no match for anything else', () => {
    expect(reduce(1, 'increment')).toEqual({ next: 1, outcome: 'ignored', reason: 'no-local-reducer-match' })
  })
})
