import * as z from 'zod/mini'

import type { DividerNode } from '../../ui/kinds/divider.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base } from '../vocabulary.ts'

export const dividerSchema: NodeSchema<DividerNode> = {
  props: z.strictObject({
    kind: z.literal('divider'),
    ...base,
  }),
}
