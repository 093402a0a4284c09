import type { UINode } from '../uiNode.ts'
import type { NodeBase, Tone } from '../vocabulary.ts'

/** A section, with a title when it has one. */
export interface PanelNode extends NodeBase {
  readonly kind: 'panel'
  readonly title?: string
  readonly tone?: Tone
  readonly children: readonly UINode[]
}
