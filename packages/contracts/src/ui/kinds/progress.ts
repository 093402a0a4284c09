import type { NodeBase, Tone } from '../vocabulary.ts'

/** How far something has come. */
export interface ProgressNode extends NodeBase {
  readonly kind: 'progress'
  readonly label: string
  /** From 0 to `max`; null when it is not known. */
  readonly value: number | null
  /** 100 when absent. */
  readonly max?: number
  readonly tone?: Tone
  /** `bar` when absent. */
  readonly shape?: 'bar' | 'ring'
}
