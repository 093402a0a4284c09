import * as z from 'zod/mini'

import { TEXTAREA_LENGTH } from '../../ui/fieldText.ts'
import type { TextareaNode } from '../../ui/kinds/textarea.ts'
import { textField } from '../field.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { optional } from '../vocabulary.ts'

export const textareaSchema: NodeSchema<TextareaNode> = {
  props: z.strictObject({
    kind: z.literal('textarea'),
    ...textField(TEXTAREA_LENGTH),
    rows: optional(z.int().check(z.minimum(1), z.maximum(40))),
  }),
}
