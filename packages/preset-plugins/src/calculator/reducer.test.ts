import { inspectJson, type JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { computeResult, type Operator } from './arithmetic.ts'
import { ERROR_DISPLAY, INITIAL_CALCULATOR, type CalculatorState } from './calculatorState.ts'
import { reduceCalculator } from './reducer.ts'

const context = { packageId: 'calculator', instanceId: 'calculator@aaaaaaaa', dispatchId: 'dispatch-1' }
const SIGNS: Readonly<Record<string, Operator>> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' }
const NAMED: Readonly<Record<string, string>> = {
  '.': 'decimal',
  '=': 'equals',
  c: 'clear',
  n: 'negate',
  b: 'backspace',
}

function reduce(state: CalculatorState, actionType: string, payload?: JsonValue) {
  return reduceCalculator(state, { actionType, payload }, context)
}

/** Presses one key: a digit, `+ - * /`, `.`, `=`, or c(lear), n(egate), b(ackspace). */
function pressKey(state: CalculatorState, key: string) {
  const operator = SIGNS[key]
  if (operator !== undefined) return reduce(state, 'operator', { operator })
  return /\d/.test(key) ? reduce(state, 'digit', { digit: Number(key) }) : reduce(state, NAMED[key] ?? key)
}

function press(keys: string, from: CalculatorState = INITIAL_CALCULATOR): CalculatorState {
  return keys.split('').reduce((state, key) => pressKey(state, key).next, from)
}

describe('the calculator', () => {
  test.each([
    ['12+3=', '15'],
    ['2+3*4=', '20'],
    ['9/3-1=', '2'],
    ['0.1+0.2=', '0.3'],
    ['1/3=', '0.333333333333'],
    ['5n*2=', '-10'],
    ['7+=', '14'],
    ['7+*2=', '14'],
    ['8=', '8'],
    ['3+4=+1=', '8'],
    ['3+4=9', '9'],
    ['007', '7'],
    ['.5+.5=', '1'],
    ['1.2.3', '1.23'],
    ['123b', '12'],
    ['1b', '0'],
    ['5nb', '0'],
    ['.nb', '-0'],
    ['.nb7', '-7'],
    ['.nb=', '-0'],
    ['.nb+1=', '1'],
    ['n', '0'],
    ['3nn', '3'],
    ['12+3c', '0'],
    ['1234567890123', '123456789012'],
  ])('shows for %s the display %s', (keys, display) => {
    expect(press(keys).display).toBe(display)
  })

  test('shows an error for a division by zero, and goes on with the next digit', () => {
    const failed = press('8/0=')
    expect(failed).toEqual({ ...INITIAL_CALCULATOR, display: ERROR_DISPLAY })
    expect(press('+n.b', failed).display).not.toContain('NaN')
    expect(press('4+1=', failed).display).toBe('5')
  })

  test('shows an error when a chain divides by zero on its way', () => {
    expect(press('8/0+').display).toBe(ERROR_DISPLAY)
  })

  test('shows an error for a number that is too large to hold', () => {
    const huge = { display: '1e+308', stored: 10, operator: 'multiply', isFresh: false } as const
    expect(reduce(huge, 'equals').next.display).toBe(ERROR_DISPLAY)
  })

  test.each(['c', 'b', 'n', '='])('ignores a key that changes nothing on a new calculator: %s', (key) => {
    expect(pressKey(INITIAL_CALCULATOR, key)).toEqual({
      next: INITIAL_CALCULATOR,
      outcome: 'ignored',
      reason: 'no-change',
    })
  })

  test.each<[string, JsonValue | undefined, string]>([
    ['digit', undefined, 'payload.digit'],
    ['digit', { digit: 10 }, 'payload.digit'],
    ['digit', { digit: 1.5 }, 'payload.digit'],
    ['digit', { digit: '1' }, 'payload.digit'],
    ['operator', { operator: 'power' }, 'payload.operator'],
    ['operator', { operator: 'constructor' }, 'payload.operator'],
  ])('ignores %s with the payload %j, and says where', (actionType, payload, path) => {
    expect(reduce(INITIAL_CALCULATOR, actionType, payload)).toMatchObject({
      outcome: 'ignored',
      reason: `invalid-payload:${path}`,
    })
  })

  test('has no match for an action of others', () => {
    expect(reduce(INITIAL_CALCULATOR, 'state/merge', { display: '9' })).toMatchObject({
      outcome: 'ignored',
      reason: 'no-local-reducer-match',
    })
  })

  const operator = fc.constantFrom('+', '-', '*', '/')
  const integer = fc.integer({ min: 0, max: 9_999 })

  test.prop([integer, fc.array(fc.tuple(operator, integer), { maxLength: 8 })])(
    'calculates a chain from left to right as arithmetic does',
    (first, rest) => {
      const keys = `${first}${rest.map(([sign, number]) => `${sign}${number}`).join('')}=`
      const expected = rest.reduce<number | null>((left, [sign, right]) => {
        const named = SIGNS[sign]
        return left === null || named === undefined ? null : computeResult(left, named, right)
      }, first)
      // A division by zero on the way clears the calculator: what is shown then depends on the keys after it.
      if (expected !== null) expect(press(keys).display).toBe(String(expected))
    },
  )

  test.prop([integer, integer])('adds, subtracts and multiplies integers exactly', (left, right) => {
    expect(press(`${left}+${right}=`).display).toBe(String(left + right))
    expect(press(`${left}-${right}=`).display).toBe(String(left - right))
    expect(press(`${left}*${right}=`).display).toBe(String(left * right))
  })

  test.prop([integer, fc.integer({ min: 1, max: 9_999 })])('divides to twelve digits', (left, right) => {
    expect(Number(press(`${left}/${right}=`).display)).toBe(Number((left / right).toPrecision(12)))
  })

  test.prop([fc.array(fc.constantFrom(...'0123456789+-*/.=cnb'.split('')), { maxLength: 80 })])(
    'holds JSON that it can go on with, whatever is pressed',
    (keys) => {
      const state = press(keys.join(''))
      expect(inspectJson(state)).toBeNull()
      expect(state.display === ERROR_DISPLAY || Number.isFinite(Number(state.display))).toBe(true)
      expect(press('c2+2=', state).display).toBe('4')
    },
  )
})
