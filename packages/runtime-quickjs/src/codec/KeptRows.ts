import type { ParseUITreeOptions } from '@plugboard/contracts/schemas'

import type { Blocks } from './Block.ts'
import { BlockBook } from './BlockBook.ts'
import { RowList, type KeptRow } from './RowList.ts'
import { RowWalk } from './RowWalk.ts'

type Known = NonNullable<ParseUITreeOptions['known']>
type Kept = NonNullable<ParseUITreeOptions['kept']>

/** What was put into a tree, to be remembered once it was accepted. */
export interface ExpandedRows {
  readonly tree: unknown
  /** The rows that came anew, and the lists that they are in, for the parser. */
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
 * is `vm/v1/lists.ts`). A guest names rows by their places in a list of this widget's last accepted tree, and gets what the
 * host parsed there, or nothing: a row that is not there refuses the tree. A list that is named as a whole is the same object.
 */
export class KeptRows {
  /** The turn that the guest has to go on from; 0 when nothing is kept. */
  turn = 0
  /** What the parser knows of the rows that it parsed. */
  readonly known: Known = new WeakMap()
  #lists: ReadonlyMap<number, RowList> = new Map()

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
    const walk = new RowWalk({ old: this.#lists, fill: (packed) => this.#blocks.fill(packed, blocks), length })
    const root = walk.run(tree)
    if (root === null) return null
    const kept: Kept = new Map()
    for (const { drawn, fresh } of walk.lists.values()) {
      for (const { row } of fresh) if (row !== null) kept.set(row, null)
      if (drawn !== null && !this.known.has(drawn)) kept.set(drawn, null)
    }
    return { tree: root.tree, kept, walk, blocks }
  }

  /**
   * The parser accepted a tree: from here on the rows in it are those that may be named; none, where it has none. `moved`:
   * what stands in the tree instead of what was parsed, and is equal to it.
   */
  accept(turn: number, expanded: ExpandedRows | null, moved: ReadonlyMap<object, object> = new Map()): void {
    this.turn = turn
    for (const [parsed, shared] of moved) {
      const facts = this.known.get(parsed)
      if (facts !== undefined) this.known.set(shared, facts)
    }
    this.#blocks.accept(expanded === null ? null : expanded.blocks)
    this.#lists = expanded === null ? new Map() : this.#collect(expanded, moved)
  }

  #collect({ walk, kept }: ExpandedRows, moved: ReadonlyMap<object, object>): ReadonlyMap<number, RowList> {
    const lists = new Map<number, RowList>()
    for (const [site, { drawn, fresh, rows }] of walk.lists) {
      const old = this.#lists.get(site)
      if (old?.rows === rows) {
        lists.set(site, old)
        continue
      }
      const placeOf = (part: object): object => moved.get(part) ?? part
      for (const one of fresh) if (one.row !== null) one.row = placeOf(kept.get(one.row) ?? one.row)
      const list = drawn === null ? null : (kept.get(drawn) ?? null)
      const parsed = list === null ? null : (placeOf(list) as readonly object[]) // a list, as it was
      lists.set(site, new RowList(rows, { parsed, hasInner: rows.some(hasInner) }))
    }
    // Lists inside rows that were named are not in the answer; they are there as long as their row is.
    const inner = new Set(walk.innerSites)
    for (const site of inner) {
      const old = this.#lists.get(site)
      if (old === undefined) continue
      if (old.hasInner) for (const { sites } of old.rows) for (const deeper of sites ?? []) inner.add(deeper)
      if (!lists.has(site)) lists.set(site, old)
    }
    return lists
  }
}

function hasInner({ sites }: KeptRow): boolean {
  return sites !== null
}
