import type { UINode } from '@plugboard/contracts'

/**
 * React keys for siblings: the kind with the node's own key, or with its position. The same kind and key is the same
 * element. A key that comes twice gets a number, so that every node is drawn.
 */
export function siblingKeys(nodes: readonly UINode[]): readonly string[] {
  return distinct(
    nodes.map((node, index) => (node.key === undefined ? `${node.kind}#${index}` : `${node.kind}:${node.key}`)),
  )
}

/** The same keys, with a number added to those that came before. */
export function distinct(keys: readonly string[]): readonly string[] {
  if (new Set(keys).size === keys.length) return keys
  const seen = new Map<string, number>()
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}##${count}`
  })
}
