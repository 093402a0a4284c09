import type { FieldBase, FieldOption } from './field.ts'

/** One of a few that are all seen. Sends `change` with the value of an option. */
export interface RadioNode extends FieldBase {
  readonly kind: 'radio'
  /** 2 to 50. */
  readonly options: readonly FieldOption[]
  /** What the plugin wants it to show once it has seen every change. */
  readonly value?: string
  readonly direction?: 'row' | 'column'
}
