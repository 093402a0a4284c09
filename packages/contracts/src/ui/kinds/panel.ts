import type { UINode } from '../uiNode.ts'
import type { NodeBase, Tone } from '../vocabulary.ts'

/** A section, with a title when it has one. */
export interface PanelNode extends NodeBase {
  readonly kind: 'panel'
  readonly title?: string
  readonly tone?: Tone
  /** The person can fold it, by its title. Whether it is folded belongs to the host. */
  readonly collapsible?: boolean
  /** Whether it is unfolded at first; it is when absent. A new value folds or unfolds it. */
  readonly open?: boolean
  /** At most 4 nodes beside the title. */
  readonly actions?: readonly UINode[]
  readonly children: readonly UINode[]
}
