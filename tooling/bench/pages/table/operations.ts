import type { TableAction } from '../../plugins/table/rows.ts'
import { describeToolbar, type TableSizes } from '../../plugins/table/view.ts'
import type { TablePicture } from './tablePicture.ts'

/** One operation of the benchmark: what is clicked, and how the table looks when it is done. */
export interface Operation {
  readonly name: string
  /** False: it only prepares the next one. */
  readonly isMeasured: boolean
  readonly action: (picture: TablePicture) => TableAction
  readonly isDone: (picture: TablePicture, before: RowIds) => boolean
}

/** What was on the page before the click. */
export interface RowIds {
  readonly count: number
  readonly first: string
  readonly second: string
  readonly tenth: string
}

const SELECTED = 5
const REMOVED = 10

/** The operations of js-framework-benchmark on one set of rows, in the order in which they are run. */
export function listOperations({ rows }: TableSizes): readonly Operation[] {
  const isFull: Operation['isDone'] = (picture, before) => picture.count === rows && picture.idAt(0) !== before.first
  return [
    { name: `create ${rows}`, isMeasured: true, action: () => ({ type: 'create', count: rows }), isDone: isFull },
    { name: `replace ${rows}`, isMeasured: true, action: () => ({ type: 'create', count: rows }), isDone: isFull },
    {
      name: `update every 10th of ${rows}`,
      isMeasured: true,
      action: () => ({ type: 'update' }),
      isDone: (picture) => isUpdated(picture, rows),
    },
    {
      name: 'select another row',
      isMeasured: false,
      action: (picture) => ({ type: 'select', id: Number(picture.idAt(2)) }),
      isDone: (picture) => picture.isSelected(2),
    },
    {
      name: 'select a row',
      isMeasured: true,
      action: (picture) => ({ type: 'select', id: Number(picture.idAt(SELECTED)) }),
      isDone: (picture) => picture.isSelected(SELECTED),
    },
    {
      name: 'swap two rows',
      isMeasured: true,
      action: () => ({ type: 'swap' }),
      // A table that is drawn in part shows one of the two.
      isDone: (picture, { second }) =>
        picture.isDrawn(rows - 2) ? picture.idAt(rows - 2) === second : picture.idAt(1) !== second,
    },
    {
      name: 'remove a row',
      isMeasured: true,
      action: (picture) => ({ type: 'remove', id: Number(picture.idAt(REMOVED)) }),
      isDone: (picture, { tenth }) => picture.count === rows - 1 && picture.idAt(REMOVED) !== tenth,
    },
    {
      name: `append ${rows} to ${rows}`,
      isMeasured: true,
      action: () => ({ type: 'append', count: rows }),
      isDone: (picture) => picture.count === 2 * rows - 1,
    },
    {
      name: `clear ${2 * rows}`,
      isMeasured: true,
      action: () => ({ type: 'clear' }),
      isDone: (picture) => picture.count === 0,
    },
  ]
}

/** The operations on many rows. */
export function listManyOperations({ many }: TableSizes): readonly Operation[] {
  return [
    {
      name: `create ${many}`,
      isMeasured: true,
      action: () => ({ type: 'create', count: many }),
      isDone: (picture) => picture.count === many,
    },
    {
      name: `update every 10th of ${many}`,
      isMeasured: true,
      action: () => ({ type: 'update' }),
      isDone: (picture) => isUpdated(picture, many),
    },
    {
      name: `clear ${many}`,
      isMeasured: true,
      action: () => ({ type: 'clear' }),
      isDone: (picture) => picture.count === 0,
    },
  ]
}

/** Whether the last of every tenth row is another one; or the first, where a table that is drawn in part stops before. */
function isUpdated(picture: TablePicture, rows: number): boolean {
  return picture.labelAt(picture.isDrawn(rows - 10) ? rows - 10 : 0).endsWith('!!!')
}

/** The button that a person would press for it. */
export function findButton(root: Element, action: TableAction, sizes: TableSizes, picture: TablePicture): HTMLElement {
  const button =
    action.type === 'select' || action.type === 'remove'
      ? picture.buttonOf(action.id, action.type)
      : findToolbarButton(root, action, sizes)
  if (button === null) throw new Error(`there is no button for ${JSON.stringify(action)}`)
  return button
}

function findToolbarButton(root: Element, action: TableAction, sizes: TableSizes): HTMLElement | null {
  const wanted = describeToolbar(sizes).find(
    (button) =>
      button.type === action.type && (!('count' in button) || ('count' in action && button.count === action.count)),
  )
  const buttons = root.querySelectorAll<HTMLElement>('button')
  for (const button of buttons) if (button.textContent === wanted?.label) return button
  return null
}
