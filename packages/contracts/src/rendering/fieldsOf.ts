import { childNodesOf } from '../ui/childNodes.ts'
import { type FieldNode, isFieldNode } from '../ui/fieldNode.ts'
import type { FormNode } from '../ui/kinds/form.ts'
import type { UINode } from '../ui/uiNode.ts'

/** The nodes in a node that a renderer draws, seen or not: of a `custom` node either its slots or its fallback. */
export type ChildrenOf = (node: UINode) => readonly UINode[]

/** The fields of some nodes, in reading order, whether or not they are seen just now. A dialog that is closed has none. */
export function fieldsOf(nodes: readonly UINode[], childrenOf: ChildrenOf = childNodesOf): readonly FieldNode[] {
  return walk(nodes, childrenOf, (node) => node.kind !== 'dialog' || node.open)
}

/**
 * The fields that a form sends, in reading order. Those of a form inside it are that form's, a dialog that is closed has
 * none, and what is switched off is not sent.
 */
export function sentFields(form: FormNode, childrenOf: ChildrenOf = childNodesOf): readonly FieldNode[] {
  const isEntered = (node: UINode): boolean => node.kind !== 'form' && (node.kind !== 'dialog' || node.open)
  return walk(form.children, childrenOf, isEntered).filter((field) => field.kind === 'tabs' || field.disabled !== true)
}

function walk(
  nodes: readonly UINode[],
  childrenOf: ChildrenOf,
  isEntered: (node: UINode) => boolean,
): readonly FieldNode[] {
  const fields: FieldNode[] = []
  // A stack of its own: how deep a tree goes is not for the plugin to decide.
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isFieldNode(node)) fields.push(node)
    if (!isEntered(node)) continue
    // Not spread into a call: there may be more children than a call takes.
    for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
  return fields
}
