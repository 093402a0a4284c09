import * as z from 'zod/mini'

import type { SwitchNode } from '../../ui/kinds/switch.ts'
import { field } from '../field.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { optional } from '../vocabulary.ts'

export const switchSchema: NodeSchema<SwitchNode> = {
  props: z.strictObject({
    kind: z.literal('switch'),
    ...field,
    checked: optional(z.boolean()),
  }),
}
