import * as z from 'zod/mini'

import type { ProgressNode } from '../../ui/kinds/progress.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, label, optional, tone } from '../vocabulary.ts'

export const progressSchema: NodeSchema<ProgressNode> = {
  props: z.strictObject({
    kind: z.literal('progress'),
    ...base,
    label,
    value: z.nullable(z.number()),
    max: optional(z.number().check(z.positive())),
    tone: optional(tone),
    shape: optional(z.enum(['bar', 'ring'])),
  }),
}
