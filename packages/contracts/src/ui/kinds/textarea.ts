import type { TextFieldBase } from './field.ts'

/** Several lines of text, host-owned as in an `input`. At most 100,000 characters. */
export interface TextareaNode extends TextFieldBase {
  readonly kind: 'textarea'
  /** Lines that are seen at once, 1 to 40; 3 when absent. */
  readonly rows?: number
}
