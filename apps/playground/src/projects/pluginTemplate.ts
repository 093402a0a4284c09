/** What a new plugin begins as: it runs as it stands, and shows state, a handler and a shared domain. */
export const PLUGIN_TEMPLATE = `import { Button, Column, definePlugin, Row, Stat, Text } from '@plugboard/sdk'

definePlugin({
  id: 'hello',
  title: 'Hello',
  initialState: { presses: 0 },
  widgets: {
    main: {
      render({ state, shared }) {
        const total = shared['counter-summary']?.totalValue
        return (
          <Column gap="md">
            <Stat label="Presses" value={state.presses} />
            <Row gap="sm">
              <Button variant="primary" onPress="press">
                Press me
              </Button>
            </Row>
            {total !== undefined && <Text size="sm">All counters together: {total}</Text>}
          </Column>
        )
      },
      handlers: {
        press(ctx) {
          ctx.setState({ presses: ctx.state.presses + 1 })
        },
      },
    },
  },
})
`
