import * as z from 'zod/mini'

import { base, eventRef, label, name, optional, text } from './vocabulary.ts'

type Optional<T extends z.ZodMiniType> = z.ZodMiniExactOptional<T>

type FieldShape = typeof base & {
  name: typeof name
  label: typeof label
  hideLabel: Optional<z.ZodMiniBoolean>
  help: Optional<z.ZodMiniString>
  error: Optional<z.ZodMiniString>
  required: Optional<z.ZodMiniBoolean>
  disabled: Optional<z.ZodMiniBoolean>
  onChange: Optional<typeof eventRef>
}

/** Props of every field, to be spread into a strict object. */
export const field: FieldShape = {
  ...base,
  name,
  label,
  hideLabel: optional(z.boolean()),
  help: optional(text(300)),
  error: optional(text(300)),
  required: optional(z.boolean()),
  disabled: optional(z.boolean()),
  onChange: optional(eventRef),
}

type TextFieldShape = FieldShape & {
  value: Optional<z.ZodMiniString>
  placeholder: Optional<z.ZodMiniString>
  maxLength: Optional<z.ZodMiniNumber>
  readOnly: Optional<z.ZodMiniBoolean>
  onCommit: Optional<typeof eventRef>
  notify: Optional<z.ZodMiniEnum<{ commit: 'commit'; pause: 'pause'; input: 'input' }>>
}

/** Props of every field that is typed into, for values of at most `length` characters. */
export function textField(length: number): TextFieldShape {
  return {
    ...field,
    value: optional(text(length)),
    placeholder: optional(text(200)),
    maxLength: optional(z.int().check(z.minimum(1), z.maximum(length))),
    readOnly: optional(z.boolean()),
    onCommit: optional(eventRef),
    notify: optional(z.enum(['commit', 'pause', 'input'])),
  }
}

/** What choosing an option sends. */
export const optionValue: z.ZodMiniString = text(200)

/** Props of every option, to be spread into a strict object. */
export const option: { value: z.ZodMiniString; label: typeof label; disabled: Optional<z.ZodMiniBoolean> } = {
  value: optionValue,
  label,
  disabled: optional(z.boolean()),
}
