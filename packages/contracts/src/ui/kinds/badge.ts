import type { NodeBase, Tone } from '../vocabulary.ts'

/** A short label. Its tone is never told by colour alone. */
export interface BadgeNode extends NodeBase {
  readonly kind: 'badge'
  /** At most 60 characters. */
  readonly text: string
  readonly tone?: Tone
  /** A name of the host's icons. */
  readonly icon?: string
}
