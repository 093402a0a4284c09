import * as z from 'zod/mini'

import type { SelectNode } from '../../ui/kinds/select.ts'
import { field, option, optionValue } from '../field.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { optional, text } from '../vocabulary.ts'

export const selectSchema: NodeSchema<SelectNode> = {
  props: z.strictObject({
    kind: z.literal('select'),
    ...field,
    options: z.array(z.strictObject({ ...option, group: optional(text(100)) })).check(z.maxLength(1_000)),
    value: optional(z.union([optionValue, z.array(optionValue).check(z.maxLength(1_000))])),
    multiple: optional(z.boolean()),
    placeholder: optional(text(200)),
  }),
}
