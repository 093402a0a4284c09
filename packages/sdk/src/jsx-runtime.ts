import { UI_BUILDERS, type UINode } from '@plugboard/contracts'

import { SdkError } from './sdkError.ts'
import { toNodes, type UIChild } from './ui/uiChild.ts'

/** A function that returns nodes for its props. Your own components are such functions too. */
export type Component<P = never> = (props: P) => UINode

/** What `<Type …>` compiles to: calls the component, and puts the key on the node. */
export function jsx(type: Component<object>, props: object, key?: string | number): UINode {
  if (typeof type !== 'function') throw new SdkError('UNKNOWN_ELEMENT', explainElement(type))
  const node = type(props)
  return key === undefined || Array.isArray(node) ? node : { ...node, key: String(key) }
}

/** The form that the compiler picks for several children. */
export const jsxs: typeof jsx = jsx

/** `<>…</>`: its children, without a node around them. */
export function Fragment({ children }: { readonly children?: UIChild }): UINode {
  // JSX has one type for all elements. Every place that takes an element flattens lists.
  return toNodes(children) as unknown as UINode
}

function explainElement(type: unknown): string {
  const components = Object.keys(UI_BUILDERS)
    .map((kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`)
    .join(', ')
  return `<${String(type)}> is not a component: a widget has no HTML elements. Import one of ${components}.`
}

/** What TypeScript looks up for the types of JSX. */
export declare namespace JSX {
  type Element = UINode
  type ElementType = Component
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicAttributes {
    key?: string | number
  }
  interface IntrinsicElements {}
}
