import type { UINode } from '@plugboard/contracts'
import { type ComponentType, memo, type NamedExoticComponent, type ReactElement } from 'react'

import { announcedWords, Announcer, isLive } from './Announcer.tsx'
import { BUILT_IN_COMPONENTS } from './builtInComponents.ts'
import { Placeholder } from './kinds/Placeholder.tsx'
import { siblingKeys } from './siblingKeys.ts'
import { useWidget } from './widgetContext.ts'
import type { EmitNodeEvent, NodeComponents, NodeProps, RenderNode } from './nodeProps.ts'

export interface NodeViewProps {
  readonly node: UINode
}

/** Draws a node by the component of its kind. A node that is the same object as before does not render again. */
export const NodeView: NamedExoticComponent<NodeViewProps> = memo(function NodeView({ node }: NodeViewProps) {
  const { components, emit, renderNode } = useWidget()
  const Kind = componentFor(components, node.kind)
  if (Kind === null) return <Placeholder message={`This page cannot draw "${node.kind.slice(0, 80)}".`} />
  const drawn = (
    <Kind node={node} emit={emit} renderNode={renderNode}>
      {'children' in node ? renderNode(node.children) : undefined}
    </Kind>
  )
  return isLive(node) ? <Announcer words={announcedWords(node)}>{drawn}</Announcer> : drawn
})

/** What draws the nodes of a widget: it knows the components, and whom events go to. */
export function createRenderNode(components: NodeComponents, emit: EmitNodeEvent): RenderNode {
  const renderOne = (node: UINode, key?: string): ReactElement => {
    // What holds nothing needs nothing around it: its component alone is drawn again when the node is another one.
    const Leaf = 'children' in node || isLive(node) ? null : componentFor(components, node.kind)
    if (Leaf === null) return <NodeView key={key} node={node} />
    const Kept = memoized(Leaf)
    return <Kept key={key} node={node} emit={emit} renderNode={renderNode} />
  }
  const renderNode: RenderNode = (node) => {
    if (!isList(node)) return renderOne(node)
    const keys = siblingKeys(node)
    return node.map((child, index) => renderOne(child, keys[index]))
  }
  return renderNode
}

/** Any kind's component: the lookup by kind has paired it with its node. */
type AnyKind = ComponentType<Omit<NodeProps<UINode['kind']>, 'node'> & { readonly node: UINode }>

const memoizedKinds = new WeakMap<AnyKind, AnyKind>()

function memoized(kind: AnyKind): AnyKind {
  let kept = memoizedKinds.get(kind)
  // A component that is drawn again only for other props takes the props that it took.
  if (kept === undefined) memoizedKinds.set(kind, (kept = memo(kind) as unknown as AnyKind))
  return kept
}

// Own properties only: a kind is a word that a plugin chose, and `constructor` is one.
function componentFor(components: NodeComponents, kind: UINode['kind']): AnyKind | null {
  const table = Object.hasOwn(components, kind) ? components : BUILT_IN_COMPONENTS
  if (!Object.hasOwn(table, kind)) return null
  // the table's type pairs each kind with a component of that kind, which an index by a union cannot express
  return (table[kind] ?? null) as AnyKind | null
}

// Array.isArray does not narrow readonly lists
function isList(node: UINode | readonly UINode[]): node is readonly UINode[] {
  return Array.isArray(node)
}
