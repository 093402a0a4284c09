import { UI_BUILDERS, type NodeOf, type UIEventRef, type UINodeKind } from '@plugboard/contracts'

import { toNodes, type UIChild } from './uiChild.ts'

/** The handler to call: its name, or its name with arguments. */
export type HandlerRef = string | UIEventRef

/** A node from loose props, by the table that the VM's own builders are made from. Undefined props are dropped. */
export function createNode<K extends UINodeKind>(kind: K, props: object): NodeOf<K> {
  const { children, events, text } = UI_BUILDERS[kind]
  const node: Record<string, unknown> = { kind }
  for (const [prop, value] of Object.entries(props)) {
    if (value === undefined) continue
    if (children.includes(prop)) node[prop] = toNodes(value as UIChild)
    else if (events.includes(prop)) node[prop] = toEventRef(value as HandlerRef)
    else if (text.includes(prop) && (typeof value === 'number' || typeof value === 'boolean'))
      node[prop] = String(value)
    else node[prop] = value
  }
  // The props' types were checked where they were written; the host's parser checks what arrives.
  return node as unknown as NodeOf<K>
}

/** An event reference from either form. */
export function toEventRef(handler: HandlerRef): UIEventRef {
  return typeof handler === 'string' ? { handler } : handler
}
