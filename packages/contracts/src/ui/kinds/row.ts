import type { UINode } from '../uiNode.ts'
import type { Align, Gap, Justify, NodeBase } from '../vocabulary.ts'

/** Children side by side. */
export interface RowNode extends NodeBase {
  readonly kind: 'row'
  readonly gap?: Gap
  readonly align?: Align
  readonly justify?: Justify
  readonly wrap?: boolean
  readonly children: readonly UINode[]
}
