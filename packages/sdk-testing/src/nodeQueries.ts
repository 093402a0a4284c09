import type { NodeOf, UINode, UINodeKind } from '@plugboard/contracts'

import { createAmbiguousError, createMissingError } from './missing.ts'
import { isNamed, type NameMatch, writeName } from './nameMatch.ts'
import { namesOf } from './nodeNames.ts'
import { findPlaces, type Place, visibleNodes, type Within } from './visibleNodes.ts'

/** Where to look. */
export interface LookOptions {
  /** Only in there. */
  readonly within?: Within | undefined
}

export interface NodeQuery<K extends UINodeKind> extends LookOptions {
  readonly kind: K
  readonly match?: NameMatch | undefined
}

/** The nodes of a kind, in reading order: all of them, or those of a name. */
export function findNodes<K extends UINodeKind>(tree: UINode | null, query: NodeQuery<K>): readonly NodeOf<K>[] {
  const { kind, match, within } = query
  return nodesIn(tree, within)
    .filter((node): node is NodeOf<K> => node.kind === kind)
    .filter((node) => match === undefined || isNamed(namesOf(node), match))
}

/** The one node of a kind and a name. @throws PluginTestError `NOT_FOUND` or `AMBIGUOUS`. */
export function getNode<K extends UINodeKind>(tree: UINode | null, query: NodeQuery<K>): NodeOf<K> {
  const [node, another, ...others] = findNodes(tree, query)
  const { kind, match, within } = query
  if (node === undefined) {
    const there = findNodes(tree, { kind, within }).flatMap((other) => namesOf(other).slice(0, 1))
    throw createMissingError({ what: kind, match, there })
  }
  if (another === undefined) return node
  const there = [node, another, ...others].map((other) => namesOf(other)[0] ?? kind)
  throw createAmbiguousError({ what: kind, match, there })
}

/** The nodes of a tree, or those in a part of it. @throws PluginTestError `NOT_FOUND` or `AMBIGUOUS` about the part. */
export function nodesIn(tree: UINode | null, within: Within | undefined): readonly UINode[] {
  if (tree === null) return []
  return visibleNodes(within === undefined ? [tree] : getPlace(tree, within).nodes)
}

/** The one part of a tree that is meant. @throws PluginTestError `NOT_FOUND` or `AMBIGUOUS`. */
export function getPlace(tree: UINode, within: Within): Place {
  const [place, another, ...others] = findPlaces(tree, within)
  const match = typeof within === 'string' || within instanceof RegExp ? within : undefined
  const what = match === undefined ? 'such node' : 'panel, form, dialog, list, table, item, row or tab'
  if (place === undefined) {
    const all = findPlaces(tree, /./)
    const there = all.flatMap(({ names }) => names.slice(0, 1))
    throw createMissingError({ what, match, there, alsoCalled: all.flatMap(({ names }) => names) })
  }
  if (another === undefined) return place
  const there = [place, another, ...others].map(({ names, owner }) => `${owner.kind} ${writeName(names[0] ?? '')}`)
  throw createAmbiguousError({ what, match, there })
}
