import { definePlugin, ui } from '@plugboard/sdk'

import { INITIAL_COUNTER, type CounterState } from './counter.ts'
import { drawCounter, readFigures } from './picture.tsx'

/** What the package's reducer understands. */
export interface CounterActions {
  readonly add: undefined
}

// What it looks like is said once.
const picture = ui.block(drawCounter)

definePlugin<CounterState, CounterActions>({
  id: 'counter',
  title: 'Counter',
  initialState: INITIAL_COUNTER,
  widgets: {
    main: {
      render: ({ state, shared }) => picture(readFigures(state, shared)),
      handlers: {
        add: (ctx) => ctx.dispatchPluginAction('add'),
        // Native code that no interrupt reaches: only the end of its worker stops it.
        stick() {
          const long: string[] = []
          long.length = 1e9
          long.join()
        },
        share: (ctx) => ctx.dispatchSharedAction('total', 'add', { by: 1 }),
      },
    },
  },
})
