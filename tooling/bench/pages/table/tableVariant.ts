import type { TableSizes } from '../../plugins/table/view.ts'

/** One way to run the table. */
export interface TableVariant {
  readonly name: string
  /** Whether it is asked for many rows: one that takes many seconds for them is not. */
  readonly takesMany: boolean
  /** Whether it draws only the rows in view. */
  readonly isInPart?: boolean
  /** Draws the empty table in `root`, as a React root of its own. */
  mount(root: HTMLElement, sizes: TableSizes): Promise<MountedTable>
}

/** A table on the page. */
export interface MountedTable {
  close(): Promise<void> | void
}
