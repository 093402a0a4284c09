import { Button, Column, definePlugin, Row, Stat, Text, type HandlerContext } from '@plugboard/sdk'

import { computeCounterValue, type CounterActionType } from './counterValue.ts'
import { INITIAL_COUNTER, type CounterActions, type CounterState } from './reducer.ts'

definePlugin<CounterState, CounterActions>({
  id: 'counter',
  title: 'Counter',
  description: 'Counts for itself, and tells the shared total.',
  initialState: INITIAL_COUNTER,
  widgets: {
    main: {
      render({ state, shared, can }) {
        const summary = shared['counter-summary']
        return (
          <Column gap="md">
            <Row justify="between" align="end">
              <Stat label="This instance" value={state.value} />
              {summary !== undefined && <Stat label="Shared total" value={summary.totalValue} />}
            </Row>
            <Row gap="sm">
              <Button onPress="decrement" a11y={{ label: 'Decrease' }}>
                −1
              </Button>
              <Button onPress="increment" variant="primary" a11y={{ label: 'Increase' }}>
                +1
              </Button>
              <Button onPress="reset">Reset</Button>
            </Row>
            {summary === undefined && <Text size="sm">The shared total is not shown to this counter.</Text>}
            {!can('writeShared', 'counter-summary') && (
              <Text size="sm">This counter is not added to the shared total.</Text>
            )}
          </Column>
        )
      },
      handlers: {
        increment: (ctx) => count(ctx, 'increment'),
        decrement: (ctx) => count(ctx, 'decrement'),
        reset: (ctx) => count(ctx, 'reset'),
      },
    },
  },
})

function count(ctx: HandlerContext<CounterState, CounterActions>, actionType: CounterActionType): void {
  ctx.dispatchPluginAction(actionType)
  // Sent without asking first: what is refused shows up in the host's trace, where a person can grant it.
  ctx.dispatchSharedAction('counter-summary', 'set-instance', {
    value: computeCounterValue(ctx.state.value, actionType),
  })
}
