import { Button, Column, definePlugin, Row, Stat, type PressEvent } from '@plugboard/sdk'

import type { Operator } from './arithmetic.ts'
import { INITIAL_CALCULATOR, OPERATOR_SIGNS, type CalculatorActions, type CalculatorState } from './calculatorState.ts'

definePlugin<CalculatorState, CalculatorActions>({
  id: 'calculator',
  title: 'Calculator',
  description: 'Adds, subtracts, multiplies and divides, all by itself.',
  initialState: INITIAL_CALCULATOR,
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
        digit(ctx, event: PressEvent<{ digit: number }>) {
          ctx.dispatchPluginAction('digit', event.args)
        },
        operator(ctx, event: PressEvent<{ operator: Operator }>) {
          ctx.dispatchPluginAction('operator', event.args)
        },
        decimal: (ctx) => ctx.dispatchPluginAction('decimal'),
        negate: (ctx) => ctx.dispatchPluginAction('negate'),
        backspace: (ctx) => ctx.dispatchPluginAction('backspace'),
        equals: (ctx) => ctx.dispatchPluginAction('equals'),
        clear: (ctx) => ctx.dispatchPluginAction('clear'),
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
