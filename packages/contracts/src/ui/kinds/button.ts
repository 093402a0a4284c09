import type { UIEventRef } from '../uiEvent.ts'
import type { NodeBase } from '../vocabulary.ts'

/** Something to press. */
export interface ButtonNode extends NodeBase {
  readonly kind: 'button'
  readonly label: string
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly disabled?: boolean
  /** Work is under way: announced as busy, presses are ignored. */
  readonly busy?: boolean
  /** Sends `press`. */
  readonly onPress?: UIEventRef
}
