import { childNodesOf } from '@plugboard/contracts'
import type { UINode } from '@plugboard/contracts'

/** Longest name made from the words of nodes. */
const LONGEST = 120

/** The words that nodes show, for the names of what they stand in. */
export function wordsOf(nodes: readonly UINode[]): string {
  const found: string[] = []
  let length = 0
  // A stack of its own, and an end: a tree may be large, and a name may not.
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node !== undefined && length < LONGEST; node = waiting.pop()) {
    const own = ownWords(node)
    if (own !== '') found.push(own)
    length += own.length + 1
    for (const child of childNodesOf(node).toReversed()) waiting.push(child)
  }
  return found.join(' ').slice(0, LONGEST)
}

function ownWords(node: UINode): string {
  if ('text' in node && !('title' in node)) return node.text ?? ''
  if ('title' in node) return node.title ?? ''
  if (node.kind === 'stat') return [node.label, node.value, node.delta].filter(Boolean).join(' ')
  if ('label' in node) return node.label ?? ''
  if (node.kind === 'image') return node.alt
  return node.kind === 'table' ? node.caption : ''
}
