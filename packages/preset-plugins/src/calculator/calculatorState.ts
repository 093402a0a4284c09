import type { Operator } from './arithmetic.ts'

/** The calculator's own state. */
export interface CalculatorState {
  /** What the display shows: a number being typed, a result, or {@link ERROR_DISPLAY}. */
  readonly display: string
  /** The left-hand number that waits for the right-hand one. */
  readonly stored: number | null
  readonly operator: Operator | null
  /** Whether the next digit starts a new number instead of continuing this one. */
  readonly isFresh: boolean
}

/** The calculator's actions and their payloads. */
export interface CalculatorActions {
  readonly digit: { readonly digit: number }
  readonly decimal: undefined
  readonly operator: { readonly operator: Operator }
  readonly negate: undefined
  readonly backspace: undefined
  readonly equals: undefined
  readonly clear: undefined
}

/** What the display says where there is no result. */
export const ERROR_DISPLAY = 'Error'

/** State of a new calculator, and of one that was cleared. */
export const INITIAL_CALCULATOR: CalculatorState = { display: '0', stored: null, operator: null, isFresh: true }

/** The sign of each operator, as it is printed. */
export const OPERATOR_SIGNS: Readonly<Record<Operator, string>> = {
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
}
