import type { TextFieldBase } from './field.ts'

/** One line of text. What is being typed belongs to the host; the plugin hears of it in events. At most 20,000 characters. */
export interface InputNode extends TextFieldBase {
  readonly kind: 'input'
  /** What is asked for: the host checks it before a form is sent, and picks the keyboard. The value is text for all. */
  readonly type?: 'text' | 'search' | 'email' | 'url' | 'tel' | 'number' | 'password'
  /** The least number that a form is sent with, where `type` is `number`. */
  readonly min?: number
  /** The greatest number that a form is sent with, where `type` is `number`. */
  readonly max?: number
  /** Numbers are `min` (or 0) and a multiple of this; any when absent. The arrow keys go by it, or by 1. */
  readonly step?: number
  /** Stands before the value: a currency, a sign. At most 20 characters. */
  readonly prefix?: string
  /** Stands after the value: a unit. At most 20 characters. */
  readonly suffix?: string
}
