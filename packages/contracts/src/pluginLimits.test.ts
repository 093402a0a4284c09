import { expect, test } from 'vitest'

import { DEFAULT_LIMITS, resolveLimits } from './pluginLimits.ts'

test('the defaults cannot be changed', () => {
  expect(() => Object.assign(DEFAULT_LIMITS, { treeNodes: 1e9 })).toThrow(TypeError)
  expect(() => Object.assign(DEFAULT_LIMITS.fuel, { event: 1e9 })).toThrow(TypeError)
})

test('resolveLimits takes what it is given and the defaults for the rest', () => {
  expect(resolveLimits()).toEqual(DEFAULT_LIMITS)
  expect(resolveLimits({ treeNodes: 10 })).toEqual({ ...DEFAULT_LIMITS, treeNodes: 10 })
})

test('every limit is a positive figure', () => {
  const figures = Object.values(DEFAULT_LIMITS).flatMap((limit: number | object) =>
    typeof limit === 'number' ? [limit] : (Object.values(limit) as number[]),
  )
  for (const figure of figures) expect(figure).toBeGreaterThan(0)
})
