import { childNodesOf, isFieldNode } from '@plugboard/contracts'
import type { FieldNode, FormNode, UINode } from '@plugboard/contracts'

/** The fields of a tree, in reading order, whether they are seen or not. */
export function fieldsOf(tree: UINode): readonly FieldNode[] {
  return walk([tree], () => true)
}

/** The fields that a form sends: those in it, without those of a form in it, of tabs, and of what is switched off. */
export function sentFields(form: FormNode): readonly FieldNode[] {
  const fields = walk(form.children, (node) => node.kind !== 'form')
  return fields.filter((field) => field.kind !== 'tabs' && field.disabled !== true)
}

function walk(nodes: readonly UINode[], isEntered: (node: UINode) => boolean): readonly FieldNode[] {
  const found: FieldNode[] = []
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isFieldNode(node)) found.push(node)
    if (!isEntered(node)) continue
    for (const child of childNodesOf(node).toReversed()) waiting.push(child)
  }
  return found
}
