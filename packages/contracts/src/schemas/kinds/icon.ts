import * as z from 'zod/mini'

import type { IconNode } from '../../ui/kinds/icon.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, iconName, label, optional, size, tone } from '../vocabulary.ts'

export const iconSchema: NodeSchema<IconNode> = {
  props: z.strictObject({
    kind: z.literal('icon'),
    ...base,
    name: iconName,
    size: optional(size),
    tone: optional(tone),
    label: optional(label),
  }),
}
