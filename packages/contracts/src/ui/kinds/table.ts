import type { UIEventRef } from '../uiEvent.ts'
import type { UINode } from '../uiNode.ts'
import type { NodeBase, Size } from '../vocabulary.ts'

/** Rows of cells under named columns. How they are sorted and which are selected belongs to the host. */
export interface TableNode extends NodeBase {
  readonly kind: 'table'
  readonly caption: string
  /** 1 to 30. */
  readonly columns: readonly TableColumn[]
  /** At most 10,000. */
  readonly rows: readonly TableRow[]
  /** How the plugin wants the rows to be sorted; a new value replaces what the person chose. */
  readonly sort?: TableSort
  /** Sends `sort`, and the plugin sorts. Absent: the host sorts the rows that it has. */
  readonly onSort?: UIEventRef
  /** How many rows can be selected; `none` when absent. */
  readonly select?: 'none' | 'one' | 'many'
  /** Keys of the rows that the plugin wants to be selected; a new value replaces what the person chose. */
  readonly selected?: readonly string[]
  /** Sends `select` with the keys of all selected rows. */
  readonly onSelect?: UIEventRef
  /** Only the rows near the view are drawn. By itself above 100 rows. */
  readonly virtual?: boolean
  /** How many rows there are, where `rows` are only some of them. Needs `onRange`. */
  readonly total?: number
  /** The place of the first of `rows` among all, from 0; 0 when absent. Only with `total`. */
  readonly offset?: number
  /** Sends `range` with the places that are seen, `start` to `end` (exclusive), where `rows` do not hold them. */
  readonly onRange?: UIEventRef
  /** Shown when there are no rows. */
  readonly empty?: string
}

export interface TableSort {
  /** The id of a column. */
  readonly column: string
  readonly dir: 'asc' | 'desc'
}

export interface TableColumn {
  readonly id: string
  readonly header: string
  readonly align?: 'start' | 'end'
  readonly width?: Size
  readonly rowHeader?: boolean
  /** The header is a button that sorts. */
  readonly sortable?: boolean
}

export interface TableRow {
  readonly key: string
  /** By column id. A column without a cell is empty. */
  readonly cells: Readonly<Record<string, CellValue>>
  /** Makes the row pressable; sends `press` with its key. */
  readonly onPress?: UIEventRef
}

export type CellValue = string | number | boolean | null | { readonly node: UINode }
