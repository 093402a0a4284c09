import * as z from 'zod/mini'

import type { TabsNode } from '../../ui/kinds/tabs.ts'
import { mapNodes, type NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, label, name, node, optional, text } from '../vocabulary.ts'

export const tabsSchema: NodeSchema<TabsNode> = {
  props: z.strictObject({
    kind: z.literal('tabs'),
    ...base,
    name,
    label,
    tabs: z
      .array(z.strictObject({ id: name, label, badge: optional(text(20)), children: z.array(node) }))
      .check(z.minLength(1), z.maxLength(20)),
    selected: optional(name),
    onChange: optional(eventRef),
  }),
  mapChildren: (tabs, visit) => ({
    ...tabs,
    tabs: tabs.tabs.map((tab, index) => ({
      ...tab,
      children: mapNodes(tab.children, visit, `.tabs[${index}].children`),
    })),
  }),
}
