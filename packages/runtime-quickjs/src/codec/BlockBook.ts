import type { KnownTreeParts } from '@plugboard/contracts/schemas'

import { declareBlocks, isCount, tryBlock, type Block, type Blocks } from './Block.ts'
import type { SlotValues } from './blockTemplate.ts'

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
  /** Blocks that are always there. */
  readonly loaded: Blocks
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
  #blocks: Blocks

  constructor(options: BlockBookOptions) {
    this.#options = options
    this.#blocks = options.loaded
  }

  /** The blocks with those that an answer declares, or null when something in the list is none. */
  declare(declared: unknown): Blocks | null {
    return declared === undefined ? this.#blocks : declareBlocks(declared, this.#blocks)
  }

  /** The tree that used these blocks was accepted; null forgets what came with trees. */
  accept(blocks: Blocks | null): void {
    this.#blocks = blocks ?? this.#options.loaded
  }

  /** A node of its key, the number of its block and the values of its slots; null when they are none. */
  fill(packed: readonly unknown[], blocks: Blocks): FilledBlock | null {
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
    tryBlock(block, part, this.#options.handlers)
    if (block.facts === null) return false
    for (const [slot, check] of block.checks) {
      const value = values[slot]
      if (value === undefined || !check(value)) return false
    }
    known.set(part, block.facts)
    return true
  }
}
