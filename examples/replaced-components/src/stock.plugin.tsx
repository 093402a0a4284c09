/** @jsxImportSource @plugboard/sdk */
import { Badge, Button, Column, definePlugin, type PressEvent, Row, Stat, Table } from '@plugboard/sdk'

interface Item {
  readonly name: string
  readonly count: number
}

interface StockState {
  readonly selected: string | null
  readonly items: readonly Item[]
}

definePlugin<StockState>({
  id: 'stock',
  title: 'Stock',
  initialState: {
    selected: null,
    items: [
      { name: 'Pears', count: 12 },
      { name: 'Apples', count: 3 },
      { name: 'Quinces', count: 0 },
    ],
  },
  widgets: {
    main: {
      render: ({ state: { items, selected } }) => (
        <Column gap="lg">
          <Stat label="In stock" value={items.reduce((total, { count }) => total + count, 0)} />
          <Table
            caption="Fruit"
            columns={[
              { id: 'name', header: 'Name', rowHeader: true },
              { id: 'count', header: 'Count', align: 'end' },
              { id: 'state', header: 'State' },
            ]}
            rows={items.map(({ count, name }) => ({
              key: name,
              onPress: 'select',
              cells: { name, count, state: count === 0 ? { node: <Badge tone="critical">sold out</Badge> } : null },
            }))}
          />
          <Row gap="sm">
            <Button variant="primary" disabled={selected === null} onPress="order">
              {selected === null ? 'Order' : `Order ${selected}`}
            </Button>
            <Button onPress="clear">Clear</Button>
          </Row>
        </Column>
      ),
      handlers: {
        select(ctx, event: PressEvent) {
          ctx.setState({ selected: event.key ?? null })
        },
        order(ctx) {
          const { items, selected } = ctx.state
          ctx.setState({
            items: items.map((item) => (item.name === selected ? { ...item, count: item.count + 10 } : item)),
          })
        },
        clear(ctx) {
          ctx.setState({ selected: null })
        },
      },
    },
  },
})
