import type { CellValue, FieldBase, UINode } from '@plugboard/contracts'

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
      return node.iconOnly === true ? [] : words(node.label)
    case 'stat':
      return words(node.label, node.value, node.delta)
    case 'progress':
    case 'spinner':
      return words(node.label)
    case 'input':
      return [...fieldWords(node), ...words(node.prefix, node.suffix)]
    case 'textarea':
    case 'checkbox':
    case 'switch':
      return fieldWords(node)
    case 'radio':
      return [...fieldWords(node), ...node.options.map(({ label }) => label)]
    // What can be chosen is seen once it is asked for.
    case 'select':
      return fieldWords(node)
    case 'alert':
      return words(node.title, node.text, node.action?.label)
    case 'empty':
      return words(node.title, node.text, node.action?.label)
    case 'row':
    case 'column':
    case 'grid':
    case 'form':
      return node.children.flatMap(visibleWords)
    case 'panel': {
      const isFolded = node.collapsible === true && node.open === false
      const below = [...(node.actions ?? []), ...(isFolded ? [] : node.children)]
      return [...words(node.title), ...below.flatMap(visibleWords)]
    }
    case 'tabs': {
      const seen = node.tabs.find(({ id }) => id === node.selected) ?? node.tabs[0]
      return [
        ...node.tabs.flatMap(({ label, badge }) => words(label, badge)),
        ...(seen?.children ?? []).flatMap(visibleWords),
      ]
    }
    case 'dialog':
      if (!node.open) return []
      return [node.title, ...[...node.children, ...(node.footer ?? [])].flatMap(visibleWords)]
    // For a host that has no such component.
    case 'custom':
      return (node.fallback ?? []).flatMap(visibleWords)
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
    case 'image':
    case 'invalid-node':
      return []
  }
}

function fieldWords({ error, help, hideLabel, label }: FieldBase): readonly string[] {
  return words(hideLabel === true ? undefined : label, help, error)
}

function words(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined && text !== '') as readonly string[]
}

function cellWords(cell: CellValue): readonly string[] {
  if (typeof cell === 'object') return cell === null ? [] : visibleWords(cell.node)
  // How true and false look is the renderer's choice.
  return typeof cell === 'boolean' ? [] : [String(cell)]
}
