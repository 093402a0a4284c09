import type { TableNode } from '../ui/kinds/table.ts'
import { rowPlacesOf } from './rowPlaces.ts'

/** Keys that can be selected at once: as many as rows can be here. */
export const MOST_SELECTED = 10_000

/**
 * Of the keys that were selected, those that still are, each once: one where only one row can be, none of rows that are
 * gone. Where there are rows that are not here, nobody knows which are gone. The same list when all of them are.
 */
export function keptKeys(table: TableNode, selected: readonly string[]): readonly string[] {
  const { rows, select } = table
  if (selected.length === 0) return selected
  const here = rowPlacesOf(table).isPart ? null : new Set(rows.map(({ key }) => key))
  const kept = [...new Set(selected)]
    .filter((key) => here === null || here.has(key))
    .slice(0, select === 'one' ? 1 : MOST_SELECTED)
  return kept.length === selected.length ? selected : kept
}
