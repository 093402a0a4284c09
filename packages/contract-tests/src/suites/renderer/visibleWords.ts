import type { CellValue, UINode } from '@plugboard/contracts'

/** The words of a tree that a renderer has to show, in any order. Values of fields are not among them. */
export function visibleWords(node: UINode): readonly string[] {
  switch (node.kind) {
    case 'text':
    case 'heading':
    case 'badge':
    case 'link':
      return words(node.text)
    case 'code':
      return [...words(node.language), ...node.text.split('\n').filter((line) => line !== '')]
    case 'button':
      return words(node.label)
    case 'stat':
      return words(node.label, node.value, node.delta)
    case 'progress':
    case 'spinner':
      return words(node.label)
    case 'input':
      return words(node.hideLabel === true ? undefined : node.label, node.help, node.error)
    case 'alert':
      return words(node.title, node.text, node.action?.label)
    case 'empty':
      return words(node.title, node.text, node.action?.label)
    case 'row':
    case 'column':
    case 'grid':
      return node.children.flatMap(visibleWords)
    case 'panel':
      return [...words(node.title), ...node.children.flatMap(visibleWords)]
    case 'list':
      return node.items.length === 0
        ? words(node.empty)
        : node.items.flatMap(({ content }) => content.flatMap(visibleWords))
    case 'table':
      return [
        ...words(node.caption),
        ...node.columns.map(({ header }) => header),
        ...(node.rows.length === 0 ? words(node.empty) : []),
        ...node.rows.flatMap(({ cells }) => Object.values(cells).flatMap(cellWords)),
      ]
    case 'divider':
    // Its label is for those who cannot see it.
    case 'icon':
    case 'invalid-node':
      return []
  }
}

function words(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined && text !== '') as readonly string[]
}

function cellWords(cell: CellValue): readonly string[] {
  if (typeof cell === 'object') return cell === null ? [] : visibleWords(cell.node)
  // How true and false look is the renderer's choice.
  return typeof cell === 'boolean' ? [] : [String(cell)]
}
