import * as z from 'zod/mini'

import type { StatNode } from '../../ui/kinds/stat.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, label, optional, text, tone } from '../vocabulary.ts'

export const statSchema: NodeSchema<StatNode> = {
  props: z.strictObject({
    kind: z.literal('stat'),
    ...base,
    label,
    value: text(60),
    delta: optional(text(40)),
    tone: optional(tone),
  }),
}
