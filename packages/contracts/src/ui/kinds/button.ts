import type { UIEventRef } from '../uiEvent.ts'
import type { NodeBase } from '../vocabulary.ts'

/** Something to press. */
export interface ButtonNode extends NodeBase {
  readonly kind: 'button'
  readonly label: string
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** A name of the host's icons, before the label. */
  readonly icon?: string
  /** The icon alone is seen; the label stays for those who do not see it. */
  readonly iconOnly?: boolean
  readonly disabled?: boolean
  /** Work is under way: announced as busy, presses are ignored. */
  readonly busy?: boolean
  /** Sends the form that it stands in, after its own `press`. */
  readonly submit?: boolean
  /** Asked by the host before anything is sent. */
  readonly confirm?: ButtonConfirmation
  /** Sends `press`. */
  readonly onPress?: UIEventRef
}

export interface ButtonConfirmation {
  readonly title: string
  /** At most 600 characters. */
  readonly text?: string
  /** What the button that goes on says. */
  readonly confirmLabel: string
}
