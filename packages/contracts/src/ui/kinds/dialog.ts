import type { UIEventRef } from '../uiEvent.ts'
import type { UINode } from '../uiNode.ts'
import type { NodeBase, Size } from '../vocabulary.ts'

/** Something to be dealt with before the rest of the widget. It covers the widget, and nothing of the host's. */
export interface DialogNode extends NodeBase {
  readonly kind: 'dialog'
  readonly title: string
  /** At most 8 are open in one tree. */
  readonly open: boolean
  readonly size?: Size
  /** Sends `close`: the person wants it closed. It is closed by a tree that says so. */
  readonly onClose: UIEventRef
  readonly children: readonly UINode[]
  /** At most 6 nodes, below the children: what there is to press. */
  readonly footer?: readonly UINode[]
}
