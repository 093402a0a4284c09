import * as z from 'zod/mini'

import type { PanelNode } from '../../ui/kinds/panel.ts'
import { mapChildList, type NodeSchema } from '../nodeSchema.ts'
import { base, label, node, optional, tone } from '../vocabulary.ts'

export const panelSchema: NodeSchema<PanelNode> = {
  props: z.strictObject({
    kind: z.literal('panel'),
    ...base,
    title: optional(label),
    tone: optional(tone),
    children: z.array(node),
  }),
  mapChildren: mapChildList,
}
