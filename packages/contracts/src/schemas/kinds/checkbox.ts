import * as z from 'zod/mini'

import type { CheckboxNode } from '../../ui/kinds/checkbox.ts'
import { field } from '../field.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { optional } from '../vocabulary.ts'

export const checkboxSchema: NodeSchema<CheckboxNode> = {
  props: z.strictObject({
    kind: z.literal('checkbox'),
    ...field,
    checked: optional(z.union([z.boolean(), z.literal('mixed')])),
  }),
}
