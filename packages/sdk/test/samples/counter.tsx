import { Button, Column, definePlugin, Row, Stat, type PressEvent } from '@plugboard/sdk'

definePlugin({
  id: 'counter',
  title: 'Counter',
  initialState: { value: 0 },
  widgets: {
    main: {
      render({ state, can }) {
        return (
          <Column gap="md">
            <Stat label="Count" value={state.value} />
            <Row gap="sm">
              <Button onPress="add" args={{ by: -1 }}>
                −1
              </Button>
              <Button onPress="add" args={{ by: 1 }} variant="primary">
                +1
              </Button>
              {can('systemCommand', 'restart-plugin') && <Button onPress="restart">Restart</Button>}
            </Row>
          </Column>
        )
      },
      handlers: {
        add(ctx, event: PressEvent<{ by: number }>) {
          ctx.setState({ value: ctx.state.value + event.args.by })
        },
        restart(ctx) {
          ctx.dispatchSystemCommand('restart-plugin')
        },
      },
    },
  },
})
