import type { LucideIcon } from 'lucide-react'

/** Something that a person can have done, by name. */
export interface Command {
  /** The same for as long as it means the same: what was used lately is kept by it. */
  readonly id: string
  /** `instance` is what leads to an instance: `@` in the palette finds only those. */
  readonly kind: 'command' | 'instance'
  readonly title: string
  readonly icon: LucideIcon
  /** Said behind the title: the state of what it is about. */
  readonly hint?: string
  /** Other words that find it. */
  readonly keywords?: string
  /** For keys and buttons: in the palette it would be there twice, or lead to the palette. */
  readonly isUnlisted?: true
  readonly run: () => void
}
