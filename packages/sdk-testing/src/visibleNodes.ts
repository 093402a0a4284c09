import { childNodesOf, type UINode } from '@plugboard/contracts'
import { nameColumnOf, rowName, wordsOf } from '@plugboard/contracts/rendering'

import { isNamed, type NameMatch } from './nameMatch.ts'
import { namesOf } from './nodeNames.ts'

/** A node, or the name of a panel, a dialog, a form, a list, a table, or of one item or row of those. */
export type Within = UINode | NameMatch

/** The nodes of a tree in reading order, without dialogs that are closed. */
export function visibleNodes(roots: readonly UINode[]): readonly UINode[] {
  const nodes: UINode[] = []
  // A stack of its own: how deep a tree goes is not for the plugin to decide.
  const waiting = roots.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'dialog' && !node.open) continue
    nodes.push(node)
    for (const child of childNodesOf(node).toReversed()) waiting.push(child)
  }
  return nodes
}

/** A part of a tree that has a name: a node that holds others, an item of a list, a row of a table. */
export interface Place {
  readonly names: readonly string[]
  /** The node that is the place, or whose item or row it is. */
  readonly owner: UINode
  /** The key of the item or row; null for a node. */
  readonly key: string | null
  readonly nodes: readonly UINode[]
}

/**
 * The places of a tree that are called that, or the one that a node is. An item is called by all its words, by a text in it,
 * or by its key; a row by what names it, or by its key.
 */
export function findPlaces(tree: UINode, within: Within): readonly Place[] {
  if (typeof within === 'object' && !(within instanceof RegExp)) {
    return visibleNodes([tree])
      .filter((node) => node === within)
      .map(placeOf)
  }
  return visibleNodes([tree])
    .flatMap((node) => [...(childNodesOf(node).length > 0 ? [placeOf(node)] : []), ...partsOf(node)])
    .filter(({ names }) => isNamed(names, within))
}

function placeOf(node: UINode): Place {
  return { names: namesOf(node), owner: node, key: null, nodes: [node] }
}

function partsOf(node: UINode): readonly Place[] {
  switch (node.kind) {
    case 'list':
      return node.items.map(({ content, key }) => ({
        names: [wordsOf(content), key, ...textsOf(content)],
        owner: node,
        key,
        nodes: content,
      }))
    case 'table': {
      const column = nameColumnOf(node.columns)
      return node.rows.map((row) => ({
        names: [rowName(row, column), row.key],
        owner: node,
        key: row.key,
        nodes: Object.values(row.cells).flatMap((cell) =>
          typeof cell === 'object' && cell !== null ? [cell.node] : [],
        ),
      }))
    }
    case 'tabs':
      return node.tabs.map(({ children, id, label }) => ({ names: [label], owner: node, key: id, nodes: children }))
    default:
      return []
  }
}

function textsOf(content: readonly UINode[]): readonly string[] {
  return visibleNodes(content).flatMap((node) => (node.kind === 'text' || node.kind === 'heading' ? [node.text] : []))
}
