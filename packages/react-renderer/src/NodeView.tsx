import type { UINode, UINodeKind } from '@plugboard/contracts'
import { memo, use, type ComponentType, type ReactElement, type ReactNode } from 'react'

import { InvalidNodeView } from './components/InvalidNodeView.tsx'
import { defaultComponents } from './defaultComponents.ts'
import type { NodeProps } from './nodeProps.ts'
import { usePluginContext } from './pluginContext.ts'
import { EmitContext } from './widgetContext.ts'

/**
 * Draws one node. Memoised on the node: a runtime answers unchanged parts of a tree as the same objects, so they are not
 * drawn again.
 */
export const NodeView: ComponentType<{ readonly node: UINode }> = memo(function NodeView({
  node,
}: {
  readonly node: UINode
}): ReactElement {
  const { components } = usePluginContext()
  const emit = use(EmitContext)
  if (node.kind === 'invalid-node') return <InvalidNodeView path={node.path} message={node.message} />
  const Component = componentFor(node.kind, components)
  // A tree made for a newer renderer: say so in its place and draw the rest.
  if (Component === undefined) return <InvalidNodeView path={node.kind} message="is a kind that this host cannot draw" />
  return <Component node={node} emit={emit} renderNode={renderNode} />
})

function renderNode(child: UINode, position: number): ReactNode {
  return <NodeView key={child.key ?? `#${position}`} node={child} />
}

type AnyNodeComponent = ComponentType<NodeProps<UINodeKind>>

function componentFor(
  kind: UINodeKind,
  components: ReturnType<typeof usePluginContext>['components'],
): AnyNodeComponent | undefined {
  // Each entry takes the node of its own kind; the lookup by that node's kind cannot be expressed in the type.
  const own = Object.hasOwn(components, kind) ? (components[kind] as AnyNodeComponent | undefined) : undefined
  if (own !== undefined) return own
  return Object.hasOwn(defaultComponents, kind) ? (defaultComponents[kind] as unknown as AnyNodeComponent) : undefined
}
