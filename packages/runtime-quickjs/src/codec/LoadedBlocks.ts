import { declareBlocks, type Blocks } from './Block.ts'

/**
 * The blocks that a plugin's code declared while it ran: what all instances of it know from the beginning. Each widget has
 * blocks of its own, because what is right in a template is a question of its handlers, which are the same in all
 * instances.
 */
export class LoadedBlocks {
  readonly #declared: readonly unknown[]
  readonly #byWidget = new Map<string, Blocks>()

  private constructor(declared: readonly unknown[]) {
    this.#declared = declared
  }

  /** The blocks of a list as the guest side reports it; null when something in it is none, or they are too many. */
  static read(declared: readonly unknown[]): LoadedBlocks | null {
    return declareBlocks(declared, new Map()) === null ? null : new LoadedBlocks(declared)
  }

  /** The blocks of one widget. */
  of(widgetId: string): Blocks {
    let blocks = this.#byWidget.get(widgetId)
    if (blocks === undefined) {
      blocks = declareBlocks(this.#declared, new Map()) ?? new Map()
      this.#byWidget.set(widgetId, blocks)
    }
    return blocks
  }
}
