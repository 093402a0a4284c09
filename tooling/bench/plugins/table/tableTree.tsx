/** @jsxImportSource @plugboard/sdk */
import { Button, Column, Row as Line, Table, type TableProps } from '@plugboard/sdk'
import type { UINode } from '@plugboard/contracts'

import type { TableState } from './rows.ts'
import { CAPTION, describeToolbar, EMPTY, MARK, type TableSizes } from './view.ts'

/** The tree that the table plugin draws, with plain builders. */
export function drawTable({ rows, selected }: TableState, sizes: TableSizes): UINode {
  return (
    <Column>
      <Line>
        {describeToolbar(sizes).map(({ label, ...action }) => (
          <Button key={label} onPress={{ handler: action.type, args: { ...action } }}>
            {label}
          </Button>
        ))}
      </Line>
      <Table
        caption={CAPTION}
        columns={TABLE_COLUMNS}
        empty={EMPTY}
        rows={rows.map(({ id, label }) => ({
          key: String(id),
          cells: {
            selected: id === selected ? MARK : null,
            id,
            label,
            remove: { node: <Button onPress={{ handler: 'remove', args: { id } }}>Remove</Button> },
          },
          onPress: { handler: 'select', args: { id } },
        }))}
      />
    </Column>
  )
}

/** The columns of that table; a press on a label selects its row. */
export const TABLE_COLUMNS: TableProps['columns'] = [
  { id: 'selected', header: 'Selected' },
  { id: 'id', header: 'Id', align: 'end' },
  { id: 'label', header: 'Label', rowHeader: true },
  { id: 'remove', header: 'Remove' },
]
