/** @jsxImportSource @plugboard/sdk */
import {
  Badge,
  Button,
  Column,
  type ComponentEvent,
  Custom,
  definePlugin,
  type PressEvent,
  Row,
  Stat,
  Table,
  Text,
} from '@plugboard/sdk'

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
          {items
            .filter(({ name }) => name === selected)
            .map(({ count, name }) => (
              <Custom
                key={name}
                component="shop/StockGauge"
                props={{ item: name, count, enough: 20 }}
                events={{ set: 'set' }}
                slots={{ note: <Text>20 are enough.</Text> }}
                fallback={<Text>{`${count} of 20 ${name}`}</Text>}
              />
            ))}
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
        set(ctx, { detail }: ComponentEvent<{ readonly item: string; readonly count: number }>) {
          if (detail === undefined) return
          const { count, item: name } = detail
          ctx.setState({ items: ctx.state.items.map((item) => (item.name === name ? { ...item, count } : item)) })
        },
        clear(ctx) {
          ctx.setState({ selected: null })
        },
      },
    },
  },
})
