import type { BadgeNode, HeadingNode, StatNode, TextNode } from '@plugboard/contracts'

import { createNode } from '../ui/createNode.ts'
import type { BadgeOptions, HeadingOptions, StatOptions, TextOptions, TextValue } from '../ui/nodeOptions.ts'
import { toText, type TextChild } from '../ui/uiChild.ts'

/** Children of a component that holds text: joined into one run. */
export interface WithText {
  readonly children?: TextChild
}

/** A run of text. */
export function Text({ children, ...options }: Omit<TextOptions, 'key'> & WithText): TextNode {
  return createNode('text', { ...options, text: toText(children) })
}

/** A heading below the host's own outline. */
export function Heading({ children, ...options }: Omit<HeadingOptions, 'key'> & WithText): HeadingNode {
  return createNode('heading', { ...options, text: toText(children) })
}

/** A short label. Its tone is never told by colour alone. */
export function Badge({ children, ...options }: Omit<BadgeOptions, 'key'> & WithText): BadgeNode {
  return createNode('badge', { ...options, text: toText(children) })
}

export interface StatProps extends Omit<StatOptions, 'key'> {
  readonly label: TextValue
  readonly value: TextValue
}

/** A figure with its name. */
export function Stat(props: StatProps): StatNode {
  return createNode('stat', props)
}
