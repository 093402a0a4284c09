import type { NodeBase } from '../vocabulary.ts'

/** A line between two parts. */
export interface DividerNode extends NodeBase {
  readonly kind: 'divider'
}
