import type { RuntimeKit } from './runtimeKit.ts'

/** One thing that every runtime does. */
export interface RuntimeBehaviour {
  /** Stable name, for `skip`. */
  readonly id: string
  /** A sentence in the present tense. */
  readonly title: string
  readonly verify: (kit: RuntimeKit) => Promise<void>
}
