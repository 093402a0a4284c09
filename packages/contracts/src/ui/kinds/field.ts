import type { UIEventRef } from '../uiEvent.ts'
import type { NodeBase } from '../vocabulary.ts'

/** What all fields have. Their values belong to the host; the plugin hears of them in events. */
export interface FieldBase extends NodeBase {
  /** Unique in its widget. */
  readonly name: string
  readonly label: string
  /** The label is only for those who do not see it. */
  readonly hideLabel?: boolean
  /** At most 300 characters. */
  readonly help?: string
  /** Says what is wrong with the value. At most 300 characters. */
  readonly error?: string
  /** A form is not sent without a value here. The host checks it. */
  readonly required?: boolean
  readonly disabled?: boolean
  /** Sends `change`. */
  readonly onChange?: UIEventRef
}

/** A field that is typed into. */
export interface TextFieldBase extends FieldBase {
  /**
   * What the plugin wants the field to hold once it has seen everything that was typed. Absent: the host alone decides.
   */
  readonly value?: string
  /** At most 200 characters. */
  readonly placeholder?: string
  readonly maxLength?: number
  readonly readOnly?: boolean
  /** Sends `commit` when the person leaves the field or, where it has one line, presses Enter. */
  readonly onCommit?: UIEventRef
  /**
   * When `change` is sent: on leaving the field, after 250 ms without typing (default), or at each change. Fewer calls
   * than keys: the latest value wins, the last always arrives.
   */
  readonly notify?: 'commit' | 'pause' | 'input'
}

/** One of several to choose from. */
export interface FieldOption {
  /** At most 200 characters. */
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}
