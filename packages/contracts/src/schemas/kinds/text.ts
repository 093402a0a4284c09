import * as z from 'zod/mini'

import type { TextNode } from '../../ui/kinds/text.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, optional, size, text, tone } from '../vocabulary.ts'

export const textSchema: NodeSchema<TextNode> = {
  props: z.strictObject({
    kind: z.literal('text'),
    ...base,
    text: text(50_000),
    size: optional(size),
    tone: optional(tone),
    weight: optional(z.enum(['regular', 'medium', 'bold'])),
    mono: optional(z.boolean()),
    truncate: optional(z.boolean()),
  }),
}
