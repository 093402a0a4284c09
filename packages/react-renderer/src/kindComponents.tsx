import type { UINode } from '@plugboard/contracts'
import { type ComponentType, createElement, type ReactElement, type ReactNode } from 'react'

import { BUILT_IN_COMPONENTS } from './builtInComponents.ts'
import type { NodeComponents, NodeProps, NodeWrappers } from './nodeProps.ts'

/** Any kind's component: the lookup by kind has paired it with its node. */
export type AnyKind = ComponentType<Omit<NodeProps<UINode['kind']>, 'node'> & { readonly node: UINode }>

type AnyWrapper = ComponentType<{ readonly node: UINode; readonly children: ReactNode }>

/** The component that draws nodes of a kind; null for a kind that nobody draws. Always the same one for the same kind. */
export type FindKind = (kind: UINode['kind']) => AnyKind | null

/** Looks kinds up among the host's components, then among the built-in ones, and puts the host's wrappers around them. */
export function createFindKind(components: NodeComponents, wrap: NodeWrappers): FindKind {
  // Without wrappers nothing stands between a node and its component.
  if (Object.keys(wrap).length === 0) return (kind) => componentOf(components, kind)
  // Remembered: another component for the same kind would be drawn from nothing, and lose what a person typed.
  const wrapped = new Map<UINode['kind'], AnyKind | null>()
  return (kind) => {
    let found = wrapped.get(kind)
    if (found === undefined) wrapped.set(kind, (found = wrappedComponent(components, wrap, kind)))
    return found
  }
}

function wrappedComponent(components: NodeComponents, wrap: NodeWrappers, kind: UINode['kind']): AnyKind | null {
  const component = componentOf(components, kind)
  if (component === null) return null
  const inner = wrapperOf(wrap, kind)
  const outer = wrapperOf(wrap, '*')
  return wrapperAround(outer, wrapperAround(inner, component))
}

function wrapperAround(Wrapper: AnyWrapper | null, component: AnyKind): AnyKind {
  if (Wrapper === null) return component
  return function Wrapped(props): ReactElement {
    return <Wrapper node={props.node}>{createElement(component, props)}</Wrapper>
  }
}

// Own properties only, here and below: a kind is a word that a plugin chose, and `constructor` is one.
function componentOf(components: NodeComponents, kind: UINode['kind']): AnyKind | null {
  const table = Object.hasOwn(components, kind) ? components : BUILT_IN_COMPONENTS
  if (!Object.hasOwn(table, kind)) return null
  // the table's type pairs each kind with a component of that kind, which an index by a union cannot express
  return (table[kind] ?? null) as AnyKind | null
}

function wrapperOf(wrap: NodeWrappers, kind: keyof NodeWrappers): AnyWrapper | null {
  return Object.hasOwn(wrap, kind) ? ((wrap[kind] ?? null) as AnyWrapper | null) : null // As above.
}
