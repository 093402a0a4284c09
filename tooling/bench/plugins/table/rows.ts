/** One row of the table. */
export interface Row {
  readonly id: number
  readonly label: string
}

/** What every variant of the table holds. */
export interface TableState {
  readonly rows: readonly Row[]
  readonly selected: number | null
  readonly nextId: number
}

/** What every variant of the table can be told to do: the operations of js-framework-benchmark. */
export type TableAction =
  | { readonly type: 'create'; readonly count: number }
  | { readonly type: 'append'; readonly count: number }
  | { readonly type: 'update' }
  | { readonly type: 'select'; readonly id: number }
  | { readonly type: 'swap' }
  | { readonly type: 'remove'; readonly id: number }
  | { readonly type: 'clear' }

/** Before the first operation. */
export const EMPTY_TABLE: TableState = { rows: [], selected: null, nextId: 1 }

/**
 * The one reducer of every variant. The labels follow from the ids, so that variants that were told the same show the
 * same.
 */
export function reduceTable(state: TableState, action: TableAction): TableState {
  const { rows, nextId } = state
  switch (action.type) {
    case 'create':
      return { rows: createRows(action.count, nextId), selected: null, nextId: nextId + action.count }
    case 'append':
      return { ...state, rows: [...rows, ...createRows(action.count, nextId)], nextId: nextId + action.count }
    case 'update':
      return {
        ...state,
        rows: rows.map((row, index) => (index % 10 === 0 ? { id: row.id, label: `${row.label} !!!` } : row)),
      }
    case 'select':
      return { ...state, selected: action.id }
    case 'swap': {
      const last = rows.length - 2
      const [one, other] = [rows[1], rows[last]]
      if (one === undefined || other === undefined) return state
      const swapped = [...rows]
      swapped[1] = other
      swapped[last] = one
      return { ...state, rows: swapped }
    }
    case 'remove':
      return { ...state, rows: rows.filter(({ id }) => id !== action.id) }
    case 'clear':
      return { ...state, rows: [], selected: null }
  }
}

function createRows(count: number, firstId: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: firstId + index, label: labelOf(firstId + index) }))
}

function labelOf(id: number): string {
  return `${pick(ADJECTIVES, id * 7)} ${pick(COLOURS, id * 5)} ${pick(NOUNS, id * 3)}`
}

function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? ''
}

const ADJECTIVES =
  'pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd unsightly adorable important inexpensive cheap expensive fancy'.split(
    ' ',
  )
const COLOURS = 'red yellow blue green pink brown purple grey white black orange'.split(' ')
const NOUNS = 'table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard'.split(' ')
