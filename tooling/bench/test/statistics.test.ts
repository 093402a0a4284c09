import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { geometricMean, quantile, summarise } from '../report/statistics.ts'

const samples = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })

describe('quantile', () => {
  test('is the middle of an odd number, and between the middle two of an even one', () => {
    expect(quantile([9, 1, 5], 0.5)).toBe(5)
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5)
  })

  test('is not a number where there is nothing', () => {
    expect(quantile([], 0.5)).toBeNaN()
  })

  property.prop([samples, fc.double({ min: 0, max: 1, noNaN: true })])('stays within the samples', (list, share) => {
    const value = quantile(list, share)
    expect(value).toBeGreaterThanOrEqual(Math.min(...list))
    expect(value).toBeLessThanOrEqual(Math.max(...list))
  })

  property.prop([samples])('does not depend on the order', (list) => {
    expect(summarise(list.toReversed())).toEqual(summarise(list))
  })

  property.prop([samples])('rises with the share', (list) => {
    const { p10, median, p90, p99 } = summarise(list)
    expect([p10, median, p90, p99].toSorted((one, other) => one - other)).toEqual([p10, median, p90, p99])
  })
})

describe('geometricMean', () => {
  test('gives twice and half no effect', () => {
    expect(geometricMean([2, 0.5])).toBeCloseTo(1)
  })

  property.prop([samples])('of turned ratios is the turned mean', (list) => {
    expect(geometricMean(list.map((value) => 1 / value)) * geometricMean(list)).toBeCloseTo(1)
  })
})
