/** @jsxImportSource @plugboard/sdk */
import type { UINode } from '@plugboard/contracts'
import { Badge, Button, Column, definePlugin, Row, Text, ui } from '@plugboard/sdk'

import { createList, type ListItem, type ListState } from './listState.ts'

// A list of 250 lines with four nodes each. Outside a VM that knows `ui.each`, all lines are drawn every time.
definePlugin<ListState>({
  id: 'list',
  title: 'List',
  initialState: createList(0),
  widgets: {
    main: {
      render: ({ state }) => <Column>{ui.each(state.items, drawLine, { key: 'id', memo: (item) => [item] })}</Column>,
      handlers: { remove: () => undefined },
    },
  },
})

function drawLine({ id, label, count }: ListItem): UINode {
  return (
    <Row>
      <Text>{label}</Text>
      <Badge>{count}</Badge>
      <Button onPress={{ handler: 'remove', args: { id } }}>Remove</Button>
    </Row>
  )
}
