import { Button, Column, definePlugin, Row, Stat, type PressEvent } from '@plugboard/sdk'

type Operator = 'add' | 'subtract' | 'multiply' | 'divide'

interface CalculatorState {
  /** A number being typed, a result, or an error. */
  readonly display: string
  /** The left-hand number that waits for the right-hand one. */
  readonly stored: number | null
  readonly operator: Operator | null
  /** Whether the next digit starts a new number instead of continuing this one. */
  readonly isFresh: boolean
}

const DIGITS = 12
const ERROR = 'Error'
const CLEARED: CalculatorState = { display: '0', stored: null, operator: null, isFresh: true }

const OPERATOR_SIGNS: Readonly<Record<Operator, string>> = {
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
}

definePlugin<CalculatorState>({
  id: 'calculator',
  title: 'Calculator',
  description: 'Adds, subtracts, multiplies and divides, all by itself.',
  initialState: CLEARED,
  widgets: {
    main: {
      render({ state }) {
        return (
          <Column gap="sm">
            <Stat label={pendingOf(state)} value={state.display.replace('-', '−')} a11y={{ live: 'polite' }} />
            <Row gap="xs">
              <Key onPress="clear" says="Clear" label="C" />
              <Key onPress="negate" says="Change sign" label="±" />
              <Key onPress="backspace" says="Delete last digit" label="⌫" />
              <OperatorKey operator="divide" />
            </Row>
            <Row gap="xs">
              {[7, 8, 9].map((digit) => (
                <Digit key={digit} digit={digit} />
              ))}
              <OperatorKey operator="multiply" />
            </Row>
            <Row gap="xs">
              {[4, 5, 6].map((digit) => (
                <Digit key={digit} digit={digit} />
              ))}
              <OperatorKey operator="subtract" />
            </Row>
            <Row gap="xs">
              {[1, 2, 3].map((digit) => (
                <Digit key={digit} digit={digit} />
              ))}
              <OperatorKey operator="add" />
            </Row>
            <Row gap="xs">
              <Digit digit={0} />
              <Key onPress="decimal" says="Decimal point" label="." />
              <Button onPress="equals" variant="primary" a11y={{ label: 'Equals' }}>
                =
              </Button>
            </Row>
          </Column>
        )
      },
      handlers: {
        digit: (ctx, event: PressEvent<{ digit: number }>) =>
          ctx.setState((state) => pressDigit(state, event.args.digit)),
        operator: (ctx, event: PressEvent<{ operator: Operator }>) =>
          ctx.setState((state) => pressOperator(state, event.args.operator)),
        decimal: (ctx) => ctx.setState(pressDecimal),
        negate: (ctx) => ctx.setState(pressNegate),
        backspace: (ctx) => ctx.setState(pressBackspace),
        equals: (ctx) => ctx.setState(pressEquals),
        clear: (ctx) => ctx.setState(CLEARED),
      },
    },
  },
})

const OPERATOR_NAMES: Readonly<Record<Operator, string>> = {
  add: 'Add',
  subtract: 'Subtract',
  multiply: 'Multiply',
  divide: 'Divide',
}

/** What is being calculated, above the display. */
function pendingOf({ stored, operator }: CalculatorState) {
  return stored === null || operator === null ? 'Result' : `${stored} ${OPERATOR_SIGNS[operator]}`
}

function Digit({ digit }: { digit: number }) {
  return (
    <Button onPress="digit" args={{ digit }}>
      {digit}
    </Button>
  )
}

function OperatorKey({ operator }: { operator: Operator }) {
  return (
    <Button onPress="operator" args={{ operator }} a11y={{ label: OPERATOR_NAMES[operator] }}>
      {OPERATOR_SIGNS[operator]}
    </Button>
  )
}

function Key({ onPress, says, label }: { onPress: string; says: string; label: string }) {
  return (
    <Button onPress={onPress} variant="quiet" a11y={{ label: says }}>
      {label}
    </Button>
  )
}

function pressDigit(state: CalculatorState, digit: number): CalculatorState {
  if (state.isFresh) return { ...state, display: String(digit), isFresh: false }
  if (state.display === '0') return { ...state, display: String(digit) }
  if (state.display === '-0') return { ...state, display: `-${digit}` }
  return countDigits(state.display) < DIGITS ? { ...state, display: `${state.display}${digit}` } : state
}

function pressDecimal(state: CalculatorState): CalculatorState {
  if (state.isFresh) return { ...state, display: '0.', isFresh: false }
  return state.display.includes('.') ? state : { ...state, display: `${state.display}.` }
}

function pressNegate(state: CalculatorState): CalculatorState {
  const { display } = state
  if (display === ERROR || display === '0') return state
  return { ...state, display: display.startsWith('-') ? display.slice(1) : `-${display}` }
}

function pressBackspace(state: CalculatorState): CalculatorState {
  // A result is one thing: there is no last digit that somebody typed.
  if (state.isFresh) return state
  const shorter = state.display.slice(0, -1)
  return { ...state, display: shorter === '' || shorter === '-' ? '0' : shorter }
}

function pressOperator(state: CalculatorState, operator: Operator): CalculatorState {
  if (state.display === ERROR) return state
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

const FAILED: CalculatorState = { ...CLEARED, display: ERROR }

function resultOf({ display, stored, operator }: CalculatorState): number | null {
  const right = Number(display) + 0
  return operator === null || stored === null ? right : computeResult(stored, operator, right)
}

function countDigits(display: string): number {
  return display.replaceAll(/\D/g, '').length
}

/** The rounded result, or null where there is none: a division by zero, or a number too large to hold. */
function computeResult(left: number, operator: Operator, right: number): number | null {
  const exact = calculate(left, operator, right)
  if (!Number.isFinite(exact)) return null
  // Adding zero makes -0 an ordinary zero: JSON has no other.
  return Number(exact.toPrecision(DIGITS)) + 0
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
