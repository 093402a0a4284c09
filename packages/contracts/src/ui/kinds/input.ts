import type { UIEventRef } from '../uiEvent.ts'
import type { NodeBase } from '../vocabulary.ts'

/** One line of text. What is being typed belongs to the host; the plugin hears of it in events. */
export interface InputNode extends NodeBase {
  readonly kind: 'input'
  /** Unique in its widget. */
  readonly name: string
  readonly label: string
  readonly hideLabel?: boolean
  readonly type?: 'text' | 'search' | 'email' | 'url' | 'tel' | 'number' | 'password'
  /**
   * What the plugin wants the field to hold once it has seen everything that was typed. Absent: the host alone decides.
   * At most 20,000 characters.
   */
  readonly value?: string
  readonly placeholder?: string
  readonly help?: string
  readonly error?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly maxLength?: number
  /** Sends `change`, as often as `notify` says. Fewer calls than keys: the latest value wins, the last always arrives. */
  readonly onChange?: UIEventRef
  /** Sends `commit` when the person leaves the field or presses Enter. */
  readonly onCommit?: UIEventRef
  /** When `change` is sent: on leaving the field, after 250 ms without typing (default), or at each change. */
  readonly notify?: 'commit' | 'pause' | 'input'
}
