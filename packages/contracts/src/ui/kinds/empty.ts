import type { UIEventRef } from '../uiEvent.ts'
import type { NodeBase } from '../vocabulary.ts'

/** Stands where there is nothing yet, and says what to do about it. */
export interface EmptyNode extends NodeBase {
  readonly kind: 'empty'
  readonly title: string
  /** At most 600 characters. */
  readonly text?: string
  /** A name of the host's icons. */
  readonly icon?: string
  readonly action?: { readonly label: string; readonly onPress: UIEventRef }
}
