import type { CustomNode, UIEventRef } from '@plugboard/contracts'

import { createNode, toEventRef, type HandlerRef } from '../ui/createNode.ts'
import type { CustomOptions } from '../ui/nodeOptions.ts'
import { toNodes, type UIChild } from '../ui/uiChild.ts'

export interface CustomProps extends Omit<CustomOptions, 'events' | 'key' | 'slots'> {
  /** `vendor/Name`. */
  readonly component: string
  readonly events?: Readonly<Record<string, HandlerRef>> | undefined
  readonly slots?: Readonly<Record<string, UIChild>> | undefined
}

/**
 * A component of the host's own.
 *
 * @example
 * ```tsx
 * <Custom component="acme/Map" props={{ lat, lng }} events={{ move: 'move' }} fallback="No map here." />
 * ```
 */
export function Custom({ events, slots, ...options }: CustomProps): CustomNode {
  return createNode('custom', {
    ...options,
    events: mapMembers<HandlerRef, UIEventRef>(events, toEventRef),
    slots: mapMembers(slots, toNodes),
  })
}

function mapMembers<V, R>(
  members: Readonly<Record<string, V>> | undefined,
  map: (value: V) => R,
): Readonly<Record<string, R>> | undefined {
  if (members === undefined) return undefined
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, map(value)]))
}
