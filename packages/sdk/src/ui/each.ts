import type { ListItem, TableRow, UIEventRef, UINode } from '@plugboard/contracts'

import { SdkError } from '../sdkError.ts'
import { toEventRef, type HandlerRef } from './createNode.ts'
import type { EachOptions, UIEach } from './eachTypes.ts'
import { toNodes, type UIChild } from './uiChild.ts'
import { findVmUi } from './vmUi.ts'

/**
 * Makes a row of each item: the VM's own `ui.each` where there is a VM, and elsewhere, in a test of your own, the rows that
 * it would draw.
 */
export const each: UIEach = (items: readonly unknown[], render: RenderRow, options: EachOptions<never>): never => {
  const run = findVmUi()?.each ?? mapRows
  // Each overload says what its rows become; at run time there is one function for all of them.
  return run(items, render, options) as never
}

type RenderRow = (item: never, index: number, isMarked: boolean) => unknown

function mapRows(
  items: readonly unknown[],
  render: RenderRow,
  { key, marked }: EachOptions<never>,
): readonly unknown[] {
  const marks = new Set(marked?.map(String))
  const rows: unknown[] = []
  for (const [index, item] of items.entries()) {
    // What an item may have there: text, a number, or nothing where the types were gone round.
    const name = (
      typeof key === 'function'
        ? (key as (item: unknown, index: number) => unknown)(item, index)
        : (item as Record<string, unknown>)[key]
    ) as string | number | null | undefined
    if (name === undefined || name === null) throw new SdkError('NO_KEY', `ui.each: item ${index} has no key`)
    // The item's type went with the overload.
    const row = toRow(render(item as never, index, marks.has(String(name))))
    if (row !== null) rows.push({ ...row, key: String(name) })
  }
  return rows
}

function toRow(row: unknown): object | null {
  if (typeof row === 'string' || typeof row === 'number') return { kind: 'text', text: String(row) } satisfies UINode
  if (typeof row !== 'object' || row === null) return null
  return 'kind' in row ? row : toPart(row)
}

/** An item of a list or a row of a table, with its short forms written out. */
function toPart(part: { content?: UIChild; onPress?: HandlerRef }): Partial<ListItem & TableRow> {
  const { content, onPress } = part
  const ref: { onPress?: UIEventRef } = onPress === undefined ? {} : { onPress: toEventRef(onPress) }
  return { ...(part as object), ...(content === undefined ? {} : { content: toNodes(content) }), ...ref }
}
