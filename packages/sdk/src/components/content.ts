import type {
  BadgeNode,
  CodeNode,
  HeadingNode,
  IconNode,
  ImageNode,
  LinkNode,
  StatNode,
  TextNode,
} from '@plugboard/contracts'

import { createElement, createNode } from '../ui/createNode.ts'
import type {
  BadgeOptions,
  CodeOptions,
  HeadingOptions,
  IconOptions,
  ImageOptions,
  NodeOptions,
  StatOptions,
  TextOptions,
  TextValue,
} from '../ui/nodeOptions.ts'
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

/** Source code, or other text whose line breaks and spaces count. */
export function Code(props: Omit<CodeOptions, 'key'> & WithText): CodeNode {
  return createElement('code', props, 'text')
}

export interface IconProps extends Omit<IconOptions, 'key'> {
  /** A name of the host's icons: "arrow-right". */
  readonly name: string
}

/** A sign of the host's set. Decoration, unless it has a label. */
export function Icon(props: IconProps): IconNode {
  return createNode('icon', props)
}

export interface LinkProps extends Omit<NodeOptions, 'key'>, WithText {
  /** An absolute `https:` address, or a `mailto:` address. */
  readonly href: string
}

/** A way out of the page. The host may ask before it opens the address. */
export function Link(props: LinkProps): LinkNode {
  return createElement('link', props, 'text')
}

export interface ImageProps extends Omit<ImageOptions, 'key'> {
  /** A base64 `data:` URI of a PNG, JPEG, WebP, GIF or AVIF. */
  readonly src: string
  /** What it shows; empty when it only decorates. */
  readonly alt: TextValue
}

/** A picture that is part of the tree. */
export function Image(props: ImageProps): ImageNode {
  return createNode('image', props)
}
