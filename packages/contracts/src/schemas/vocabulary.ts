import * as z from 'zod/mini'

import type { JsonValue } from '../json.ts'
import { LINK_ADDRESS, LINK_LENGTH } from '../ui/linkAddress.ts'
import type { UIEventRef } from '../ui/uiEvent.ts'
import type { A11y, Align, Gap, Justify, Size, Tone } from '../ui/vocabulary.ts'
import { ALIGNMENTS, GAPS, JUSTIFICATIONS, SIZES, TONES } from '../ui/vocabulary.ts'

/** Optional in the sense of `exactOptionalPropertyTypes`: absent, never `undefined`. */
export const optional: typeof z.exactOptional = z.exactOptional

/** Text of at most `length` characters. */
export function text(length: number): z.ZodMiniString {
  return z.string().check(z.maxLength(length))
}

/** Text of 1 to 300 characters: what names a control. */
export const label: z.ZodMiniString = z.string().check(z.minLength(1), z.maxLength(300))

/** Names of fields, columns and handlers: a letter or "_", then up to 63 letters, digits, "_", "." or "-". */
export const name: z.ZodMiniString = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z_][\w.-]{0,63}$/,
      'must start with a letter and use only letters, digits, "_", "." and "-" (64 at most)',
    ),
  )

export const key: z.ZodMiniString = z.string().check(z.minLength(1), z.maxLength(128))

/** Names of the host's icons: lower-case words with hyphens, 64 characters at most. */
export const iconName: z.ZodMiniString = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be the name of an icon: lower-case letters, digits and "-"'))

/** Addresses that a person may be sent to. */
export const href: z.ZodMiniString = z
  .string()
  .check(
    z.maxLength(LINK_LENGTH),
    z.regex(LINK_ADDRESS, 'must be an absolute https: address without a user name, or a mailto: address'),
  )

export const gap: z.ZodMiniType<Gap> = z.enum(GAPS)
export const tone: z.ZodMiniType<Tone> = z.enum(TONES)
export const size: z.ZodMiniType<Size> = z.enum(SIZES)
export const align: z.ZodMiniType<Align> = z.enum(ALIGNMENTS)
export const justify: z.ZodMiniType<Justify> = z.enum(JUSTIFICATIONS)

// The guard has walked the value before: what is left is to let it through with its type.
export const json: z.ZodMiniType<JsonValue> = z.unknown() as unknown as z.ZodMiniType<JsonValue>

/** The same where something has to be there: JSON has no `undefined`. */
export const presentJson: z.ZodMiniType<JsonValue> = json.check(z.refine((value) => value !== undefined, 'is missing'))

/** A place for child nodes: the tree parser visits them itself, so that one bad child does not fail its parent. */
export const node: z.ZodMiniType<never> = z.unknown() as unknown as z.ZodMiniType<never>

export const eventRef: z.ZodMiniType<UIEventRef> = z.strictObject({ handler: name, args: optional(json) })

const a11y: z.ZodMiniType<A11y> = z.strictObject({
  label: optional(label),
  description: optional(text(600)),
  live: optional(z.enum(['polite', 'assertive'])),
})

/** Props of every node, to be spread into a strict object. */
export const base: { key: z.ZodMiniExactOptional<typeof key>; a11y: z.ZodMiniExactOptional<typeof a11y> } = {
  key: optional(key),
  a11y: optional(a11y),
}
