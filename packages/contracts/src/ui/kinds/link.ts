import type { NodeBase } from '../vocabulary.ts'

/** A way out of the page. The host asks before it opens the address, unless it trusts the plugin with that. */
export interface LinkNode extends NodeBase {
  readonly kind: 'link'
  readonly text: string
  /** An absolute `https:` address without a user name in it, or a `mailto:` address. At most 2,048 characters. */
  readonly href: string
}
