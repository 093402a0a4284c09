import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'

import { extentOf, TALLEST, toDistance, toPosition } from './scrollSpan.ts'

const span = fc.record({
  total: fc.oneof(
    fc.double({ min: 0, max: TALLEST, noNaN: true }),
    fc.double({ min: TALLEST, max: 1e11, noNaN: true }),
  ),
  view: fc.integer({ min: 1, max: 5_000 }),
})
const part = fc.double({ min: 0, max: 1, noNaN: true })

describe('a scroll position', () => {
  test.prop([span, part])('stands for a distance, and the distance for it', (rows, share) => {
    const distance = share * Math.max(0, rows.total - rows.view)
    const position = toPosition(distance, rows)
    expect(position).toBeGreaterThanOrEqual(0)
    expect(position).toBeLessThanOrEqual(Math.max(0, extentOf(rows) - rows.view))
    expect(Math.abs(toDistance(position, rows) - distance)).toBeLessThan(0.01)
  })

  test.prop([span, part, part])('rises with the distance', (rows, one, other) => {
    const most = Math.max(0, rows.total - rows.view)
    const [low, high] = [Math.min(one, other) * most, Math.max(one, other) * most]
    expect(toPosition(low, rows)).toBeLessThanOrEqual(toPosition(high, rows))
  })

  test.prop([span])('leads from end to end', (rows) => {
    const [far, near] = [Math.max(0, rows.total - rows.view), Math.max(0, extentOf(rows) - rows.view)]
    expect(toDistance(0, rows)).toBe(0)
    expect(toDistance(near, rows)).toBeCloseTo(far, 3)
  })

  test('is the distance itself where the browser takes the whole height, and near the ends where it does not', () => {
    expect(toPosition(4_321, { total: TALLEST, view: 400 })).toBe(4_321)
    expect(toPosition(4_321, { total: 1e10, view: 400 })).toBe(4_321)
    expect(toPosition(1e10 - 400 - 5, { total: 1e10, view: 400 })).toBeCloseTo(TALLEST - 400 - 5, 3)
    expect(extentOf({ total: 1e10, view: 400 })).toBe(TALLEST)
  })
})
