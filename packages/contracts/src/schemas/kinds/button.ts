import * as z from 'zod/mini'

import type { ButtonNode } from '../../ui/kinds/button.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, iconName, label, optional, text } from '../vocabulary.ts'

export const buttonSchema: NodeSchema<ButtonNode> = {
  props: z.strictObject({
    kind: z.literal('button'),
    ...base,
    label,
    variant: optional(z.enum(['primary', 'secondary', 'quiet', 'danger'])),
    icon: optional(iconName),
    iconOnly: optional(z.boolean()),
    disabled: optional(z.boolean()),
    busy: optional(z.boolean()),
    submit: optional(z.boolean()),
    confirm: optional(z.strictObject({ title: label, text: optional(text(600)), confirmLabel: label })),
    onPress: optional(eventRef),
  }),
}
