import { expect, test } from 'vitest'

import { diffValues, MOST_CHANGES } from './diffValues.ts'

test('tells where two values differ, outermost first', () => {
  const same = { kept: [1, 2] }
  expect(diffValues({ a: 1, same, gone: true, list: [1] }, { a: 2, same, list: [1, { new: 1 }] })).toEqual([
    { path: ['a'], before: 1, after: 2 },
    { path: ['gone'], before: true, after: undefined },
    { path: ['list', '1'], before: undefined, after: { new: 1 } },
  ])
})

test('tells nothing of what is the same, and all of what is of another kind', () => {
  const value = { a: 1 }
  expect(diffValues(value, value)).toEqual([])
  expect(diffValues(undefined, value)).toEqual([{ path: [], before: undefined, after: value }])
  expect(diffValues({ a: [] }, { a: {} })).toEqual([{ path: ['a'], before: [], after: {} }])
})

test('tells of many places only the first', () => {
  const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, index]))
  expect(diffValues({}, wide)).toHaveLength(MOST_CHANGES)
})
