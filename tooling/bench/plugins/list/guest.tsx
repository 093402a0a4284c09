/** @jsxImportSource @plugboard/sdk */
import type { UINode } from '@plugboard/contracts'
import { Button, Column, definePlugin, Row, ui } from '@plugboard/sdk'

import { createList, type ListItem, type ListState } from './listState.ts'

interface LineValues {
  readonly label: string
  readonly count: string
  readonly id: number
}

const line = ui.block<LineValues>((slot) => (
  <Row>
    {ui.text(slot('label'))}
    {ui.badge(slot('count'))}
    <Button onPress={{ handler: 'remove', args: { id: slot('id') } }}>Remove</Button>
  </Row>
))

// A list of 250 lines with four nodes each. Outside a VM that knows `ui.each`, all lines are drawn every time.
definePlugin<ListState>({
  id: 'list',
  title: 'List',
  initialState: createList(0),
  widgets: {
    main: {
      render: ({ state }) => <Column>{ui.each(state.items, drawLine, { key: 'id', memo: true })}</Column>,
      handlers: { remove: () => undefined },
    },
  },
})

function drawLine({ id, label, count }: ListItem): UINode {
  return line({ label, count: String(count), id })
}
