import type { CellValue, ListItem, ListNode, TableColumn, TableNode, TableRow } from '@plugboard/contracts'

import { createNode, toEventRef, type HandlerRef } from '../ui/createNode.ts'
import type { ListOptions, TableOptions, TextValue } from '../ui/nodeOptions.ts'
import { toNodes, type UIChild } from '../ui/uiChild.ts'
import { isVmRows } from '../ui/vmUi.ts'

export interface ListItemProps {
  readonly key: string
  /** Makes the item pressable; the event carries its key. */
  readonly onPress?: HandlerRef | undefined
  readonly content: UIChild
}

export interface ListProps extends Omit<ListOptions, 'key'> {
  readonly label: TextValue
  readonly items: readonly (ListItemProps | ListItem)[]
}

/** A list of keyed items. */
export function List({ items, ...options }: ListProps): ListNode {
  return createNode('list', { ...options, items: isVmRows(items) ? items : items.map((item) => toListItem(item)) })
}

export interface TableRowProps {
  readonly key: string
  /** By column id. */
  readonly cells: Readonly<Record<string, CellValue>>
  /** Makes the row pressable; the event carries its key. */
  readonly onPress?: HandlerRef | undefined
}

export interface TableProps extends Omit<TableOptions, 'key' | 'rows'> {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (TableRowProps | TableRow)[]
}

/** Rows of cells under named columns. A node in a cell is written `{ node: <Badge>new</Badge> }`. */
export function Table({ rows, ...options }: TableProps): TableNode {
  return createNode('table', { ...options, rows: isVmRows(rows) ? rows : rows.map((row) => toTableRow(row)) })
}

function toListItem(item: ListItemProps | ListItem): ListItem {
  // A single row that the VM knows: it has nothing in it to be written out.
  if (!('content' in item)) return item
  const { key, onPress, content } = item
  return { key, content: toNodes(content), ...(onPress === undefined ? {} : { onPress: toEventRef(onPress) }) }
}

function toTableRow(row: TableRowProps | TableRow): TableRow {
  // As above.
  if (!('cells' in row)) return row
  const { key, onPress, cells } = row
  return { key, cells, ...(onPress === undefined ? {} : { onPress: toEventRef(onPress) }) }
}
