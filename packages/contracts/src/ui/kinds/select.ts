import type { FieldBase, FieldOption } from './field.ts'

/** One or several of many. Sends `change` with the value of an option, or with a list of them. */
export interface SelectNode extends FieldBase {
  readonly kind: 'select'
  /** At most 1,000. */
  readonly options: readonly SelectOption[]
  /** What the plugin wants it to show once it has seen every change: a list where `multiple` is set. */
  readonly value?: string | readonly string[]
  readonly multiple?: boolean
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
}

export interface SelectOption extends FieldOption {
  /** Options that have it alike stand together, under this name. At most 100 characters. */
  readonly group?: string
}
