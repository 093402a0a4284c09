import { childNodesOf, type FieldNode, type FormNode, isFieldNode, type UINode } from '@plugboard/contracts'

/** The fields that belong to a form, in reading order. Those of a form inside it are that form's; a closed dialog has none. */
export function fieldsOfForm(form: FormNode): readonly FieldNode[] {
  const fields: FieldNode[] = []
  // A stack of its own: how deep a tree goes is not for the plugin to decide.
  const waiting: UINode[] = form.children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isFieldNode(node)) fields.push(node)
    if (node.kind === 'form' || (node.kind === 'dialog' && !node.open)) continue
    // Not spread into a call: there may be more children than a call takes.
    for (const child of childNodesOf(node).toReversed()) waiting.push(child)
  }
  return fields
}
