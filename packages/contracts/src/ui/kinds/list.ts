import type { UIEventRef } from '../uiEvent.ts'
import type { UINode } from '../uiNode.ts'
import type { NodeBase } from '../vocabulary.ts'

/** A list of keyed items. */
export interface ListNode extends NodeBase {
  readonly kind: 'list'
  readonly label: string
  /** Shown when there are no items. */
  readonly empty?: string
  /** Only the items near the view are drawn. By itself above 100 items. */
  readonly virtual?: boolean
  /** At most 10,000. */
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly key: string
  /** Makes the item pressable; sends `press` with its key. */
  readonly onPress?: UIEventRef
  /** At most 50 nodes. */
  readonly content: readonly UINode[]
}
