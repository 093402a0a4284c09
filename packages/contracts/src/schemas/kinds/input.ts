import * as z from 'zod/mini'

import { INPUT_LENGTH } from '../../ui/fieldText.ts'
import type { InputNode } from '../../ui/kinds/input.ts'
import { textField } from '../field.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { optional, text } from '../vocabulary.ts'

export const inputSchema: NodeSchema<InputNode> = {
  props: z.strictObject({
    kind: z.literal('input'),
    ...textField(INPUT_LENGTH),
    type: optional(z.enum(['text', 'search', 'email', 'url', 'tel', 'number', 'password'])),
    min: optional(z.number()),
    max: optional(z.number()),
    step: optional(z.number().check(z.positive())),
    prefix: optional(text(20)),
    suffix: optional(text(20)),
  }),
}
