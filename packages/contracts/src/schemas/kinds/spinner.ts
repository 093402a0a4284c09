import * as z from 'zod/mini'

import type { SpinnerNode } from '../../ui/kinds/spinner.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, label, optional, size } from '../vocabulary.ts'

export const spinnerSchema: NodeSchema<SpinnerNode> = {
  props: z.strictObject({
    kind: z.literal('spinner'),
    ...base,
    label,
    size: optional(size),
  }),
}
