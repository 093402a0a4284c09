import type { UINode } from '@plugboard/contracts'
import { memo, type NamedExoticComponent, type ReactElement } from 'react'

import { announcedWords, Announcer, isLive } from './Announcer.tsx'
import type { AnyKind, FindKind } from './kindComponents.tsx'
import { Placeholder } from './kinds/Placeholder.tsx'
import { siblingKeys } from './siblingKeys.ts'
import { useWidget } from './widgetContext.ts'
import type { EmitNodeEvent, RenderNode } from './nodeProps.ts'

export interface NodeViewProps {
  readonly node: UINode
}

/** Draws a node by the component of its kind. A node that is the same object as before does not render again. */
export const NodeView: NamedExoticComponent<NodeViewProps> = memo(function NodeView({ node }: NodeViewProps) {
  const { emit, findKind, renderNode } = useWidget()
  const Kind = findKind(node.kind)
  if (Kind === null) return <Placeholder message={`This page cannot draw "${node.kind.slice(0, 80)}".`} />
  const drawn = (
    <Kind node={node} emit={emit} renderNode={renderNode}>
      {'children' in node ? renderNode(node.children) : undefined}
    </Kind>
  )
  return isLive(node) ? <Announcer words={announcedWords(node)}>{drawn}</Announcer> : drawn
})

/** What draws the nodes of a widget: it knows the components, and whom events go to. */
export function createRenderNode(findKind: FindKind, emit: EmitNodeEvent): RenderNode {
  const renderOne = (node: UINode, key?: string): ReactElement => {
    // What holds nothing needs nothing around it: its component alone is drawn again when the node is another one.
    const Leaf = 'children' in node || isLive(node) ? null : findKind(node.kind)
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

const memoizedKinds = new WeakMap<AnyKind, AnyKind>()

function memoized(kind: AnyKind): AnyKind {
  let kept = memoizedKinds.get(kind)
  // A component that is drawn again only for other props takes the props that it took.
  if (kept === undefined) memoizedKinds.set(kind, (kept = memo(kind) as unknown as AnyKind))
  return kept
}

// Array.isArray does not narrow readonly lists
function isList(node: UINode | readonly UINode[]): node is readonly UINode[] {
  return Array.isArray(node)
}
