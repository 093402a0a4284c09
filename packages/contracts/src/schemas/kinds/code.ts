import * as z from 'zod/mini'

import type { CodeNode } from '../../ui/kinds/code.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, optional, text } from '../vocabulary.ts'

export const codeSchema: NodeSchema<CodeNode> = {
  props: z.strictObject({
    kind: z.literal('code'),
    ...base,
    text: text(50_000),
    language: optional(text(30)),
    lineNumbers: optional(z.boolean()),
    copy: optional(z.boolean()),
  }),
}
