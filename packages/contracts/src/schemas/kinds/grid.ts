import * as z from 'zod/mini'

import type { GridNode } from '../../ui/kinds/grid.ts'
import { mapChildList, type NodeSchema } from '../nodeSchema.ts'
import { base, gap, node, optional, size } from '../vocabulary.ts'

export const gridSchema: NodeSchema<GridNode> = {
  props: z.strictObject({
    kind: z.literal('grid'),
    ...base,
    gap: optional(gap),
    columns: optional(z.int().check(z.minimum(1), z.maximum(12))),
    minColumn: optional(size),
    children: z.array(node),
  }),
  list: 'children',
  mapChildren: mapChildList,
}
