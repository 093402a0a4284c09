import * as z from 'zod/mini'

import type { InputNode } from '../../ui/kinds/input.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, eventRef, label, name, optional, text } from '../vocabulary.ts'

export const inputSchema: NodeSchema<InputNode> = {
  props: z.strictObject({
    kind: z.literal('input'),
    ...base,
    name,
    label,
    hideLabel: optional(z.boolean()),
    type: optional(z.enum(['text', 'search', 'email', 'url', 'tel', 'number', 'password'])),
    value: optional(text(20_000)),
    placeholder: optional(text(200)),
    help: optional(text(300)),
    error: optional(text(300)),
    required: optional(z.boolean()),
    disabled: optional(z.boolean()),
    readOnly: optional(z.boolean()),
    maxLength: optional(z.int().check(z.minimum(1), z.maximum(20_000))),
    onChange: optional(eventRef),
    onCommit: optional(eventRef),
    notify: optional(z.enum(['commit', 'pause', 'input'])),
  }),
}
