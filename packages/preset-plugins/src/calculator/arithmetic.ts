/** What the calculator can do with two numbers. */
export type Operator = 'add' | 'subtract' | 'multiply' | 'divide'

/** Digits that a person can type, and that a result is rounded to: enough to hide that 0.1 + 0.2 is not 0.3. */
export const CALCULATOR_DIGITS = 12

/** The rounded result, or null where there is none: a division by zero, or a number too large to hold. */
export function computeResult(left: number, operator: Operator, right: number): number | null {
  const exact = calculate(left, operator, right)
  if (!Number.isFinite(exact)) return null
  // Adding zero makes -0 an ordinary zero: JSON has no other.
  return Number(exact.toPrecision(CALCULATOR_DIGITS)) + 0
}

function calculate(left: number, operator: Operator, right: number): number {
  switch (operator) {
    case 'add':
      return left + right
    case 'subtract':
      return left - right
    case 'multiply':
      return left * right
    case 'divide':
      return left / right
  }
}
