/** @jsxImportSource @plugboard/sdk */
import { Alert, Button, Column, definePlugin, type PressEvent, Row, Stat } from '@plugboard/sdk'

interface CounterState {
  readonly value: number
}

declare module '@plugboard/sdk' {
  interface Register {
    domains: {
      'counter-summary': {
        state: { readonly totalValue: number }
        actions: { 'set-instance': { readonly value: number } }
      }
    }
  }
}

definePlugin<CounterState>({
  id: 'counter',
  title: 'Counter',
  initialState: { value: 0 },
  widgets: {
    main: {
      render({ state, shared }) {
        const total = shared['counter-summary']?.totalValue
        return (
          <Column gap="md">
            <Stat label="This instance" value={state.value} />
            {total !== undefined && <Stat label="Shared total" value={total} />}
            <Row gap="sm">
              <Button onPress="add" args={{ by: -1 }}>
                −1
              </Button>
              <Button onPress="add" args={{ by: 1 }} variant="primary">
                +1
              </Button>
            </Row>
            {state.value >= 10 && <Alert tone="positive" title="Ten!" />}
          </Column>
        )
      },
      handlers: {
        add(ctx, { args }: PressEvent<{ by: number }>) {
          const value = ctx.state.value + args.by
          ctx.setState({ value })
          ctx.dispatchSharedAction('counter-summary', 'set-instance', { value })
        },
      },
    },
  },
})
