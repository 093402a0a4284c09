import * as z from 'zod/mini'

import type { AlertNode } from '../../ui/kinds/alert.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, label, optional, text, tone } from '../vocabulary.ts'

export const alertSchema: NodeSchema<AlertNode> = {
  props: z.strictObject({
    kind: z.literal('alert'),
    ...base,
    tone,
    title: label,
    text: optional(text(2_000)),
    action: optional(z.strictObject({ label, onPress: eventRef })),
    onDismiss: optional(eventRef),
  }),
}
