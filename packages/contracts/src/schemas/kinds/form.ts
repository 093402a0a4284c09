import * as z from 'zod/mini'

import type { FormNode } from '../../ui/kinds/form.ts'
import { mapChildList, type NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, name, node, optional } from '../vocabulary.ts'

export const formSchema: NodeSchema<FormNode> = {
  props: z.strictObject({
    kind: z.literal('form'),
    ...base,
    name,
    onSubmit: eventRef,
    busy: optional(z.boolean()),
    children: z.array(node),
  }),
  list: 'children',
  mapChildren: mapChildList,
}
