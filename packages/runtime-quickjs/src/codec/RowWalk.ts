import { isPlainObject } from '@plugboard/contracts'

import type { FilledBlock } from './BlockBook.ts'
import { measureJson } from './measureJson.ts'
import type { KeptRow, RowList } from './RowList.ts'

/** A list that is in the answer, with what was said in its place. */
export interface WalkedList {
  readonly rows: readonly KeptRow[]
  /** Those that came with the answer: what they are is known when they were parsed. */
  readonly fresh: readonly KeptRow[]
  /** What stands in the tree for it: nothing but its rows, when it is all that its prop holds. */
  readonly drawn: readonly object[] | null
}

export interface RowWalkOptions {
  /** Lists whose rows may be named, by site. */
  readonly old: ReadonlyMap<number, RowList>
  /** Makes the nodes of blocks. */
  readonly fill: (packed: readonly unknown[]) => FilledBlock | null
  /** Most characters of the rows that are named and the blocks that are filled. */
  readonly length: number
}

/** A part of the tree, and the row that it is in. */
interface Place {
  readonly value: unknown
  readonly row: KeptRow | null
}

/** One walk over the places where rows and blocks can be: children, items, rows, cells. Without recursion. */
export class RowWalk {
  /** The lists that are in the answer, by site; of one that is there more than once, the last. */
  readonly lists: Map<number, WalkedList> = new Map()
  /** Sites of lists in rows that were named. */
  readonly innerSites: Set<number> = new Set()
  readonly #options: RowWalkOptions
  #length: number
  #stack: Place[] = []

  constructor(options: RowWalkOptions) {
    this.#options = options
    this.#length = options.length
  }

  /** The tree with everything in its place, or null when something that was said is none. */
  run(tree: unknown): { readonly tree: unknown } | null {
    const root: unknown[] = []
    if (!this.#expandItem(tree, root, null)) return null
    for (let place = this.#stack.pop(); place !== undefined; place = this.#stack.pop()) {
      const { value, row } = place
      if (typeof value !== 'object' || value === null) continue
      // Parsed JSON of our own: written in place.
      const holder = value as Record<string, unknown>
      for (const prop of LISTS) {
        if (Object.hasOwn(holder, prop) && !this.#expandList(holder, prop, row)) return null
      }
      if (isPlainObject(holder['cells']) && !this.#expandCells(holder['cells'], row)) return null
    }
    return root.length === 1 ? { tree: root[0] } : null
  }

  #expandCells(cells: Readonly<Record<string, unknown>>, row: KeptRow | null): boolean {
    return Object.values(cells).every((cell) => {
      if (!isPlainObject(cell)) return true
      const nodes: unknown[] = []
      if (!this.#expandItem(cell['node'], nodes, row)) return false
      // As above.
      if (nodes.length === 1 && nodes[0] !== cell['node']) (cell as Record<string, unknown>)['node'] = nodes[0]
      return true
    })
  }

  #expandList(holder: Record<string, unknown>, prop: string, row: KeptRow | null): boolean {
    const list = holder[prop]
    const items: readonly unknown[] = Array.isArray(list) ? list : isReference(list) ? [list] : []
    const [only] = items
    if (items.length === 1 && isReference(only) && !('$b' in only)) {
      const drawn = this.#expandRows(only.$, row, true)
      if (drawn !== null) holder[prop] = drawn
      return drawn !== null
    }
    const expanded: unknown[] = []
    for (const item of items) if (!this.#expandItem(item, expanded, row)) return false
    if (items.some((item) => isReference(item))) holder[prop] = expanded
    return true
  }

  #expandItem(item: unknown, into: unknown[], row: KeptRow | null): boolean {
    if (!isReference(item)) {
      into.push(item)
      this.#stack.push({ value: item, row })
      return true
    }
    if ('$b' in item) return Array.isArray(item.$b) && this.#fillBlock(item.$b, into, row) !== null
    const drawn = this.#expandRows(item.$, row, false)
    for (const part of drawn ?? []) into.push(part)
    return drawn !== null
  }

  /** Puts the rows of a list in the place of what names them; null when a name is none. */
  #expandRows(reference: unknown, outer: KeptRow | null, isAlone: boolean): readonly unknown[] | null {
    if (!Array.isArray(reference) || reference.length !== 2) return null
    const [site, parts] = reference as readonly unknown[] // a list of anything
    if (!isNumber(site) || !Array.isArray(parts)) return null
    if (outer !== null) (outer.sites ??= new Set()).add(site)
    const old = this.#options.old.get(site)
    const whole = old === undefined || !isAlone ? null : this.#keepWhole(site, old, { parts, outer })
    if (whole !== null) return whole
    const rows: KeptRow[] = []
    const fresh: KeptRow[] = []
    const drawn: unknown[] = []
    for (const part of parts as readonly unknown[]) {
      if (Array.isArray(part) && typeof part[0] !== 'string') {
        if (old === undefined || !isRun(part, old)) return null
        if (!this.#nameRows(old, part, outer)) return null
        for (let at = part[0]; at < part[0] + part[1]; at += 1) {
          const kept = old.rows[at] as KeptRow // it is within the list
          rows.push(kept)
          if (kept.row !== null) drawn.push(kept.row)
        }
        continue
      }
      const row = this.#addRow(part, drawn)
      if (row === null) return null
      rows.push(row)
      fresh.push(row)
    }
    // Whoever has more than rows in it is told by the parser.
    this.lists.set(site, { rows, fresh, drawn: isAlone ? (drawn as readonly object[]) : null })
    return drawn
  }

  /** The list that is there, when all that is said is that it stays. */
  #keepWhole(
    site: number,
    old: RowList,
    { parts, outer }: { readonly parts: readonly unknown[]; readonly outer: KeptRow | null },
  ): readonly object[] | null {
    const [run, ...more] = parts
    if (old.parsed === null || more.length > 0 || !Array.isArray(run) || !isRun(run, old)) return null
    if (run[0] !== 0 || run[1] !== old.rows.length || !this.#nameRows(old, run, outer)) return null
    this.lists.set(site, { rows: old.rows, fresh: [], drawn: old.parsed })
    return old.parsed
  }

  #addRow(part: unknown, into: unknown[]): KeptRow | null {
    const row: KeptRow = { row: null, length: null, sites: null }
    if (Array.isArray(part)) {
      const filled = this.#fillBlock(part, into, row)
      if (filled === null) return null
      row.row = filled.part
      row.length = filled.length + lengthOf(part)
      return row
    }
    if (part === null) return row
    row.row = typeof part === 'object' ? part : null
    into.push(part)
    this.#stack.push({ value: part, row })
    return row
  }

  #fillBlock(packed: readonly unknown[], into: unknown[], row: KeptRow | null): FilledBlock | null {
    const filled = this.#options.fill(packed)
    if (filled === null || !this.#pay(filled.length)) return null
    const { part, isKnown } = filled
    into.push(part)
    // What is known holds nothing that is to be put in its place.
    if (!isKnown) this.#stack.push({ value: part, row })
    return filled
  }

  #nameRows(old: RowList, [from, count]: Run, outer: KeptRow | null): boolean {
    if (!this.#pay(old.priceOf(from, count))) return false
    if (!old.hasInner) return true
    for (let at = from; at < from + count; at += 1) {
      for (const inner of old.rows[at]?.sites ?? []) {
        this.innerSites.add(inner)
        if (outer !== null) (outer.sites ??= new Set()).add(inner)
      }
    }
    return true
  }

  /** Whatever is named is paid for, so that a short answer cannot make much work. */
  #pay(length: number): boolean {
    this.#length -= length
    return this.#length >= 0
  }
}

const LISTS = ['children', 'items', 'rows', 'content'] as const

/** About the characters of a block's values, as they were sent. */
function lengthOf(packed: readonly unknown[]): number {
  let length = 0
  for (const value of packed) {
    if (typeof value === 'string') length += value.length + 3
    else length += typeof value === 'object' && value !== null ? (measureJson(value)?.length ?? 0) : 8
  }
  return length
}

/** So many rows from that place of a list. */
type Run = readonly [from: number, count: number]

function isReference(value: unknown): value is { readonly $: unknown } | { readonly $b: unknown } {
  return isPlainObject(value) && (Object.hasOwn(value, '$') || Object.hasOwn(value, '$b'))
}

function isRun(value: readonly unknown[], { rows }: RowList): value is Run {
  const [from, count] = value
  return value.length === 2 && isNumber(from) && isNumber(count) && from <= rows.length && count <= rows.length - from
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
