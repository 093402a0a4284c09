import type { NodeBase, Tone } from '../vocabulary.ts'

/** A figure with its name. */
export interface StatNode extends NodeBase {
  readonly kind: 'stat'
  readonly label: string
  /** At most 60 characters. */
  readonly value: string
  /** Change since some earlier time, in words or signs: "+3". At most 40 characters. */
  readonly delta?: string
  readonly tone?: Tone
}
