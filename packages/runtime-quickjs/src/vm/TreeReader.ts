import { shareStructure, type PluginLimits } from '@plugboard/contracts'
import { parseUITree, type ParsedUITree } from '@plugboard/contracts/schemas'

import type { Blocks } from '../codec/Block.ts'
import { KeptRows } from '../codec/KeptRows.ts'
import type { ValueAnswer } from './guestAnswer.ts'

export interface TreeReaderOptions {
  readonly limits: PluginLimits
  /** Handlers of the widget. */
  readonly handlers: readonly string[]
  /** Blocks that were declared with the plugin. */
  readonly blocks: Blocks
}

/** Reads the trees of one widget, each with what it has in common with the last one. */
export class TreeReader {
  readonly #limits: PluginLimits
  readonly #handlers: readonly string[]
  readonly #rows: KeptRows
  #last: (ParsedUITree & { readonly text: string }) | null = null

  constructor({ limits, handlers, blocks }: TreeReaderOptions) {
    this.#limits = limits
    this.#handlers = handlers
    this.#rows = new KeptRows(handlers, blocks)
  }

  /** The turn that the guest goes on from when it names rows; 0 when it may name none. */
  get turn(): number {
    return this.#rows.turn
  }

  /**
   * The tree of an answer. A part that did not change is the same object as in the last tree. Null when it names rows or
   * blocks that are not there: nothing is known any more then, and the guest draws everything anew.
   *
   * @throws PluginRuntimeError `INVALID_TREE`. Nothing is taken over then.
   */
  read(answer: ValueAnswer): ParsedUITree | null {
    const last = this.#last
    if (last?.text === answer.text) return last
    const { treeDepth, treeNodes, bytesOut } = this.#limits
    const { rows, tree: said, blocks } = answer.value
    const turn = Number(rows)
    // What is named counts as if it had been sent.
    const length = bytesOut - answer.text.length
    const expanded = turn === 0 ? null : this.#rows.expand({ tree: said, blocks, length })
    if (turn !== 0 && expanded === null) {
      this.#rows.accept(0, null)
      this.#last = null
      return null
    }
    const parsed = parseUITree(expanded === null ? said : expanded.tree, {
      limits: { treeDepth, treeNodes },
      handlers: this.#handlers,
      ...(expanded === null ? {} : { known: this.#rows.known, kept: expanded.kept }),
    })
    // A row that comes by its name has to be the object that is in the tree.
    const moved = new Map<object, object>()
    const { known } = this.#rows
    const tree = shareStructure(last?.tree, parsed.tree, (next, shared) => {
      if (known.has(next)) moved.set(next, shared)
    })
    this.#rows.accept(turn, expanded, moved)
    this.#last = { text: answer.text, tree, issues: parsed.issues }
    return this.#last
  }
}
