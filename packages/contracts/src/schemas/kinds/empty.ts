import * as z from 'zod/mini'

import type { EmptyNode } from '../../ui/kinds/empty.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, iconName, label, optional, text } from '../vocabulary.ts'

export const emptySchema: NodeSchema<EmptyNode> = {
  props: z.strictObject({
    kind: z.literal('empty'),
    ...base,
    title: label,
    text: optional(text(600)),
    icon: optional(iconName),
    action: optional(z.strictObject({ label, onPress: eventRef })),
  }),
}
