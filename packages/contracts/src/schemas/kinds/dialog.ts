import * as z from 'zod/mini'

import type { DialogNode } from '../../ui/kinds/dialog.ts'
import { mapNodes, type NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, label, node, optional, size } from '../vocabulary.ts'

export const dialogSchema: NodeSchema<DialogNode> = {
  props: z.strictObject({
    kind: z.literal('dialog'),
    ...base,
    title: label,
    open: z.boolean(),
    size: optional(size),
    onClose: eventRef,
    children: z.array(node),
    footer: optional(z.array(node).check(z.maxLength(6))),
  }),
  mapChildren: (dialog, visit) => ({
    ...dialog,
    children: mapNodes(dialog.children, visit, '.children'),
    ...(dialog.footer === undefined ? {} : { footer: mapNodes(dialog.footer, visit, '.footer') }),
  }),
}
