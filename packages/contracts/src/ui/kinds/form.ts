import type { UIEventRef } from '../uiEvent.ts'
import type { UINode } from '../uiNode.ts'
import type { NodeBase } from '../vocabulary.ts'

/** Fields that are sent together: one `submit` with the values of all of them, which no handler needs to collect. */
export interface FormNode extends NodeBase {
  readonly kind: 'form'
  /** Unique in its widget. */
  readonly name: string
  /** Sends `submit`, when the host has found nothing wrong with the fields. */
  readonly onSubmit: UIEventRef
  /** The last one is under way: nothing can be sent. */
  readonly busy?: boolean
  readonly children: readonly UINode[]
}
