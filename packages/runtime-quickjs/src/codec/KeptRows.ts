import type { ParseUITreeOptions } from '@plugboard/contracts/schemas'

import type { Blocks } from './Block.ts'
import { BlockBook } from './BlockBook.ts'
import { RowWalk, type KeptRow, type RowSite } from './RowWalk.ts'

type Known = NonNullable<ParseUITreeOptions['known']>
type Kept = NonNullable<ParseUITreeOptions['kept']>

/** What was put into a tree, to be remembered once it was accepted. */
export interface ExpandedRows {
  readonly tree: unknown
  /** The rows that came anew, for the parser. */
  readonly kept: Kept
  /** What the walk found. */
  readonly walk: RowWalk
  readonly blocks: Blocks
}

/** An answer that names rows or uses blocks. */
export interface RowsAnswer {
  /** Parsed JSON that is nobody else's: what it names is put into it. */
  readonly tree: unknown
  /** Templates that are new; absent when there are none. */
  readonly blocks: unknown
  /** Most characters that the named rows and filled blocks may come to. */
  readonly length: number
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

  readonly #blocks: BlockBook

  /** `handlers`: those of the widget. `loaded`: blocks that are always there. */
  constructor(handlers: readonly string[], loaded: Blocks = new Map()) {
    this.#blocks = new BlockBook({ known: this.known, handlers, loaded })
  }

  /**
   * Puts rows and nodes in the place of what names them.
   *
   * @returns null when a name is none, or what is named comes to more than it may.
   */
  expand({ tree, blocks: declared, length }: RowsAnswer): ExpandedRows | null {
    const blocks = this.#blocks.declare(declared)
    if (blocks === null) return null
    const walk = new RowWalk({ old: this.#sites, fill: (packed) => this.#blocks.fill(packed, blocks), length })
    const root = walk.run(tree)
    if (root === null) return null
    const kept: Kept = new Map()
    for (const { raw } of walk.rows) if (raw !== null) kept.set(raw, null)
    return { tree: root.tree, kept, walk, blocks }
  }

  /** The parser accepted a tree: from here on the rows in it are those that may be named; none, where it has none. */
  accept(turn: number, expanded: ExpandedRows | null): void {
    this.turn = turn
    this.#blocks.accept(expanded === null ? null : expanded.blocks)
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
