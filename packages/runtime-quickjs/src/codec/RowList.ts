import { measureJson } from './measureJson.ts'

/** A row as it was sent: parsed when nothing was wrong with it, else as it came, to be judged again where it stands. */
export interface KeptRow {
  /** Null for a row that is left out. */
  row: object | null
  /** Characters that it stands for when it is named; null until somebody asks. */
  length: number | null
  /** Sites of lists inside it: they stay as long as it does. Null when there are none. */
  sites: Set<number> | null
}

/** The rows of one list in the order in which the guest has them: what it may name by place. */
export class RowList {
  readonly rows: readonly KeptRow[]
  /** What the parser made of the list, where it is all that a prop holds and nothing was wrong in it. */
  readonly parsed: readonly object[] | null
  /** Whether lists are in some of its rows. */
  readonly hasInner: boolean
  #sums: Float64Array | null = null

  constructor(rows: readonly KeptRow[], { parsed, hasInner }: Pick<RowList, 'parsed' | 'hasInner'>) {
    this.rows = rows
    this.parsed = parsed
    this.hasInner = hasInner
  }

  /** What naming these rows costs: as many characters as sending them. Summed up once, so that a run costs no more than a row. */
  priceOf(from: number, count: number): number {
    this.#sums ??= sumLengths(this.rows)
    return (this.#sums[from + count] ?? 0) - (this.#sums[from] ?? 0)
  }
}

function sumLengths(rows: readonly KeptRow[]): Float64Array {
  const sums = new Float64Array(rows.length + 1)
  let sum = 0
  for (const [index, kept] of rows.entries()) {
    kept.length ??= kept.row === null ? 0 : (measureJson(kept.row)?.length ?? 0)
    sum += 1 + kept.length + (kept.sites?.size ?? 0)
    sums[index + 1] = sum
  }
  return sums
}
