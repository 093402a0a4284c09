/** The caption and columns of every variant. */
export const CAPTION = 'Rows'
export const COLUMNS = ['Selected', 'Id', 'Label', 'Remove'] as const
export const MARK = '▸'
export const EMPTY = 'Nothing here yet.'

/** How many rows one `create` makes: one set is `rows`, many are `many`. */
export interface TableSizes {
  readonly rows: number
  readonly many: number
  /** Whether the table may leave out the rows that are not in view, as it does by itself. False when absent. */
  readonly isInPart?: boolean
}

/** The words on the buttons above the table, in their order, each beside what it does. */
export function describeToolbar({ rows, many }: TableSizes): readonly ToolbarButton[] {
  return [
    { label: `Create ${rows}`, type: 'create', count: rows },
    { label: `Create ${many}`, type: 'create', count: many },
    { label: `Append ${rows}`, type: 'append', count: rows },
    { label: 'Update every 10th', type: 'update' },
    { label: 'Swap', type: 'swap' },
    { label: 'Clear', type: 'clear' },
  ]
}

/** One of them. */
export type ToolbarButton =
  | { readonly label: string; readonly type: 'create' | 'append'; readonly count: number }
  | { readonly label: string; readonly type: 'update' | 'swap' | 'clear' }
