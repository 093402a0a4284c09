import { childNodesOf, type CustomNode, type UINode } from '@plugboard/contracts'

import type { CustomComponents } from './customComponents.ts'
import type { ComponentDiagnosticCode } from './componentDiagnostic.ts'
import type { CustomComponent } from './defineComponent.ts'
import { readBySchema } from './readBySchema.ts'

/** Components that there are, and capabilities that the instance has. */
export interface DrawnNodesOptions {
  readonly custom: CustomComponents
  readonly granted: readonly string[]
}

/** The nodes in a node that are drawn, seen or not: of a `custom` node its slots where its component draws it, or its fallback. */
export function drawnNodesOf(node: UINode, { custom, granted }: DrawnNodesOptions): readonly UINode[] {
  if (node.kind !== 'custom') return childNodesOf(node)
  const definition = custom.get(node.component)
  if (definition === undefined || !isGranted(definition, granted)) return node.fallback ?? []
  const isDrawn =
    findUndeclared(definition, node) === null && readBySchema(definition.props, node.props ?? {}, 'props').ok
  return isDrawn ? Object.values(node.slots ?? {}).flat() : []
}

/** Whether an instance with these capabilities may use a component. */
export function isGranted({ capability }: CustomComponent, granted: readonly string[]): boolean {
  return capability === undefined || granted.includes(capability)
}

/** What a plugin names and a definition does not. */
export interface Undeclared {
  readonly code: ComponentDiagnosticCode
  readonly message: string
}

/** The first slot or event that the plugin names and the definition does not. */
export function findUndeclared(
  definition: CustomComponent,
  { events = {}, slots = {} }: Pick<CustomNode, 'events' | 'slots'>,
): Undeclared | null {
  const slot = Object.keys(slots).find((key) => !definition.slots.has(key))
  if (slot !== undefined) return { code: 'unknown-slot', message: `It has no slot "${slot.slice(0, 80)}".` }
  const event = Object.keys(events).find((key) => !definition.events.has(key))
  if (event !== undefined) return { code: 'unknown-event', message: `It sends no event "${event.slice(0, 80)}".` }
  return null
}
