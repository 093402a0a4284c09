import { definePlugin } from '@plugboard/sdk'

import { INITIAL_COUNTER, type CounterState } from './counter.ts'
import { drawCounter, readFigures } from './picture.tsx'

// The counter as JSX that is drawn every time, for the price of nodes without a block.
definePlugin<CounterState>({
  id: 'counter',
  title: 'Counter',
  initialState: INITIAL_COUNTER,
  widgets: {
    main: {
      render({ state, shared }) {
        const figures = readFigures(state, shared)
        return drawCounter((name) => figures[name])
      },
    },
  },
})
