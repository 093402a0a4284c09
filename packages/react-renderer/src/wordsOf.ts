import type { UINode } from '@plugboard/contracts'

/** Longest name made from the words of nodes. */
const LONGEST = 300

/** The words that nodes show, for names and announcements; cut at 300 characters. */
export function wordsOf(nodes: readonly UINode[]): string {
  const found: string[] = []
  // A stack of its own, and an end: a tree may be large, and a name may not.
  const waiting = nodes.toReversed()
  let length = 0
  for (let node = waiting.pop(); node !== undefined && length < LONGEST; node = waiting.pop()) {
    const words = ownWords(node)
    if (words !== '') found.push(words)
    length += words.length + 1
    // A dialog is somewhere else, and speaks for itself.
    if ('children' in node && node.kind !== 'dialog') waiting.push(...node.children.toReversed())
    if (node.kind === 'list') waiting.push(...node.items.flatMap((item) => item.content).toReversed())
  }
  return found.join(' ').slice(0, LONGEST)
}

function ownWords(node: UINode): string {
  switch (node.kind) {
    case 'text':
    case 'heading':
    case 'badge':
    case 'code':
    case 'link':
      return node.text
    case 'icon':
      return node.label ?? ''
    case 'image':
      return node.alt
    case 'button':
    case 'checkbox':
    case 'input':
    case 'progress':
    case 'radio':
    case 'select':
    case 'spinner':
    case 'switch':
    case 'tabs':
    case 'textarea':
      return node.label
    case 'stat':
      return [node.label, node.value, node.delta].filter((part) => part !== undefined).join(' ')
    case 'alert':
    case 'empty':
      return node.text === undefined ? node.title : `${node.title}. ${node.text}`
    case 'panel':
      return node.title ?? ''
    case 'table':
      return node.caption
    case 'row':
    case 'column':
    case 'grid':
    case 'list':
    case 'dialog':
    case 'divider':
    case 'invalid-node':
      return ''
    default:
      // A kind of a later version.
      return ''
  }
}
