import type { FieldBase } from './field.ts'

/** Something that is on, or off, at once. Sends `change` with true or false. */
export interface SwitchNode extends FieldBase {
  readonly kind: 'switch'
  /** What the plugin wants it to show once it has seen every change. */
  readonly checked?: boolean
}
