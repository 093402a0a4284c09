/** @jsxImportSource @plugboard/sdk */
import { Button, Column, definePlugin, Stat } from '@plugboard/sdk'

interface VotesState {
  readonly presses: number
}

definePlugin<VotesState>({
  id: 'votes',
  title: 'Votes',
  initialState: { presses: 0 },
  widgets: {
    main: {
      render: ({ state }) => (
        <Column gap="sm">
          <Stat label="Pressed here" value={state.presses} />
          <Button variant="primary" onPress="vote">
            Vote
          </Button>
        </Column>
      ),
      handlers: {
        vote(ctx) {
          console.log('vote number', ctx.state.presses + 1)
          ctx.setState({ presses: ctx.state.presses + 1 })
          ctx.dispatchSharedAction('votes', 'vote')
        },
      },
    },
  },
})
