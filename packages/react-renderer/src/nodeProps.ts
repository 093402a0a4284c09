import type { NodeOf, UIEvent, UIEventRef, UINode, UINodeKind } from '@plugboard/contracts'
import type { ComponentType, ReactNode } from 'react'

/** What a person did, before the event reference's own `args` are put in. */
export type UIEventBody = UIEvent extends infer E ? (E extends UIEvent ? Omit<E, 'args'> : never) : never

/** Sends an event to the handler that `ref` names, with the reference's `args`. Does nothing without a reference. */
export type EmitNodeEvent = (ref: UIEventRef | undefined, event: UIEventBody) => void

/** Draws a node, or several with their keys. */
export type RenderNode = (node: UINode | readonly UINode[]) => ReactNode

/** What a component that draws nodes of one kind is given. */
export interface NodeProps<K extends UINode['kind']> {
  readonly node: NodeOf<K>
  readonly emit: EmitNodeEvent
  /** The node's `children`, drawn; absent for kinds without children. */
  readonly children?: ReactNode
  /** Draws nodes that the node holds elsewhere: the content of an item, the node of a cell. Keys are taken care of. */
  readonly renderNode: RenderNode
}

/** What a component around nodes is given. One that takes several kinds may stand around any of them. */
export type WrapProps<K extends UINode['kind']> = {
  readonly [P in K]: {
    readonly node: NodeOf<P>
    /** The node, drawn. */
    readonly children: ReactNode
  }
}[K]

/** Components around those that draw: by kind, and around all of them (`'*'`, outermost). */
export type NodeWrappers = {
  readonly [K in UINodeKind | 'invalid-node']?: ComponentType<WrapProps<K>>
} & { readonly '*'?: ComponentType<WrapProps<UINode['kind']>> }

/** Components in place of the built-in ones, one by one. */
export type NodeComponents = {
  readonly [K in UINodeKind | 'invalid-node']?: ComponentType<NodeProps<K>>
}
