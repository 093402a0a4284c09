import type { NodeBase } from '../vocabulary.ts'

/** Source code or other text whose line breaks and spaces count. */
export interface CodeNode extends NodeBase {
  readonly kind: 'code'
  /** At most 50,000 characters. */
  readonly text: string
  /** Shown beside the text: "json". At most 30 characters. */
  readonly language?: string
  readonly lineNumbers?: boolean
  /** Shows a button that copies the text. */
  readonly copy?: boolean
}
