import type { UINode } from '../ui/uiNode.ts'

/** Options of {@link wordsOf}. */
export interface WordsOptions {
  /** Characters; 300 when absent. */
  readonly longest?: number
}

/** The words that nodes show, for names and announcements; cut at `longest` characters. */
export function wordsOf(nodes: readonly UINode[], { longest = 300 }: WordsOptions = {}): string {
  const found: string[] = []
  // A stack of its own, and an end: a tree may be large, and a name may not.
  const waiting = nodes.toReversed()
  let length = 0
  for (let node = waiting.pop(); node !== undefined && length < longest; node = waiting.pop()) {
    const words = ownWords(node)
    if (words !== '') found.push(words)
    length += words.length + 1
    // Not spread into a call: there may be more nodes than a call takes.
    for (const inner of innerNodes(node).toReversed()) waiting.push(inner)
  }
  return found.join(' ').slice(0, longest)
}

/** What is read on with a node. A dialog is somewhere else, and speaks for itself, as do tables and tabs. */
function innerNodes(node: UINode): readonly UINode[] {
  if (node.kind === 'list') return node.items.flatMap(({ content }) => content)
  return 'children' in node && node.kind !== 'dialog' ? node.children : []
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
    case 'custom':
    case 'dialog':
    case 'divider':
    case 'form':
    case 'grid':
    case 'list':
    case 'invalid-node':
      return ''
    default:
      // A kind of a later version.
      return ''
  }
}
