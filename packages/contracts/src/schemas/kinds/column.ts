import * as z from 'zod/mini'

import type { ColumnNode } from '../../ui/kinds/column.ts'
import { mapChildList, type NodeSchema } from '../nodeSchema.ts'
import { align, base, gap, node, optional } from '../vocabulary.ts'

export const columnSchema: NodeSchema<ColumnNode> = {
  props: z.strictObject({
    kind: z.literal('column'),
    ...base,
    gap: optional(gap),
    align: optional(align),
    grow: optional(z.boolean()),
    children: z.array(node),
  }),
  list: 'children',
  mapChildren: mapChildList,
}
