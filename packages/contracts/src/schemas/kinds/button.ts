import * as z from 'zod/mini'

import type { ButtonNode } from '../../ui/kinds/button.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, label, optional } from '../vocabulary.ts'

export const buttonSchema: NodeSchema<ButtonNode> = {
  props: z.strictObject({
    kind: z.literal('button'),
    ...base,
    label,
    variant: optional(z.enum(['primary', 'secondary', 'quiet', 'danger'])),
    disabled: optional(z.boolean()),
    busy: optional(z.boolean()),
    onPress: optional(eventRef),
  }),
}
