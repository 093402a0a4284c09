import * as z from 'zod/mini'

import type { RadioNode } from '../../ui/kinds/radio.ts'
import { field, option, optionValue } from '../field.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { optional } from '../vocabulary.ts'

export const radioSchema: NodeSchema<RadioNode> = {
  props: z.strictObject({
    kind: z.literal('radio'),
    ...field,
    options: z.array(z.strictObject(option)).check(z.minLength(2), z.maxLength(50)),
    value: optional(optionValue),
    direction: optional(z.enum(['row', 'column'])),
  }),
}
