import { Button, definePlugin, Row, Stat } from '@plugboard/sdk'

definePlugin({
  id: 'counter',
  title: 'Counter',
  initialState: { value: 0 },
  widgets: {
    main: {
      render: ({ state, shared }) => (
        <Row>
          <Stat label="This counter" value={state.value} />
          <Stat label="All counters" value={shared['counter-summary']?.totalValue ?? '?'} />
          <Button onPress="add">Add one</Button>
          <Button onPress="reset">Reset all</Button>
        </Row>
      ),
      handlers: {
        add(ctx) {
          const value = ctx.state.value + 1
          ctx.setState({ value })
          ctx.dispatchSharedAction('counter-summary', 'set-instance', { value })
        },
        reset(ctx) {
          ctx.setState({ value: 0 })
          ctx.dispatchSharedAction('counter-summary', 'reset')
        },
      },
    },
  },
})
