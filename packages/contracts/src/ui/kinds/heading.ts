import type { NodeBase } from '../vocabulary.ts'

/** A heading below the host's own outline: the host adds its base level. */
export interface HeadingNode extends NodeBase {
  readonly kind: 'heading'
  /** At most 500 characters. */
  readonly text: string
  readonly level?: 1 | 2 | 3
}
