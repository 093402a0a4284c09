import type { NodeBase, Size, Tone } from '../vocabulary.ts'

/** A run of text. */
export interface TextNode extends NodeBase {
  readonly kind: 'text'
  /** At most 50,000 characters. */
  readonly text: string
  readonly size?: Size
  readonly tone?: Tone
  readonly weight?: 'regular' | 'medium' | 'bold'
  readonly mono?: boolean
  /** One line, cut with an ellipsis; the full text stays available. */
  readonly truncate?: boolean
}
