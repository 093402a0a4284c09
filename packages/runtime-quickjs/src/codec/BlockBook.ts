import { inspectJson, JSON_DEPTH } from '@plugboard/contracts'
import { parseUITree, type KnownTreeParts, type TreePartFacts, type TreePartRole } from '@plugboard/contracts/schemas'

import { compileTemplate, type CompiledTemplate, type SlotValues } from './blockTemplate.ts'
import { measureJson } from './measureJson.ts'

/** Most blocks of one widget, and most characters of their templates together. */
const MOST_BLOCKS = 1_000
const MOST_LENGTH = 1024 * 1024

/** How often a block may be tried with values that turn out to be wrong, before each of its nodes is parsed for itself. */
const MOST_TRIALS = 3

interface Block extends CompiledTemplate {
  readonly template: object
  readonly slots: number
  readonly role: TreePartRole
  /** Characters of the template, which a node of it is not counted below. */
  readonly length: number
  /** What is known of every node whose slots pass their checks; null until one was parsed. */
  facts: TreePartFacts | null
  trials: number
}

/** A node of a block. */
export interface FilledBlock {
  readonly part: object
  readonly length: number
  /** Whether it is known to be right: it need not be looked into any more. */
  readonly isKnown: boolean
}

export interface BlockBookOptions {
  /** Where nodes that are right are noted for the parser. */
  readonly known: KnownTreeParts
  /** Handlers of the widget. */
  readonly handlers: readonly string[]
}

/**
 * The templates that a guest has declared for one widget (`ui.block`; the guest's side is `vm/v1/blocks.ts`), and the nodes
 * that are made of them.
 *
 * A template is parsed once, as a node with the first values that are right. From then on the values decide, each by the
 * schema of the place where its slot is; where that does not tell, a node is parsed as if it had been sent.
 */
export class BlockBook {
  readonly #options: BlockBookOptions
  #blocks: ReadonlyMap<number, Block> = new Map()

  constructor(options: BlockBookOptions) {
    this.#options = options
  }

  /** The blocks with those that an answer declares, or null when something in the list is none. */
  declare(declared: unknown): ReadonlyMap<number, Block> | null {
    if (declared === undefined) return this.#blocks
    if (!Array.isArray(declared)) return null
    const blocks = new Map(this.#blocks)
    for (const entry of declared as readonly unknown[]) {
      if (!Array.isArray(entry)) return null
      const [number, slots, template] = entry as readonly unknown[] // a list of anything
      const block = compile(template, slots)
      if (!isCount(number) || block === null) return null
      blocks.set(number, block)
    }
    let length = 0
    for (const block of blocks.values()) length += block.length
    return blocks.size > MOST_BLOCKS || length > MOST_LENGTH ? null : blocks
  }

  /** The tree that used these blocks was accepted; null forgets all of them. */
  accept(blocks: ReadonlyMap<number, Block> | null): void {
    this.#blocks = blocks ?? new Map()
  }

  /** A node of its key, the number of its block and the values of its slots; null when they are none. */
  fill(packed: readonly unknown[], blocks: ReadonlyMap<number, Block>): FilledBlock | null {
    const [key, number, ...given] = packed
    const block = isCount(number) ? blocks.get(number) : undefined
    if (block === undefined || given.length !== block.slots) return null
    if (key !== null && typeof key !== 'string') return null
    const values: unknown[] = []
    for (const value of given) {
      const isWrapped = typeof value === 'object' && value !== null
      if (isWrapped && (!Array.isArray(value) || value.length > 1)) return null
      values.push(isWrapped ? (value as readonly unknown[])[0] : value)
    }
    const filled = block.draw(values) as Record<string, unknown> // the template is an object
    // Without slots it is the template itself.
    const part = filled === block.template ? { ...filled } : filled
    if (key !== null) part['key'] = key
    return { part, length: block.length, isKnown: this.#judge(block, { key, part, values }) }
  }

  #judge(
    block: Block,
    { key, part, values }: { readonly key: string | null; readonly part: object; readonly values: SlotValues },
  ): boolean {
    const { known } = this.#options
    if (block.checks === null || (key === null ? block.role !== 'node' : key.length < 1 || key.length > 128))
      return false
    if (block.facts === null) this.#try(block, part)
    if (block.facts === null) return false
    for (const [slot, check] of block.checks) {
      const value = values[slot]
      if (value === undefined || !check(value)) return false
    }
    known.set(part, block.facts)
    return true
  }

  /** Parses a node of the block by itself. */
  #try(block: Block, part: object): void {
    if (block.trials >= MOST_TRIALS) return
    block.trials += 1
    const known: KnownTreeParts = new WeakMap()
    const kept = new Map<object, object | null>([[part, null]])
    try {
      const limits = { treeNodes: MOST_LENGTH, treeDepth: JSON_DEPTH }
      parseUITree(around(block.role, part), { limits, handlers: this.#options.handlers, known, kept })
    } catch {
      return
    }
    const parsed = kept.get(part)
    if (parsed !== null && parsed !== undefined) block.facts = known.get(parsed) ?? null
  }
}

function compile(template: unknown, slots: unknown): Block | null {
  if (typeof template !== 'object' || template === null || !isCount(slots)) return null
  if (inspectJson(template) !== null) return null
  const length = measureJson(template)?.length ?? 0
  const role = Object.hasOwn(template, 'kind') ? 'node' : Object.hasOwn(template, 'cells') ? 'row' : 'item'
  try {
    return { ...compileTemplate(template, slots), template, slots, role, length, facts: null, trials: 0 }
  } catch {
    return null
  }
}

function around(role: TreePartRole, part: object): object {
  switch (role) {
    case 'node':
      return { kind: 'column', children: [part] }
    case 'item':
      return { kind: 'list', label: 'block', items: [part] }
    default:
      return { kind: 'table', caption: 'block', columns: [{ id: 'block', header: 'block' }], rows: [part] }
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
