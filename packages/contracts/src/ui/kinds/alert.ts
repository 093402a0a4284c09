import type { UIEventRef } from '../uiEvent.ts'
import type { NodeBase, Tone } from '../vocabulary.ts'

/** A message that wants attention. Announced politely, at once only when critical; the host limits how often. */
export interface AlertNode extends NodeBase {
  readonly kind: 'alert'
  readonly tone: Tone
  readonly title: string
  /** At most 2,000 characters. */
  readonly text?: string
  readonly action?: { readonly label: string; readonly onPress: UIEventRef }
  /** Shows a close button; sends `close`. */
  readonly onDismiss?: UIEventRef
}
