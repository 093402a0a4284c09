import type { NodeBase, Size, Tone } from '../vocabulary.ts'

/** A sign of the host's set, by name. Decoration, unless it has a label. */
export interface IconNode extends NodeBase {
  readonly kind: 'icon'
  /** Lower-case words: "arrow-right". A name that the host does not have is drawn as a dot. */
  readonly name: string
  readonly size?: Size
  readonly tone?: Tone
  /** What it says, to those who cannot see it too. */
  readonly label?: string
}
