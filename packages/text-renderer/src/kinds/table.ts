import type { CellValue, NodeOf, TableColumn, TableRow, TableSort } from '@plugboard/contracts'

import { cleanLine } from '../cleanText.ts'
import { besideOneAnother, blank, join, type Line, padLine } from '../line.ts'
import type { Style } from '../look.ts'
import { narrow, numbered, type Pen, penFor, piece, pressable, words } from '../pen.ts'
import { flow } from '../stack.ts'
import { cutText } from '../textWidth.ts'
import { sortRows } from './sortRows.ts'
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
  const sort = memory.sortOf(pen.path, node.sort)
  const view: TableView = {
    node,
    path: pen.path,
    selected: new Set(memory.selectedOf(pen.path, node.selected)),
    headers: node.columns.map((column) => header(node, { column, sort, pen })),
  }
  const rows = node.onSort === undefined ? sortRows(node.rows, sort) : node.rows
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
    ...(rows.length === 0 ? words(pen, node.empty ?? 'Nothing here yet.', 'dim') : []),
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
  { column, sort, pen }: { column: TableColumn; sort: TableSort | undefined; pen: Pen },
): string {
  const { signs } = pen.paper.look
  const isSorted = sort?.column === column.id
  const arrow = isSorted ? ` ${sort.dir === 'asc' ? signs.up : signs.down}` : ''
  const text = `${cleanLine(column.header)}${arrow}`
  if (column.sortable !== true) return text
  const next: TableSort = { column: column.id, dir: isSorted && sort.dir === 'asc' ? 'desc' : 'asc' }
  const number = numbered(pen, {
    id: `sort:${column.id}`,
    label: `Sort by ${column.header}`,
    effect: { does: 'sort', path: pen.path, table: node, next },
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
    const cell = cellOf(row, column)
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
      const cell = cellOf(row, column)
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

function cellOf(row: TableRow, { id }: TableColumn): CellValue {
  return (Object.hasOwn(row.cells, id) ? row.cells[id] : null) ?? null
}

/** What stands before a row: its number, and whether it is selected. */
function rowMark({ node, path, selected }: TableView, row: TableRow, pen: Pen): Line {
  const label = node.columns.map((column) => cellOf(row, column)).find((cell) => typeof cell === 'string') ?? row.key
  const isSelected = selected.has(row.key)
  const marks: string[] = []
  if (isSelectable(node)) {
    const isOne = node.select === 'one'
    const number = numbered(pen, {
      id: 'select',
      label: `${isSelected ? 'Unselect' : 'Select'} ${label}`,
      effect: {
        does: 'select',
        path,
        table: node,
        next: () => {
          const others = isOne ? [] : [...selected].filter((key) => key !== row.key)
          return isSelected ? others : [...others, row.key]
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
  const { total, onRange, rows, offset: start = 0 } = node
  if (total === undefined || onRange === undefined) return []
  const end = start + rows.length
  const page = rows.length === 0 ? PAGE : rows.length
  const range = (label: string, from: number): readonly Line[] =>
    pressable(pen, {
      id: `range:${label}`,
      label,
      effect: {
        does: 'send',
        ref: onRange,
        event: { type: 'range', start: from, end: Math.min(total, from + page) },
      },
    })
  return flow(pen, [
    words(pen, rows.length === 0 ? `None of ${total} rows` : `Rows ${start + 1} to ${end} of ${total}`, 'dim'),
    start > 0 ? range('Earlier rows', Math.max(0, start - page)) : [],
    end < total ? range('Later rows', end) : [],
  ])
}

/** Rows that are asked for where there are none to go by. */
const PAGE = 50

function isSelectable(node: NodeOf<'table'>): boolean {
  return node.select === 'one' || node.select === 'many'
}
