import type { TableNode, TableRow } from '@plugboard/contracts'
import { keptKeys, MOST_SELECTED } from '@plugboard/contracts/rendering'
import { useId, useLayoutEffect, useMemo, useRef } from 'react'

import type { EmitNodeEvent } from '../nodeProps.ts'
import { useChosen } from './useChosen.ts'

/** What a row needs to be selected; the same object from one tree to the next. */
export interface RowSelection {
  readonly mode: 'one' | 'many'
  /** Holds the rows of one table together. */
  readonly group: string
  /** Selects a row or takes it out; with `isRange`, all rows from the last one that was touched. */
  readonly toggle: (key: string, isRange: boolean) => void
}

export interface TableSelection {
  readonly row: RowSelection
  readonly keys: ReadonlySet<string>
  /** Of the rows that are here. */
  readonly selectedHere: number
  readonly here: number
  /** Selects all rows that are here, or none of them. */
  readonly toggleAll: () => void
}

export interface UseRowSelectionOptions {
  readonly node: TableNode
  readonly emit: EmitNodeEvent
  /** The rows that are here, as they are shown. */
  readonly shown: readonly TableRow[]
  /** Whether there are rows that are not here: their keys stay selected. */
  readonly isPart: boolean
}

/** Which rows are selected: what the person selects, until the plugin says otherwise. Null where nothing can be. */
export function useRowSelection(options: UseRowSelectionOptions): TableSelection | null {
  const { emit, isPart, node, shown } = options
  const mode = node.select === 'one' || node.select === 'many' ? node.select : null
  const [chosen = NO_KEYS, choose] = useChosen<readonly string[]>(mode === null ? undefined : node.selected, isSameKeys)
  const here = useMemo(() => (mode === null ? NO_SET : new Set(shown.map(({ key }) => key))), [mode, shown])
  const kept = useMemo(() => (mode === null ? NO_KEYS : keptKeys(node, chosen)), [chosen, mode, node])
  // What is gone is gone for good: a row that comes later under its key is another row.
  if (mode !== null && kept !== chosen) choose(kept)
  const keys = useMemo(() => new Set(kept), [kept])

  const touched = useRef<string | null>(null)
  const select = (next: ReadonlySet<string>): void => {
    const selected = [...next].slice(0, MOST_SELECTED)
    choose(selected)
    emit(node.onSelect, { type: 'select', keys: selected })
  }
  const toggle = (key: string, isRange: boolean): void => {
    const last = touched.current
    touched.current = key
    if (mode === 'one') {
      select(new Set([key]))
      return
    }
    select(withKeys(keys, isRange ? rangeOf([...here], last, key) : [key], !keys.has(key)))
  }
  const latest = useRef(toggle)
  useLayoutEffect(() => {
    latest.current = toggle
  })
  const group = useId()
  const row = useMemo(
    (): RowSelection => ({
      mode: mode ?? 'many',
      group,
      toggle: (key, isRange) => latest.current(key, isRange),
    }),
    [mode, group],
  )
  if (mode === null) return null
  const selectedHere = isPart ? [...keys].filter((key) => here.has(key)).length : keys.size
  return {
    row,
    keys,
    selectedHere,
    here: here.size,
    toggleAll: () => select(withKeys(keys, [...here], selectedHere < here.size)),
  }
}

const NO_KEYS: readonly string[] = []
const NO_SET: ReadonlySet<string> = new Set()

function withKeys(keys: ReadonlySet<string>, changed: readonly string[], isSelected: boolean): ReadonlySet<string> {
  const next = new Set(keys)
  for (const key of changed) {
    if (isSelected) next.add(key)
    else next.delete(key)
  }
  return next
}

/** The keys from one to another, as they are shown. */
function rangeOf(keys: readonly string[], from: string | null, to: string): readonly string[] {
  const [start, end] = [from === null ? -1 : keys.indexOf(from), keys.indexOf(to)]
  if (start < 0) return [to]
  return keys.slice(Math.min(start, end), Math.max(start, end) + 1)
}

function isSameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index])
}
