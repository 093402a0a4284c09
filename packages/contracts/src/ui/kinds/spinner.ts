import type { NodeBase, Size } from '../vocabulary.ts'

/** Something is under way, and nobody knows how far it has come. Seen after a moment, so that it does not flash. */
export interface SpinnerNode extends NodeBase {
  readonly kind: 'spinner'
  readonly label: string
  readonly size?: Size
}
