import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { isOnStep, parseNumberText, stepNumberText } from './numberText.ts'

describe('a number as text', () => {
  test.each([
    ['12', 12],
    [' -1.5 ', -1.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['', null],
    ['.', null],
    ['1,5', null],
    ['0x10', null],
    ['1e', null],
    ['Infinity', null],
    ['1e999', null],
    ['--1', null],
  ])('%j is %j', (text, value) => {
    expect(parseNumberText(text)).toBe(value)
  })

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])('is what was written', (value) => {
    // Minus nothing is written as nothing.
    expect(parseNumberText(String(value))).toBe(value === 0 ? 0 : value)
  })

  test('of any length is read in one go: a search that goes back over it would never end', () => {
    expect(parseNumberText(`${'1'.repeat(2_000_000)}x`)).toBeNull()
    expect(parseNumberText(`${'1'.repeat(2_000_000)}.e`)).toBeNull()
  })
})

describe('a step', () => {
  test.each([
    ['5', 1, {}, '6'],
    ['5', -1, {}, '4'],
    ['0.1', 1, { step: 0.1 }, '0.2'],
    ['0.2', 1, { step: 0.1 }, '0.3'],
    ['1', 1, { min: 1, step: 2 }, '3'],
    ['2', 1, { min: 1, step: 2 }, '3'],
    ['2', -1, { min: 1, step: 2 }, '1'],
    ['9', 1, { max: 10, step: 4 }, '8'],
    ['3', -1, { min: 3 }, '3'],
    ['-7', 1, { min: 3 }, '3'],
    ['', 1, {}, '0'],
    ['x', -1, { min: 2 }, '2'],
    ['1e300', 1, { step: 1e-300 }, '1e300'],
  ] as const)('from %j by %j within %j is %j', (text, direction, range, expected) => {
    expect(stepNumberText(text, direction, range)).toBe(expected)
  })

  const bounded = fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 50 }))
    .map(([min, room, tenths]) => ({ min, max: min + room, step: tenths / 10 }))

  test.prop([bounded, fc.string(), fc.constantFrom(1, -1)])(
    'ends within the bounds and on a step',
    (range, text, direction) => {
      const value = Number(stepNumberText(text, direction, range))
      expect(value).toBeGreaterThanOrEqual(range.min)
      expect(value).toBeLessThanOrEqual(range.max)
      expect(isOnStep(value, range)).toBe(true)
    },
  )

  test.prop([bounded, fc.nat({ max: 20 })])('up and down again is where it was', (range, steps) => {
    const start = Number((range.min + steps * range.step).toPrecision(12))
    fc.pre(start + range.step <= range.max)
    expect(Number(stepNumberText(stepNumberText(String(start), 1, range), -1, range))).toBeCloseTo(start, 9)
  })
})
