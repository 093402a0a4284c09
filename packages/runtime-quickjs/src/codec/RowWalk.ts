import { isPlainObject } from '@plugboard/contracts'

import type { FilledBlock } from './BlockBook.ts'
import { measureJson } from './measureJson.ts'

/** A row as it was sent: parsed when nothing was wrong with it, else as it came, to be judged again where it stands. */
export interface KeptRow {
  /** Null for a row that is left out. */
  readonly row: object | null
  /** Sites of lists inside it: they stay as long as it does. */
  readonly sites: ReadonlySet<number>
}

/** The rows of one list, by number. */
export type RowSite = ReadonlyMap<number, KeptRow>

/** A row that came with the answer. */
export interface NewRow {
  readonly site: number
  readonly number: number
  readonly raw: object | null
  /** Sites that are inside it, found later on the walk. */
  readonly sites: Set<number>
}

export interface RowWalkOptions {
  /** Rows that may be named. */
  readonly old: ReadonlyMap<number, RowSite>
  /** Makes the nodes of blocks. */
  readonly fill: (packed: readonly unknown[]) => FilledBlock | null
  /** Most characters of the rows that are named and the blocks that are filled. */
  readonly length: number
}

/** A part of the tree, and the row that it is in. */
interface Place {
  readonly value: unknown
  readonly row: NewRow | null
}

/** One walk over the places where rows and blocks can be: children, items, rows, cells. Without recursion. */
export class RowWalk {
  /** The rows that came anew, outer ones before those in them. */
  readonly rows: NewRow[] = []
  /** The lists that are in the answer. */
  readonly sites: Set<number> = new Set()
  /** The rows that were named, by list and number. */
  readonly named: Map<number, Map<number, KeptRow>> = new Map()
  /** Lists in rows that were named. */
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

  #expandCells(cells: Readonly<Record<string, unknown>>, row: NewRow | null): boolean {
    return Object.values(cells).every((cell) => {
      if (!isPlainObject(cell)) return true
      const nodes: unknown[] = []
      if (!this.#expandItem(cell['node'], nodes, row)) return false
      // As above.
      if (nodes.length === 1 && nodes[0] !== cell['node']) (cell as Record<string, unknown>)['node'] = nodes[0]
      return true
    })
  }

  #expandList(holder: Record<string, unknown>, prop: string, row: NewRow | null): boolean {
    const list = holder[prop]
    const items: readonly unknown[] = Array.isArray(list) ? list : isReference(list) ? [list] : []
    const expanded: unknown[] = []
    for (const item of items) if (!this.#expandItem(item, expanded, row)) return false
    if (items.some((item) => isReference(item))) holder[prop] = expanded
    return true
  }

  #expandItem(item: unknown, into: unknown[], row: NewRow | null): boolean {
    if (!isReference(item)) {
      into.push(item)
      this.#stack.push({ value: item, row })
      return true
    }
    if (!('$b' in item)) return this.#expandRows(item.$, into, row)
    return Array.isArray(item.$b) && this.#fillBlock(item.$b, into, row) !== null
  }

  #expandRows(reference: unknown, into: unknown[], row: NewRow | null): boolean {
    if (!Array.isArray(reference) || reference.length !== 3) return false
    const [site, first, parts] = reference as readonly unknown[] // a list of anything
    if (!isNumber(site) || !isNumber(first) || !Array.isArray(parts)) return false
    this.sites.add(site)
    row?.sites.add(site)
    let number = first
    for (const part of parts as readonly unknown[]) {
      if (Array.isArray(part) && typeof part[0] !== 'string') {
        if (!this.#nameRows(site, part, into, row)) return false
        continue
      }
      if (!this.#addRow({ site, number, part }, into)) return false
      number += 1
    }
    return true
  }

  #addRow({ site, number, part }: { site: number; number: number; part: unknown }, into: unknown[]): boolean {
    const sites = new Set<number>()
    if (Array.isArray(part)) {
      const raw = this.#fillBlock(part, into, { site, number, raw: null, sites })
      if (raw === null) return false
      this.rows.push({ site, number, raw, sites })
      return true
    }
    const raw = typeof part === 'object' ? part : null
    const row: NewRow = { site, number, raw, sites }
    this.rows.push(row)
    if (part === null) return true
    into.push(part)
    this.#stack.push({ value: part, row })
    return true
  }

  #fillBlock(packed: readonly unknown[], into: unknown[], row: NewRow | null): object | null {
    const filled = this.#options.fill(packed)
    if (filled === null || !this.#pay(filled.length)) return null
    const { part, isKnown } = filled
    into.push(part)
    // What is known holds nothing that is to be put in its place.
    if (!isKnown) this.#stack.push({ value: part, row })
    return part
  }

  #nameRows(site: number, run: readonly unknown[], into: unknown[], row: NewRow | null): boolean {
    const [from, count] = run
    if (run.length !== 2 || !isNumber(from) || !isNumber(count)) return false
    const old = this.#options.old.get(site)
    let named = this.named.get(site)
    if (named === undefined) this.named.set(site, (named = new Map()))
    for (let at = from; at < from + count; at += 1) {
      const kept = old?.get(at)
      if (kept === undefined) return false
      if (!this.#pay(1 + kept.sites.size + (kept.row === null ? 0 : (measureJson(kept.row)?.length ?? 0)))) return false
      named.set(at, kept)
      for (const inner of kept.sites) {
        this.innerSites.add(inner)
        row?.sites.add(inner)
      }
      if (kept.row !== null) into.push(kept.row)
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

function isReference(value: unknown): value is { readonly $: unknown } | { readonly $b: unknown } {
  return isPlainObject(value) && (Object.hasOwn(value, '$') || Object.hasOwn(value, '$b'))
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
