import { UI_BUILDERS, type NodeOf, type UIEventRef, type UINodeKind } from '@plugboard/contracts'

import { toNodes, type UIChild } from './uiChild.ts'

/** The handler to call: its name, or its name with arguments. */
export type HandlerRef = string | UIEventRef

/** What is done with a prop before it is part of a node. */
type Conversion = 'children' | 'event' | 'text'

const CONVERSIONS = Object.fromEntries(
  Object.entries(UI_BUILDERS).map(([kind, { children, events, text }]) => [
    kind,
    new Map<string, Conversion>([
      ...children.map((prop) => [prop, 'children'] as const),
      ...events.map((prop) => [prop, 'event'] as const),
      ...text.map((prop) => [prop, 'text'] as const),
    ]),
  ]),
) as unknown as Readonly<Record<UINodeKind, ReadonlyMap<string, Conversion>>>

/**
 * A node from loose props, by the table that the VM's own builders are made from. Undefined props are dropped.
 *
 * Runs for every node of every render inside a VM, whose engine has no compiler: loops by index, and no copies.
 */
export function createNode<K extends UINodeKind>(kind: K, props: object): NodeOf<K> {
  const conversions = CONVERSIONS[kind]
  const given = props as Readonly<Record<string, unknown>>
  const node: Record<string, unknown> = { kind }
  const names = Object.keys(given)
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? ''
    const value = given[name]
    if (value === undefined) continue
    const conversion = conversions.get(name)
    node[name] = conversion === undefined ? value : convert(conversion, value)
  }
  // The props' types were checked where they were written; the host's parser checks what arrives.
  return node as unknown as NodeOf<K>
}

function convert(conversion: Conversion, value: unknown): unknown {
  if (conversion === 'children') return toNodes(value as UIChild)
  if (conversion === 'event') return toEventRef(value as HandlerRef)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

/** An event reference from either form. */
export function toEventRef(handler: HandlerRef): UIEventRef {
  return typeof handler === 'string' ? { handler } : handler
}
