import * as z from 'zod/mini'

import type { LinkNode } from '../../ui/kinds/link.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, href, label } from '../vocabulary.ts'

export const linkSchema: NodeSchema<LinkNode> = {
  props: z.strictObject({
    kind: z.literal('link'),
    ...base,
    text: label,
    href,
  }),
}
