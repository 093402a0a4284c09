import * as z from 'zod/mini'

import type { HeadingNode } from '../../ui/kinds/heading.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, optional, text } from '../vocabulary.ts'

export const headingSchema: NodeSchema<HeadingNode> = {
  props: z.strictObject({
    kind: z.literal('heading'),
    ...base,
    text: text(500),
    level: optional(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  }),
}
