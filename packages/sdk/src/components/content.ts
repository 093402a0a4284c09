import type { BadgeNode, HeadingNode, StatNode, TextNode } from '@plugboard/contracts'

import { createElement, createNode } from '../ui/createNode.ts'
import type { BadgeOptions, HeadingOptions, StatOptions, TextOptions, TextValue } from '../ui/nodeOptions.ts'
import type { TextChild } from '../ui/uiChild.ts'

/** Children of a component that holds text: joined into one run. */
export interface WithText {
  readonly children?: TextChild
}

/** A run of text. */
export function Text(props: Omit<TextOptions, 'key'> & WithText): TextNode {
  return createElement('text', props, 'text')
}

/** A heading below the host's own outline. */
export function Heading(props: Omit<HeadingOptions, 'key'> & WithText): HeadingNode {
  return createElement('heading', props, 'text')
}

/** A short label. Its tone is never told by colour alone. */
export function Badge(props: Omit<BadgeOptions, 'key'> & WithText): BadgeNode {
  return createElement('badge', props, 'text')
}

export interface StatProps extends Omit<StatOptions, 'key'> {
  readonly label: TextValue
  readonly value: TextValue
}

/** A figure with its name. */
export function Stat(props: StatProps): StatNode {
  return createNode('stat', props)
}
