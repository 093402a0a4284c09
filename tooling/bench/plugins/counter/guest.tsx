/** @jsxImportSource @plugboard/sdk */
import { Badge, Button, Column, definePlugin, Panel, Row, Text, ui } from '@plugboard/sdk'

import { ADD, FIELDS, INITIAL_COUNTER, SHARE, type CounterState, type CounterTotal } from './counter.ts'

/** What the package's reducer understands. */
export interface CounterActions {
  readonly add: undefined
}

interface Figures {
  readonly value: number
  readonly sum: number
}

// A widget of 31 nodes, of which two can change: what it looks like is said once.
const picture = ui.block<Figures>((slot) => (
  <Panel title="Counter">
    <Row>
      <Text>Value</Text>
      <Badge>{slot('value')}</Badge>
    </Row>
    <Row>
      <Text>Total</Text>
      <Text>{slot('sum')}</Text>
    </Row>
    <Column>
      {FIELDS.map((field) => (
        <Row key={`field-${field}`}>
          <Text>Field {field}</Text>
          <Badge>{field * 3}</Badge>
          <Text>Static {field}</Text>
        </Row>
      ))}
    </Column>
    <Row>
      <Button onPress="add">{ADD}</Button>
      <Button onPress="share">{SHARE}</Button>
    </Row>
  </Panel>
))

definePlugin<CounterState, CounterActions>({
  id: 'counter',
  title: 'Counter',
  initialState: INITIAL_COUNTER,
  widgets: {
    main: {
      render({ state, shared }) {
        const total = shared['total'] as CounterTotal | undefined
        return picture({ value: state.value, sum: total?.sum ?? 0 })
      },
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
