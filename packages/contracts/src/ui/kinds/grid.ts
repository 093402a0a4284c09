import type { UINode } from '../uiNode.ts'
import type { Gap, NodeBase, Size } from '../vocabulary.ts'

/** Children in equal columns, as many as fit. */
export interface GridNode extends NodeBase {
  readonly kind: 'grid'
  readonly gap?: Gap
  /** Most columns, 1 to 12. */
  readonly columns?: number
  /** Least width of a column: what does not fit goes to the next line. `md` when absent. */
  readonly minColumn?: Size
  readonly children: readonly UINode[]
}
