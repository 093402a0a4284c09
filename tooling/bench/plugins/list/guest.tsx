/** @jsxImportSource @plugboard/sdk */
import { Badge, Button, Column, definePlugin, Row, Text } from '@plugboard/sdk'

import { createList, type ListState } from './listState.ts'

// A list of 250 lines with four nodes each.
definePlugin<ListState>({
  id: 'list',
  title: 'List',
  initialState: createList(0),
  widgets: {
    main: {
      render: ({ state }) => (
        <Column>
          {state.items.map(({ id, label, count }) => (
            <Row key={String(id)}>
              <Text>{label}</Text>
              <Badge>{count}</Badge>
              <Button onPress={{ handler: 'remove', args: { id } }}>Remove</Button>
            </Row>
          ))}
        </Column>
      ),
      handlers: { remove: () => undefined },
    },
  },
})
