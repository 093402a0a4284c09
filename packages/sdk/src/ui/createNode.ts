import { UI_BUILDERS, type NodeOf, type UIEventRef, type UINodeKind } from '@plugboard/contracts'

import type { HandlerName } from '../register.ts'
import { toNodes, toText, type TextChild, type UIChild } from './uiChild.ts'

/** The handler to call: its name, or its name with arguments. */
export type HandlerRef = HandlerName | (UIEventRef & { readonly handler: HandlerName })

/** What is done with a prop before it is part of a node. */
type Conversion = 'children' | 'event' | 'text'

type Conversions = Readonly<Record<string, Conversion | undefined>>

const CONVERSIONS = Object.fromEntries(
  Object.entries(UI_BUILDERS).map(([kind, { children, events, text }]) => {
    // Without a prototype: a prop finds what is in the table, whatever its name.
    const conversions = Object.create(null) as Record<string, Conversion>
    for (const prop of children) conversions[prop] = 'children'
    for (const prop of events) conversions[prop] = 'event'
    for (const prop of text) conversions[prop] = 'text'
    return [kind, conversions]
  }),
) as unknown as Readonly<Record<UINodeKind, Conversions>>

/**
 * A node from loose props, by the table that the VM's own builders are made from. Undefined props are dropped.
 *
 * Runs for every node of every render inside a VM, whose engine has no compiler: loops by index, and no copies.
 */
export function createNode<K extends UINodeKind>(kind: K, props: object): NodeOf<K> {
  // The props' types were checked where they were written; the host's parser checks what arrives.
  return collect(kind, props, null) as unknown as NodeOf<K>
}

/** The same for a component: its children are the nodes, or the text, of the prop `content`. */
export function createElement<K extends UINodeKind>(kind: K, props: object, content: string): NodeOf<K> {
  const node = collect(kind, props, content)
  if (node[content] === undefined) node[content] = CONVERSIONS[kind][content] === 'text' ? '' : []
  // As above.
  return node as unknown as NodeOf<K>
}

function collect(kind: UINodeKind, props: object, content: string | null): Record<string, unknown> {
  const conversions = CONVERSIONS[kind]
  const given = props as Readonly<Record<string, unknown>>
  const node: Record<string, unknown> = { kind }
  const names = Object.keys(given)
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? ''
    const value = given[name]
    if (value === undefined) continue
    if (name === 'children' && content !== null) node[content] = toContent(conversions[content], value)
    else {
      const conversion = conversions[name]
      node[name] = conversion === undefined ? value : convert(conversion, value)
    }
  }
  return node
}

function toContent(conversion: Conversion | undefined, children: unknown): unknown {
  return conversion === 'text' ? toText(children as TextChild) : toNodes(children as UIChild)
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
