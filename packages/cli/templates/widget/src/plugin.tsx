import { Button, Column, definePlugin, Row, Stat, Text, type PressEvent } from '@plugboard/sdk'

definePlugin({
  id: 'template-widget',
  title: 'Template widget',
  initialState: { count: 0 },
  widgets: {
    main: {
      render: ({ state }) => (
        <Column gap="md">
          <Stat label="Count" value={state.count} />
          <Row gap="sm">
            <Button onPress="add" args={{ by: -1 }} disabled={state.count === 0}>
              Less
            </Button>
            <Button onPress="add" args={{ by: 1 }} variant="primary">
              More
            </Button>
          </Row>
          {state.count >= 10 && <Text>That is a lot.</Text>}
        </Column>
      ),
      handlers: {
        add(ctx, event: PressEvent<{ by: number }>) {
          ctx.setState({ count: Math.max(0, ctx.state.count + event.args.by) })
        },
      },
    },
  },
})
