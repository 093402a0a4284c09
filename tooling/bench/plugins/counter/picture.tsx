/** @jsxImportSource @plugboard/sdk */
import type { UINode } from '@plugboard/contracts'
import { Badge, Button, Column, Panel, Row, Text, type Slot } from '@plugboard/sdk'

import { ADD, FIELDS, SHARE, type CounterState, type CounterTotal } from './counter.ts'

/** What a counter shows. */
export interface Figures {
  readonly value: number
  readonly sum: number
}

/** A widget of 31 nodes, of which two can change. */
export function drawCounter(slot: Slot<Figures>): UINode {
  return (
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
  )
}

/** The figures of a view. */
export function readFigures(state: CounterState, shared: Readonly<Record<string, unknown>>): Figures {
  const total = shared['total'] as CounterTotal | undefined
  return { value: state.value, sum: total?.sum ?? 0 }
}
