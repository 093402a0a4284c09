import { Button, Column, definePlugin, Input, Row, Text, type FieldEvent } from '@plugboard/sdk'

definePlugin({
  id: 'greeter',
  title: 'Greeter',
  description: 'Greets by name, and shares the name on request.',
  initialState: { name: '' },
  widgets: {
    main: {
      render({ state, can }) {
        const name = state.name.trim()
        const isSharing = can('writeShared', 'greeter-profile')
        return (
          <Column gap="md">
            <Input
              name="name"
              label="Your name"
              value={state.name}
              maxLength={80}
              notify="input"
              onChange="rename"
              onCommit="rename"
            />
            <Text size="lg" weight="medium">
              {name === '' ? 'Hello!' : `Hello, ${name}`}
            </Text>
            <Row>
              <Button variant="primary" disabled={name === '' || !isSharing} onPress="share">
                Share greeting
              </Button>
            </Row>
            {!isSharing && <Text size="sm">Sharing is switched off for this greeter.</Text>}
          </Column>
        )
      },
      handlers: {
        rename(ctx, event: FieldEvent) {
          ctx.setState({ name: event.value })
        },
        share(ctx) {
          ctx.dispatchSharedAction('greeter-profile', 'set-profile', { name: ctx.state.name.trim() })
        },
      },
    },
  },
})
