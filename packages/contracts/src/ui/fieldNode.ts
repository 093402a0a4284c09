import type { NodeOf, UINode } from './uiNode.ts'

/** Kinds that hold a value of the person's, under a name that is theirs alone in the widget. */
const FIELD_KINDS = ['checkbox', 'input', 'radio', 'select', 'switch', 'tabs', 'textarea'] as const

/** A node that holds a value of the person's. */
export type FieldNode = NodeOf<(typeof FIELD_KINDS)[number]>

/** Whether a node holds a value of the person's: its `change` carries a revision. */
export function isFieldNode(node: UINode): node is FieldNode {
  const kinds: readonly string[] = FIELD_KINDS
  return kinds.includes(node.kind)
}
