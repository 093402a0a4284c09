import { Button, Column, definePlugin, Stat } from '@plugboard/sdk'

import { FIRST } from './first.ts'

/** Exported for tests: a VM never sees it. */
export const title = 'Counter'

definePlugin({
  id: 'counter',
  title,
  initialState: FIRST,
  widgets: {
    main: {
      render: ({ state }) => (
        <Column>
          <Stat label="Count" value={state.value} />
          <Button onPress="add">+1</Button>
        </Column>
      ),
      handlers: {
        add: (ctx) => ctx.setState({ value: ctx.state.value + 1 }),
      },
    },
  },
})
