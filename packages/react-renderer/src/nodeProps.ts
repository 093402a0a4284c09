import type { NodeOf, UIEvent, UINode, UINodeKind } from '@plugboard/contracts'
import type { ComponentType, ReactNode } from 'react'

/** What a component for one kind is given. */
export interface NodeProps<K extends UINode['kind']> {
  readonly node: NodeOf<K>
  readonly emit: (handler: string, event: UIEvent) => void
  /** Draws a child node with whatever component its kind has. */
  readonly renderNode: (child: UINode, position: number) => ReactNode
}

/** Components that a host puts in place of the default ones, by kind. */
export type UIComponents = { readonly [K in UINodeKind]?: ComponentType<NodeProps<K>> }
