import * as z from 'zod/mini'

import type { PanelNode } from '../../ui/kinds/panel.ts'
import { mapNodes, type NodeSchema } from '../nodeSchema.ts'
import { base, label, node, optional, tone } from '../vocabulary.ts'

export const panelSchema: NodeSchema<PanelNode> = {
  props: z.strictObject({
    kind: z.literal('panel'),
    ...base,
    title: optional(label),
    tone: optional(tone),
    collapsible: optional(z.boolean()),
    open: optional(z.boolean()),
    actions: optional(z.array(node).check(z.maxLength(4))),
    children: z.array(node),
  }),
  mapChildren: (panel, visit) => ({
    ...panel,
    ...(panel.actions === undefined ? {} : { actions: mapNodes(panel.actions, visit, '.actions') }),
    children: mapNodes(panel.children, visit, '.children'),
  }),
}
