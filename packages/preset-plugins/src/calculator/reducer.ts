import { isPlainObject, type DispatchReason, type JsonValue, type PluginReducer } from '@plugboard/contracts'

import { CALCULATOR_DIGITS, computeResult, type Operator } from './arithmetic.ts'
import { ERROR_DISPLAY, INITIAL_CALCULATOR, OPERATOR_SIGNS, type CalculatorState } from './calculatorState.ts'

/** Calculates, key by key, from left to right as a desk calculator does. */
export const reduceCalculator: PluginReducer<CalculatorState> = (current, { actionType, payload }) => {
  const next = press(current, actionType, payload)
  if (typeof next === 'string') return { next: current, outcome: 'ignored', reason: next }
  if (isSame(current, next)) return { next: current, outcome: 'ignored', reason: 'no-change' }
  return { next, outcome: 'applied' }
}

function press(
  state: CalculatorState,
  actionType: string,
  payload: JsonValue | undefined,
): CalculatorState | DispatchReason {
  switch (actionType) {
    case 'digit': {
      const digit = isPlainObject(payload) ? payload['digit'] : undefined
      return isDigit(digit) ? pressDigit(state, digit) : 'invalid-payload:payload.digit'
    }
    case 'operator': {
      const operator = isPlainObject(payload) ? payload['operator'] : undefined
      return isOperator(operator) ? pressOperator(state, operator) : 'invalid-payload:payload.operator'
    }
    case 'decimal':
      return pressDecimal(state)
    case 'negate':
      return pressNegate(state)
    case 'backspace':
      return pressBackspace(state)
    case 'equals':
      return pressEquals(state)
    case 'clear':
      return INITIAL_CALCULATOR
    default:
      return 'no-local-reducer-match'
  }
}

function pressDigit(state: CalculatorState, digit: number): CalculatorState {
  if (state.isFresh) return { ...state, display: String(digit), isFresh: false }
  if (state.display === '0') return { ...state, display: String(digit) }
  if (state.display === '-0') return { ...state, display: `-${digit}` }
  return countDigits(state.display) < CALCULATOR_DIGITS ? { ...state, display: `${state.display}${digit}` } : state
}

function pressDecimal(state: CalculatorState): CalculatorState {
  if (state.isFresh) return { ...state, display: '0.', isFresh: false }
  return state.display.includes('.') ? state : { ...state, display: `${state.display}.` }
}

function pressNegate(state: CalculatorState): CalculatorState {
  const { display } = state
  if (display === ERROR_DISPLAY || display === '0') return state
  return { ...state, display: display.startsWith('-') ? display.slice(1) : `-${display}` }
}

function pressBackspace(state: CalculatorState): CalculatorState {
  // A result is one thing: there is no last digit that somebody typed.
  if (state.isFresh) return state
  const shorter = state.display.slice(0, -1)
  return { ...state, display: shorter === '' || shorter === '-' ? '0' : shorter }
}

function pressOperator(state: CalculatorState, operator: Operator): CalculatorState {
  if (state.display === ERROR_DISPLAY) return state
  // Pressed twice in a row, the later operator counts.
  if (state.operator !== null && state.isFresh) return { ...state, operator }
  const result = resultOf(state)
  if (result === null) return FAILED
  return { display: String(result), stored: result, operator, isFresh: true }
}

function pressEquals(state: CalculatorState): CalculatorState {
  if (state.operator === null) return state
  const result = resultOf(state)
  if (result === null) return FAILED
  return { display: String(result), stored: null, operator: null, isFresh: true }
}

const FAILED: CalculatorState = { ...INITIAL_CALCULATOR, display: ERROR_DISPLAY }

function resultOf({ display, stored, operator }: CalculatorState): number | null {
  const right = Number(display) + 0
  return operator === null || stored === null ? right : computeResult(stored, operator, right)
}

function countDigits(display: string): number {
  return display.replaceAll(/\D/g, '').length
}

function isDigit(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9
}

function isOperator(value: unknown): value is Operator {
  return typeof value === 'string' && Object.hasOwn(OPERATOR_SIGNS, value)
}

function isSame(one: CalculatorState, other: CalculatorState): boolean {
  return (
    one.display === other.display &&
    one.stored === other.stored &&
    one.operator === other.operator &&
    one.isFresh === other.isFresh
  )
}
