import type { UINode } from '@plugboard/contracts'

/**
 * What a person may call a node: the words that it shows as its own, and those for people who do not see it. None for what
 * has no words of its own, as a row.
 */
export function namesOf(node: UINode): readonly string[] {
  const names = [ownName(node), 'a11y' in node ? node.a11y?.label : undefined]
  return names.filter((name): name is string => name !== undefined && name !== '')
}

function ownName(node: UINode): string | undefined {
  switch (node.kind) {
    case 'alert':
    case 'dialog':
    case 'empty':
    case 'panel':
      return node.title
    case 'badge':
    case 'code':
    case 'heading':
    case 'link':
    case 'text':
      return node.text
    case 'button':
    case 'checkbox':
    case 'icon':
    case 'input':
    case 'list':
    case 'progress':
    case 'radio':
    case 'select':
    case 'spinner':
    case 'stat':
    case 'switch':
    case 'tabs':
    case 'textarea':
      return node.label
    case 'custom':
      return node.component
    case 'form':
      return node.name
    case 'image':
      return node.alt
    case 'table':
      return node.caption
    case 'invalid-node':
      return node.path
    case 'column':
    case 'divider':
    case 'grid':
    case 'row':
      return undefined
  }
}
