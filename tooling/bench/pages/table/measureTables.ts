import { EMPTY_TABLE, reduceTable, type TableState } from '../../plugins/table/rows.ts'
import type { TableSizes } from '../../plugins/table/view.ts'
import { whenCommitted, whenPainted } from '../shared/commits.ts'
import {
  addSample,
  collectGarbage,
  countRounds,
  shuffle,
  type PageReport,
  type RoundsOptions,
  type Samples,
} from '../shared/rounds.ts'
import { findButton, listManyOperations, listOperations, type Operation } from './operations.ts'
import { outlineTable, TablePicture } from './tablePicture.ts'
import type { MountedTable, TableVariant } from './tableVariant.ts'

/** How often, how large, and which variants. */
export interface MeasureTablesOptions extends RoundsOptions {
  readonly variants: readonly TableVariant[]
  /** Rounds on many rows, which take seconds. */
  readonly manyRounds: number
  readonly sizes: TableSizes
}

interface Table {
  readonly variant: TableVariant
  readonly root: HTMLElement
  readonly mounted: MountedTable
  /** What it has to show, by the reducer that all variants share. */
  state: TableState
}

/**
 * Runs every operation on every variant, round by round, in random order; the others are not laid out meanwhile.
 *
 * @throws when a variant shows another table than it was told to.
 */
export async function measureTables(options: MeasureTablesOptions): Promise<PageReport> {
  const { manyRounds, sizes } = options
  const samples: Samples = {}
  const tables: Table[] = []
  for (const variant of options.variants) tables.push(await mount(variant, sizes))
  for (const round of countRounds(options)) {
    for (const table of shuffle(tables)) {
      await show(table, async () => {
        const operations = [
          ...listOperations(sizes),
          ...(table.variant.takesMany && round < manyRounds && (round >= 0 || round === -1)
            ? listManyOperations(sizes)
            : []),
        ]
        for (const operation of operations) {
          const { commit, paint } = await perform(table, operation, sizes)
          if (round < 0 || !operation.isMeasured) continue
          addSample(samples, `${operation.name}, commit`, table.variant.name, commit)
          addSample(samples, `${operation.name}, paint`, table.variant.name, paint)
        }
      })
    }
  }
  for (const { mounted, root } of tables) {
    await mounted.close()
    root.remove()
  }
  return { samples, failures: [] }
}

async function mount(variant: TableVariant, sizes: TableSizes): Promise<Table> {
  const root = document.body.appendChild(document.createElement('main'))
  const isDrawn = whenCommitted(root, `${variant.name}: the empty table`, () => root.querySelector('tbody') !== null)
  const [mounted] = await Promise.all([variant.mount(root, sizes), isDrawn])
  check({ variant, root, mounted, state: EMPTY_TABLE }, 'mount')
  root.hidden = true
  return { variant, root, mounted, state: EMPTY_TABLE }
}

async function show(table: Table, work: () => Promise<void>): Promise<void> {
  table.root.hidden = false
  collectGarbage()
  await whenPainted()
  await work()
  table.root.hidden = true
}

async function perform(
  table: Table,
  operation: Operation,
  sizes: TableSizes,
): Promise<{ commit: number; paint: number }> {
  const { root, variant } = table
  const picture = new TablePicture(root)
  const action = operation.action(picture)
  const before = { count: picture.count, first: picture.idAt(0), second: picture.idAt(1), tenth: picture.idAt(10) }
  const button = findButton(root, action, sizes, picture)
  const what = `${variant.name}: ${operation.name}`
  await settle()
  const isCommitted = whenCommitted(root, what, () => operation.isDone(new TablePicture(root), before))
  const begun = performance.now()
  button.click()
  const committed = await isCommitted
  const painted = await whenPainted()
  table.state = reduceTable(table.state, action)
  check(table, what)
  return { commit: committed - begun, paint: painted - begun }
}

function check({ root, state, variant }: Table, what: string): void {
  const picture = new TablePicture(root)
  const [shown, wanted] = [picture.outline(), outlineTable(state)]
  const wrong = [...shown].find(([place, row]) => row !== wanted[place])
  if (wrong !== undefined) throw new Error(`${what}: row ${wrong[0]} is ${wrong[1]}, not ${wanted[wrong[0]]}`)
  const isEnough =
    variant.isInPart === true ? shown.size >= Math.min(LEAST_IN_VIEW, wanted.length) : shown.size === wanted.length
  if (!isEnough || picture.count !== state.rows.length) {
    throw new Error(`${what}: ${shown.size} rows are drawn of ${picture.count}, not of ${state.rows.length}`)
  }
}

// Whatever a variant does once its picture is there belongs to nobody's next operation; and after two frames of rest the
// next frame comes when it is ready, not at the next tick of the display.
async function settle(): Promise<void> {
  await whenPainted()
  await new Promise((resolve) => setTimeout(resolve, REST))
}

const REST = 35

/** Rows of which nobody would say that the table is empty. */
const LEAST_IN_VIEW = 10
