import * as z from 'zod/mini'

import type { ListNode } from '../../ui/kinds/list.ts'
import { MOST_PARTS, type NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, key, label, node, optional, text } from '../vocabulary.ts'

export const listSchema: NodeSchema<ListNode> = {
  props: z.strictObject({
    kind: z.literal('list'),
    ...base,
    label,
    empty: optional(text(300)),
    virtual: optional(z.boolean()),
    items: z
      .array(z.strictObject({ key, onPress: optional(eventRef), content: z.array(node).check(z.maxLength(50)) }))
      .check(z.maxLength(MOST_PARTS)),
  }),
  list: 'items',
  mapChildren: (list, visit, visitPart) => ({
    ...list,
    items: list.items.map((item, index) =>
      visitPart(item, index, () => ({
        ...item,
        content: item.content.map((child, position) => visit(child, `.items[${index}].content`, position)),
      })),
    ),
  }),
}
