import { Button, Column, definePlugin, Row, Stat, Text, type HandlerContext } from '@plugboard/sdk'

interface State {
  readonly value: number
}

definePlugin<State>({
  id: 'counter',
  title: 'Counter',
  description: 'Counts for itself, and tells the shared total.',
  initialState: { value: 0 },
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
        increment: (ctx) => count(ctx, ctx.state.value + 1),
        decrement: (ctx) => count(ctx, ctx.state.value - 1),
        reset: (ctx) => count(ctx, 0),
      },
    },
  },
})

function count(ctx: HandlerContext<State>, value: number) {
  ctx.setState({ value })
  // Sent without asking first: what is refused shows up in the timeline, where you can grant it.
  ctx.dispatchSharedAction('counter-summary', 'set-instance', { value })
}
