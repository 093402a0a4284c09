/** @jsxImportSource @plugboard/sdk */
import { Button, definePlugin, Row } from '@plugboard/sdk'

interface FaultyState {
  readonly mode: 'fine' | 'broken'
}

definePlugin<FaultyState>({
  id: 'faulty',
  title: 'Faulty',
  initialState: { mode: 'fine' },
  widgets: {
    main: {
      render({ state }) {
        if (state.mode === 'broken') throw new Error('cannot be drawn')
        return (
          <Row>
            <Button onPress="fail">Throw</Button>
            <Button onPress="break">Break</Button>
            <Button onPress="spin">Spin</Button>
          </Row>
        )
      },
      handlers: {
        break(ctx) {
          ctx.setState({ mode: 'broken' })
        },
        fail() {
          // The place that a test runner shows.
          throw new RangeError('too far')
        },
        spin() {
          for (;;);
        },
      },
    },
  },
})
