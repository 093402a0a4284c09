import type { UINode } from '../uiNode.ts'
import type { Align, Gap, NodeBase } from '../vocabulary.ts'

/** Children below one another. */
export interface ColumnNode extends NodeBase {
  readonly kind: 'column'
  readonly gap?: Gap
  readonly align?: Align
  /** Takes the space that is left. */
  readonly grow?: boolean
  readonly children: readonly UINode[]
}
