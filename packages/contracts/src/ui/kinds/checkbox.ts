import type { FieldBase } from './field.ts'

/** Something that is so, or is not. Sends `change` with true or false. */
export interface CheckboxNode extends FieldBase {
  readonly kind: 'checkbox'
  /** What the plugin wants it to show once it has seen every change. `mixed`: some of what it stands for. */
  readonly checked?: boolean | 'mixed'
}
