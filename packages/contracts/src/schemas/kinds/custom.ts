import * as z from 'zod/mini'

import type { CustomNode } from '../../ui/kinds/custom.ts'
import { CUSTOM_COMPONENT } from '../../ui/customComponent.ts'
import { mapNodes, type NodeSchema, type VisitChild } from '../nodeSchema.ts'
import { base, eventRef, json, name, node, optional, text } from '../vocabulary.ts'

export const customSchema: NodeSchema<CustomNode> = {
  props: z.strictObject({
    kind: z.literal('custom'),
    ...base,
    component: z.string().check(z.regex(CUSTOM_COMPONENT, 'must look like "vendor/Component"')),
    props: optional(z.record(text(64), json)),
    events: optional(z.record(name, eventRef)),
    slots: optional(z.record(name, z.array(node))),
    fallback: optional(z.array(node).check(z.maxLength(20))),
  }),
  mapChildren: (custom, visit) => ({
    ...custom,
    ...(custom.slots === undefined ? {} : { slots: mapSlots(custom.slots, visit) }),
    ...(custom.fallback === undefined ? {} : { fallback: mapNodes(custom.fallback, visit, '.fallback') }),
  }),
}

type Slots = NonNullable<CustomNode['slots']>

function mapSlots(slots: Slots, visit: VisitChild): Slots {
  const mapped = Object.entries(slots).map(([slot, nodes]) => [slot, mapNodes(nodes, visit, `.slots.${slot}`)])
  return Object.fromEntries(mapped) as Slots // Each of them is a list of nodes now.
}
