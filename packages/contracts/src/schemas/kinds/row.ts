import * as z from 'zod/mini'

import type { RowNode } from '../../ui/kinds/row.ts'
import { mapChildList, type NodeSchema } from '../nodeSchema.ts'
import { align, base, gap, justify, node, optional } from '../vocabulary.ts'

export const rowSchema: NodeSchema<RowNode> = {
  props: z.strictObject({
    kind: z.literal('row'),
    ...base,
    gap: optional(gap),
    align: optional(align),
    justify: optional(justify),
    wrap: optional(z.boolean()),
    children: z.array(node),
  }),
  list: 'children',
  mapChildren: mapChildList,
}
