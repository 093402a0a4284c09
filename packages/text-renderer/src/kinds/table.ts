import type { CellValue, NodeOf, TableColumn, TableRow, TableSort } from '@plugboard/contracts'
import {
  cellOf,
  MOST_SELECTED,
  nameColumnOf,
  nextSort,
  rowName,
  rowPlacesOf,
  sorterOf,
  sortRows,
} from '@plugboard/contracts/rendering'

import { cleanLine } from '../cleanText.ts'
import { besideOneAnother, blank, join, type Line, padLine } from '../line.ts'
import type { Style } from '../look.ts'
import { narrow, numbered, type Pen, penFor, piece, pressable, words } from '../pen.ts'
import { flow } from '../stack.ts'
import { cutText } from '../textWidth.ts'
import { CELL_GAP, cellWords, computeColumnWidths, isNode } from './tableLayout.ts'

/** A table as it is drawn: what the person chose, and the words of its head. */
interface TableView {
  readonly node: NodeOf<'table'>
  readonly path: string
  readonly selected: ReadonlySet<string>
  readonly headers: readonly string[]
}

export function drawTable(node: NodeOf<'table'>, pen: Pen): readonly Line[] {
  const { memory } = pen.paper
  const planned = memory.sortOf(pen.path, node.sort)
  const sort = node.columns.some(({ id }) => id === planned?.column) ? planned : null
  const view: TableView = {
    node,
    path: pen.path,
    selected: new Set(memory.selectedOf(pen.path, node)),
    headers: node.columns.map((column) => header(node, { column, sort, pen })),
  }
  const rows = sorterOf(node) === 'host' && sort !== null ? sorted(node.rows, sort) : node.rows
  const room = markRoom(node, pen)
  const widths = computeColumnWidths(node, view.headers, pen.width - room)
  const body =
    widths === null
      ? [
          ...flow(
            pen,
            view.headers.map((text) => words(pen, text, 'strong')),
          ),
          ...rows.flatMap((row) => drawRecord(view, row, pen)),
        ]
      : [...drawHead(view, { widths, room, pen }), ...rows.flatMap((row) => drawRow(view, row, { widths, room, pen }))]
  return [
    ...words(pen, node.caption, 'strong'),
    ...body,
    ...(rowPlacesOf(node).count === 0 ? words(pen, node.empty ?? 'Nothing here yet.', 'dim') : []),
    ...drawPages(node, pen),
  ]
}

interface Layout {
  readonly widths: readonly number[]
  readonly room: number
  readonly pen: Pen
}

function header(
  node: NodeOf<'table'>,
  { column, sort, pen }: { column: TableColumn; sort: TableSort | null; pen: Pen },
): string {
  const { signs } = pen.paper.look
  const sorter = sorterOf(node)
  const arrow = sorter !== null && sort?.column === column.id ? ` ${sort.dir === 'asc' ? signs.up : signs.down}` : ''
  const text = `${cleanLine(column.header)}${arrow}`
  if (column.sortable !== true || sorter === null) return text
  const number = numbered(pen, {
    id: `sort:${column.id}`,
    label: `Sort by ${column.header}`,
    effect: { does: 'sort', path: pen.path, table: node, next: nextSort(sort, column.id, sorter) },
  })
  return `${number} ${text}`
}

function drawHead({ node, headers }: TableView, { widths, room, pen }: Layout): readonly Line[] {
  const cells = headers.map((text, index) =>
    cellLine(pen, { text, width: widths[index] ?? 1, column: node.columns[index], style: 'strong' }),
  )
  const head = cells.reduce((line, cell) => join(join(line, blank(CELL_GAP)), cell))
  return [join(blank(room), head), piece(pen, pen.paper.look.signs.rule.repeat(room + head.width), 'dim')]
}

function drawRow(view: TableView, row: TableRow, { widths, room, pen }: Layout): readonly Line[] {
  const { node } = view
  const inside: Pen = { ...pen, path: `${pen.path}/row:${row.key}` }
  const mark = rowMark(view, row, inside)
  const blocks = node.columns.map((column, index) => {
    const width = widths[index] ?? 1
    const cell = cellOf(row, column.id)
    return {
      width,
      lines: isNode(cell)
        ? drawNode(cell, column, narrow(inside, width))
        : [cellLine(pen, { text: cellWords(cell), width, column })],
    }
  })
  const cells = besideOneAnother(blocks, CELL_GAP)
  const all = { lines: cells, width: pen.width - room }
  if (mark.width <= room) return besideOneAnother([{ lines: [mark], width: room }, all], 0)
  return [...words(pen, mark.text), ...besideOneAnother([{ lines: [], width: room }, all], 0)]
}

/** A row whose cells do not fit beside one another: each on a line of its own, after its header. */
function drawRecord(view: TableView, row: TableRow, pen: Pen): readonly Line[] {
  const inside: Pen = { ...pen, path: `${pen.path}/row:${row.key}` }
  const mark = rowMark(view, row, inside)
  return [
    ...(mark.width === 0 ? [] : words(pen, mark.text)),
    ...view.node.columns.flatMap((column) => {
      const cell = cellOf(row, column.id)
      if (!isNode(cell)) return words(pen, `${column.header}: ${cellWords(cell)}`)
      return [...words(pen, `${column.header}:`), ...drawNode(cell, column, inside)]
    }),
    blank(0),
  ]
}

function drawNode({ node }: Extract<CellValue, object>, column: TableColumn, pen: Pen): readonly Line[] {
  return pen.paper.drawNode(node, penFor(pen, node, column.id))
}

interface CellParts {
  readonly text: string
  readonly width: number
  readonly column: TableColumn | undefined
  readonly style?: Style
}

function cellLine(pen: Pen, { text, width, column, style }: CellParts): Line {
  const cut = cutText(text, width, pen.paper.look.signs.more)
  return padLine(piece(pen, cut, style), width, column?.align)
}

function sorted(rows: readonly TableRow[], { column, dir }: TableSort): readonly TableRow[] {
  return sortRows(rows, column, dir).flatMap((place) => rows[place] ?? [])
}

/** What stands before a row: its number, and whether it is selected. */
function rowMark({ node, path, selected }: TableView, row: TableRow, pen: Pen): Line {
  const label = rowName(row, nameColumnOf(node.columns))
  const isSelected = selected.has(row.key)
  const marks: string[] = []
  if (isSelectable(node)) {
    const isOne = node.select === 'one'
    const number = numbered(pen, {
      id: 'select',
      label: `${isSelected && !isOne ? 'Unselect' : 'Select'} ${label}`,
      effect: {
        does: 'select',
        path,
        table: node,
        next: () => {
          if (isOne) return [row.key]
          const next = new Set(selected)
          if (!next.delete(row.key)) next.add(row.key)
          return [...next].slice(0, MOST_SELECTED)
        },
      },
    })
    marks.push(number, isOne ? `(${isSelected ? pen.paper.look.signs.chosen : ' '})` : isSelected ? '[x]' : '[ ]')
  }
  if (row.onPress !== undefined) {
    marks.push(
      numbered(pen, {
        id: 'press',
        label,
        effect: { does: 'send', ref: row.onPress, event: { type: 'press', key: row.key } },
      }),
    )
  }
  return marks.length === 0 ? blank(0) : piece(pen, `${marks.join(' ')} `)
}

/** Columns before the cells: enough for the numbers of a table without nodes; a mark that is wider has a line of its own. */
function markRoom(node: NodeOf<'table'>, pen: Pen): number {
  const count = pen.paper.actions.length + 2 * node.rows.length
  const number = `[${count}] `.length
  const isPressable = node.rows.some(({ onPress }) => onPress !== undefined)
  const room = (isSelectable(node) ? number + 4 : 0) + (isPressable ? number : 0)
  return pen.width - room >= 16 ? room : 0
}

/** Which of the rows these are, where they are only some of them, and the ways to the others. */
function drawPages(node: NodeOf<'table'>, pen: Pen): readonly Line[] {
  const { onRange, rows, total } = node
  if (total === undefined || onRange === undefined) return []
  const { count, first: start } = rowPlacesOf(node)
  const end = start + rows.length
  const page = rows.length === 0 ? PAGE : rows.length
  const range = (label: string, from: number): readonly Line[] =>
    pressable(pen, {
      id: `range:${label}`,
      label,
      effect: {
        does: 'send',
        ref: onRange,
        event: { type: 'range', start: from, end: Math.min(count, from + page) },
      },
    })
  return flow(pen, [
    words(pen, rows.length === 0 ? `None of ${count} rows` : `Rows ${start + 1} to ${end} of ${count}`, 'dim'),
    start > 0 ? range('Earlier rows', Math.max(0, start - page)) : [],
    end < count ? range('Later rows', end) : [],
  ])
}

/** Rows that are asked for where there are none to go by. */
const PAGE = 50

function isSelectable(node: NodeOf<'table'>): boolean {
  return node.select === 'one' || node.select === 'many'
}
