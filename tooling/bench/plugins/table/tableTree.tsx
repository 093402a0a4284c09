/** @jsxImportSource @plugboard/sdk */
import { Button, Column, Row as Line, Table, type EachTableRow, type TableProps } from '@plugboard/sdk'
import type { UINode } from '@plugboard/contracts'

import type { Row } from './rows.ts'
import { CAPTION, describeToolbar, EMPTY, MARK, type TableSizes } from './view.ts'

/** The tree that the table plugins draw, around their rows. */
export function drawTable(rows: TableProps['rows'], sizes: TableSizes): UINode {
  return (
    <Column>
      <Line>
        {describeToolbar(sizes).map(({ label, ...action }) => (
          <Button key={label} onPress={{ handler: action.type, args: { ...action } }}>
            {label}
          </Button>
        ))}
      </Line>
      {/* To be compared, every variant draws every row; only the one that shows what people get does not. */}
      <Table
        caption={CAPTION}
        columns={TABLE_COLUMNS}
        empty={EMPTY}
        rows={rows}
        {...(sizes.isInPart === true ? {} : { virtual: false })}
      />
    </Column>
  )
}

/** One row of it; a press on its label selects it. */
export function drawRow({ id, label }: Row, isSelected: boolean): EachTableRow {
  return {
    cells: {
      selected: isSelected ? MARK : null,
      id,
      label,
      remove: { node: <Button onPress={{ handler: 'remove', args: { id } }}>Remove</Button> },
    },
    onPress: { handler: 'select', args: { id } },
  }
}

const TABLE_COLUMNS: TableProps['columns'] = [
  { id: 'selected', header: 'Selected' },
  { id: 'id', header: 'Id', align: 'end' },
  { id: 'label', header: 'Label', rowHeader: true },
  { id: 'remove', header: 'Remove' },
]
