import { isPlainObject } from '@plugboard/contracts'

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

/** A list of the tree, and the row that it is in. */
interface Place {
  readonly value: unknown
  readonly row: NewRow | null
}

/** One walk over the places where rows can be: children, items, rows, and what is in them. Without recursion. */
export class RowWalk {
  /** The rows that came anew, outer ones before those in them. */
  readonly rows: NewRow[] = []
  /** The lists that are in the answer. */
  readonly sites: Set<number> = new Set()
  /** The rows that were named, by list and number. */
  readonly named: Map<number, Map<number, KeptRow>> = new Map()
  /** Lists in rows that were named. */
  readonly innerSites: Set<number> = new Set()
  readonly #old: ReadonlyMap<number, RowSite>
  #length: number
  #stack: Place[] = []

  constructor(old: ReadonlyMap<number, RowSite>, length: number) {
    this.#old = old
    this.#length = length
  }

  run(tree: unknown): boolean {
    this.#stack = [{ value: tree, row: null }]
    for (let place = this.#stack.pop(); place !== undefined; place = this.#stack.pop()) {
      const { value, row } = place
      if (typeof value !== 'object' || value === null) continue
      for (const prop of ['children', 'items', 'rows', 'content'] as const) {
        // Parsed JSON of our own: written in place.
        if (Object.hasOwn(value, prop) && !this.#expandList(value as Record<string, unknown>, prop, row)) return false
      }
      if ('cells' in value && isPlainObject(value.cells)) {
        for (const cell of Object.values(value.cells)) {
          if (isPlainObject(cell)) this.#stack.push({ value: cell['node'], row })
        }
      }
    }
    return true
  }

  #expandList(holder: Record<string, unknown>, prop: string, row: NewRow | null): boolean {
    const list = holder[prop]
    const items: readonly unknown[] = Array.isArray(list) ? list : isReference(list) ? [list] : []
    if (!items.some((item) => isReference(item))) {
      for (const value of items) this.#stack.push({ value, row })
      return true
    }
    const expanded: unknown[] = []
    for (const item of items) {
      if (!isReference(item)) {
        expanded.push(item)
        this.#stack.push({ value: item, row })
      } else if (!this.#expandReference(item.$, expanded, row)) return false
    }
    holder[prop] = expanded
    return true
  }

  #expandReference(reference: unknown, into: unknown[], row: NewRow | null): boolean {
    if (!Array.isArray(reference) || reference.length !== 3) return false
    const [site, first, parts] = reference as readonly unknown[] // a list of anything
    if (!isNumber(site) || !isNumber(first) || !Array.isArray(parts)) return false
    this.sites.add(site)
    row?.sites.add(site)
    let next = first
    for (const part of parts as readonly unknown[]) {
      if (Array.isArray(part)) {
        if (!this.#expandRun(site, part, into, row)) return false
        continue
      }
      const raw = typeof part === 'object' ? part : null
      const fresh: NewRow = { site, number: next, raw, sites: new Set() }
      this.rows.push(fresh)
      next += 1
      if (part === null) continue
      into.push(part)
      this.#stack.push({ value: part, row: fresh })
    }
    return true
  }

  #expandRun(site: number, run: readonly unknown[], into: unknown[], row: NewRow | null): boolean {
    const [from, count] = run
    if (run.length !== 2 || !isNumber(from) || !isNumber(count)) return false
    const old = this.#old.get(site)
    let named = this.named.get(site)
    if (named === undefined) this.named.set(site, (named = new Map()))
    for (let at = from; at < from + count; at += 1) {
      const kept = old?.get(at)
      if (kept === undefined) return false
      // Whatever is named is paid for, so that a short answer cannot make much work.
      this.#length -= 1 + kept.sites.size + (kept.row === null ? 0 : (measureJson(kept.row)?.length ?? 0))
      if (this.#length < 0) return false
      named.set(at, kept)
      for (const inner of kept.sites) {
        this.innerSites.add(inner)
        row?.sites.add(inner)
      }
      if (kept.row !== null) into.push(kept.row)
    }
    return true
  }
}

function isReference(value: unknown): value is { readonly $: unknown } {
  return isPlainObject(value) && Object.hasOwn(value, '$')
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
