import type { ParseUITreeOptions } from '@plugboard/contracts/schemas'

import { RowWalk, type KeptRow, type RowSite } from './RowWalk.ts'

type Known = NonNullable<ParseUITreeOptions['known']>
type Kept = NonNullable<ParseUITreeOptions['kept']>

/** What was put into a tree, to be remembered once it was accepted. */
export interface ExpandedRows {
  /** The rows that came anew, for the parser. */
  readonly kept: Kept
  /** What the walk found. */
  readonly walk: RowWalk
}

/**
 * The rows of one widget that its guest may name instead of sending them again (`ui.each` with a `memo`; the guest's side
 * is `vm/v1/rows.ts`). A guest names rows by the numbers that it gave them, and gets what this widget sent under that number
 * in its last accepted tree and the host parsed, or nothing: a row that is not there refuses the tree.
 */
export class KeptRows {
  /** The turn that the guest has to go on from; 0 when nothing is kept. */
  turn = 0
  /** What the parser knows of the rows that it parsed. */
  readonly known: Known = new WeakMap()
  #sites: ReadonlyMap<number, RowSite> = new Map()

  /**
   * Puts rows in the place of what names them, in a value that was just parsed and is nobody else's. `length` bounds the
   * text that the named rows stand for, in characters.
   *
   * @returns null when a name is none, or the rows are more than `length` allows.
   */
  expand(tree: unknown, length: number): ExpandedRows | null {
    const walk = new RowWalk(this.#sites, length)
    if (!walk.run(tree)) return null
    const kept: Kept = new Map()
    for (const { raw } of walk.rows) if (raw !== null) kept.set(raw, null)
    return { kept, walk }
  }

  /** The parser accepted a tree: from here on the rows in it are those that may be named; none, where it has none. */
  accept(turn: number, expanded: ExpandedRows | null): void {
    this.turn = turn
    this.#sites = expanded === null ? new Map() : this.#collect(expanded)
  }

  #collect({ walk, kept }: ExpandedRows): ReadonlyMap<number, RowSite> {
    const sites = new Map<number, Map<number, KeptRow>>()
    for (const number of walk.sites) sites.set(number, new Map())
    for (const [number, rows] of walk.named) {
      const site = sites.get(number)
      for (const [at, row] of rows) site?.set(at, row)
    }
    for (const { site, number, raw, sites: inner } of walk.rows) {
      const row = raw === null ? null : (kept.get(raw) ?? raw)
      sites.get(site)?.set(number, { row, sites: inner })
    }
    // Lists inside rows that were named are not in the answer; they are there as long as their row is.
    const inner = new Set(walk.innerSites)
    for (const number of inner) {
      const old = this.#sites.get(number)
      if (old === undefined) continue
      for (const { sites: below } of old.values()) for (const deeper of below) inner.add(deeper)
      if (!sites.has(number)) sites.set(number, new Map(old))
    }
    return sites
  }
}
