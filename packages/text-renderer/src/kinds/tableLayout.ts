import type { CellValue, TableNode, UINode } from '@plugboard/contracts'
import { cellOf, cellText } from '@plugboard/contracts/rendering'

import { cleanLine } from '../cleanText.ts'
import { textWidth } from '../textWidth.ts'

/** Columns between two cells. */
export const CELL_GAP = 2

/** Least columns of words, and of nodes, which break badly. */
const LEAST_WORDS = 5
const LEAST_NODE = 12
/** Of a column that has a number in its header. */
const LEAST_SORTABLE = 9

/**
 * How wide each column is: as wide as what stands in it, where all of that fits; otherwise the widest give way. Null when
 * there are too many of them to stand beside one another.
 */
export function computeColumnWidths(
  node: TableNode,
  headers: readonly string[],
  room: number,
): readonly number[] | null {
  const free = room - CELL_GAP * (node.columns.length - 1)
  const columns = node.columns.map(({ id, sortable }, index) => {
    const cells = node.rows.map((row) => cellOf(row, id))
    const least = cells.some(isNode) ? LEAST_NODE : sortable === true ? LEAST_SORTABLE : LEAST_WORDS
    const natural = cells.reduce<number>(
      (most, cell) => Math.max(most, cellWidth(cell)),
      textWidth(headers[index] ?? ''),
    )
    return { natural: Math.max(1, natural), least: Math.min(least, Math.max(1, natural)) }
  })
  if (columns.reduce((sum, { least }) => sum + least, 0) > free) return null
  const most = greatestShare(columns, free)
  return columns.map(({ natural, least }) => Math.max(least, Math.min(natural, most)))
}

/** The words of a cell that holds no node. */
export function cellWords(cell: Exclude<CellValue, object> | null): string {
  return cleanLine(cellText(cell))
}

export function isNode(cell: CellValue): cell is { readonly node: UINode } {
  return typeof cell === 'object' && cell !== null
}

function cellWidth(cell: CellValue): number {
  if (!isNode(cell)) return textWidth(cellWords(cell))
  const { node } = cell
  // A guess that does not draw: a node that were drawn twice at each level of tables would be drawn without end.
  if (node.kind === 'badge' || node.kind === 'text') return textWidth(cleanLine(node.text)) + 4
  return node.kind === 'button' ? textWidth(cleanLine(node.label)) + 8 : 30
}

/** The greatest width that no column may pass, so that all of them fit. */
function greatestShare(columns: readonly { readonly natural: number; readonly least: number }[], free: number): number {
  const used = (most: number): number =>
    columns.reduce((sum, { natural, least }) => sum + Math.max(least, Math.min(natural, most)), 0)
  let share = Math.max(...columns.map(({ natural }) => natural))
  if (used(share) <= free) return share
  share = Math.min(share, free)
  while (share > 1 && used(share) > free) share -= 1
  return share
}
