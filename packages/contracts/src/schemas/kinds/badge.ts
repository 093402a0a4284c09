import * as z from 'zod/mini'

import type { BadgeNode } from '../../ui/kinds/badge.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, iconName, optional, text, tone } from '../vocabulary.ts'

export const badgeSchema: NodeSchema<BadgeNode> = {
  props: z.strictObject({
    kind: z.literal('badge'),
    ...base,
    text: text(60),
    tone: optional(tone),
    icon: optional(iconName),
  }),
}
