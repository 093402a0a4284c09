import type { TableState } from '../../plugins/table/rows.ts'
import { EMPTY, MARK } from '../../plugins/table/view.ts'
import { outlineOf } from '../shared/outline.ts'

/**
 * The table as it stands on the page, in full or in part. Looks are free; what is there, and in which element, is not.
 */
export class TablePicture {
  readonly #body: HTMLTableSectionElement
  /** Rows that the table says it has; null where all of them are drawn. */
  readonly #said: number | null

  /** @param root holds the one table. */
  constructor(root: Element) {
    const body = root.querySelector('tbody')
    if (body === null) throw new Error('there is no table')
    this.#body = body
    const said = body.parentElement?.getAttribute('aria-rowcount') ?? null
    // One of them is the head.
    this.#said = said === null ? null : Number(said) - 1
  }

  /** Rows, without the one that says that there are none. */
  get count(): number {
    if (this.#said !== null) return this.#said
    const { length } = this.#body.rows
    return length === 1 && this.#body.rows[0]?.cells.length === 1 ? 0 : length
  }

  idAt(index: number): string {
    return this.#cell(index, 1)
  }

  labelAt(index: number): string {
    return this.#cell(index, 2)
  }

  isDrawn(index: number): boolean {
    return this.#row(index) !== undefined
  }

  isSelected(index: number): boolean {
    return this.#cell(index, 0) === MARK
  }

  /** The button in the row of that id. */
  buttonOf(id: number, what: 'select' | 'remove'): HTMLElement | null {
    for (const { cells } of this.#body.rows) {
      if (cells[1]?.textContent !== String(id)) continue
      return cells[what === 'select' ? 2 : 3]?.querySelector('button') ?? null
    }
    return null
  }

  /** Elements and text of every row that is drawn, by its place: what all variants have to agree on. */
  outline(): ReadonlyMap<number, string> {
    const rows = [...this.#body.rows].filter((row) => this.#said === null || row.dataset['place'] !== undefined)
    return new Map(
      rows.map((row, index) => [this.#said === null ? index : Number(row.dataset['place']), outlineOf(row)]),
    )
  }

  #row(index: number): HTMLTableRowElement | undefined {
    if (this.#said === null) return this.#body.rows[index]
    return [...this.#body.rows].find((row) => row.dataset['place'] === String(index))
  }

  #cell(index: number, column: number): string {
    return this.#row(index)?.cells[column]?.textContent ?? ''
  }
}

/** What {@link TablePicture.outline} is for a state: every variant is held to it after every operation. */
export function outlineTable({ rows, selected }: TableState): readonly string[] {
  if (rows.length === 0) return [`tr(td=${EMPTY})`]
  return rows.map(
    ({ id, label }) => `tr(td=${id === selected ? MARK : ''} td=${id} th(button=${label}) td(button=Remove))`,
  )
}
