import type { UINode } from '@plugboard/contracts'
import { type ComponentType, memo, type NamedExoticComponent, type ReactNode } from 'react'

import { announcedWords, Announcer, isLive } from './Announcer.tsx'
import { BUILT_IN_COMPONENTS } from './builtInComponents.ts'
import { Placeholder } from './kinds/Placeholder.tsx'
import { siblingKeys } from './siblingKeys.ts'
import { useWidget } from './widgetContext.ts'
import type { NodeComponents, NodeProps } from './nodeProps.ts'

export interface NodeViewProps {
  readonly node: UINode
}

/** Draws a node by the component of its kind. A node that is the same object as before does not render again. */
export const NodeView: NamedExoticComponent<NodeViewProps> = memo(function NodeView({ node }: NodeViewProps) {
  const { components, emit } = useWidget()
  const Kind = componentFor(components, node.kind)
  if (Kind === null) return <Placeholder message={`This page cannot draw "${node.kind.slice(0, 80)}".`} />
  const drawn = (
    <Kind node={node} emit={emit} renderNode={renderNode}>
      {'children' in node ? renderNode(node.children) : undefined}
    </Kind>
  )
  return isLive(node) ? <Announcer words={announcedWords(node)}>{drawn}</Announcer> : drawn
})

/** Any kind's component: the lookup by kind has paired it with its node. */
type AnyKind = ComponentType<Omit<NodeProps<UINode['kind']>, 'node'> & { readonly node: UINode }>

// Own properties only: a kind is a word that a plugin chose, and `constructor` is one.
function componentFor(components: NodeComponents, kind: UINode['kind']): AnyKind | null {
  const table = [components, BUILT_IN_COMPONENTS].find((candidate) => Object.hasOwn(candidate, kind))
  // the table's type pairs each kind with a component of that kind, which an index by a union cannot express
  return (table?.[kind] ?? null) as AnyKind | null
}

function renderNode(node: UINode | readonly UINode[]): ReactNode {
  if (!isList(node)) return <NodeView node={node} />
  const keys = siblingKeys(node)
  return node.map((child, index) => <NodeView key={keys[index]} node={child} />)
}

// Array.isArray does not narrow readonly lists
function isList(node: UINode | readonly UINode[]): node is readonly UINode[] {
  return Array.isArray(node)
}
