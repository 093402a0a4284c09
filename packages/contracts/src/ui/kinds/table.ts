import type { UIEventRef } from '../uiEvent.ts'
import type { UINode } from '../uiNode.ts'
import type { NodeBase, Size } from '../vocabulary.ts'

/** Rows of cells under named columns. */
export interface TableNode extends NodeBase {
  readonly kind: 'table'
  readonly caption: string
  /** 1 to 30. */
  readonly columns: readonly TableColumn[]
  /** At most 10,000. */
  readonly rows: readonly TableRow[]
  /** Shown when there are no rows. */
  readonly empty?: string
}

export interface TableColumn {
  readonly id: string
  readonly header: string
  readonly align?: 'start' | 'end'
  readonly width?: Size
  readonly rowHeader?: boolean
}

export interface TableRow {
  readonly key: string
  /** By column id. A column without a cell is empty. */
  readonly cells: Readonly<Record<string, CellValue>>
  /** Makes the row pressable; sends `press` with its key. */
  readonly onPress?: UIEventRef
}

export type CellValue = string | number | boolean | null | { readonly node: UINode }
