import { Badge, Column, definePlugin, List, Table, ui } from '@plugboard/sdk'

interface Item {
  readonly id: string
  readonly label: string
}

// Declared once: after that a row is its two values.
const card = ui.block<Item>((slot) => ui.row([ui.text(slot('label')), ui.badge(slot('id'))]))

// Drawn again only when the item is another one.
const rows = { key: 'id', memo: true } as const

definePlugin({
  id: 'rows',
  title: 'Rows',
  initialState: { items: [] as readonly Item[] },
  widgets: {
    main: {
      render: ({ state: { items } }) => (
        <>
          <Column>{ui.each(items, card, rows)}</Column>
          <List
            label="Items"
            items={ui.each(items, ({ label }) => ({ content: <Badge>{label}</Badge>, onPress: 'pick' }), rows)}
          />
          <Table
            caption="Cells"
            columns={[{ id: 'label', header: 'Label' }]}
            rows={ui.each(
              items,
              ({ id, label }) => ({ cells: { label }, onPress: { handler: 'pick', args: id } }),
              rows,
            )}
          />
          {ui.each(items, ({ label }) => label, rows)}
        </>
      ),
      handlers: { pick: () => {} },
    },
  },
})
