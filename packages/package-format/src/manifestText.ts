import * as z from 'zod/mini'

// The ranges are spelled out, and not as classes of Unicode: editors read these patterns from the JSON Schema, some of
// them without the flag that the classes need.
const TURNS_AND_BREAKS = '\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069'
const LINE = new RegExp(`^[^\\u0000-\\u001F\\u007F-\\u009F${TURNS_AND_BREAKS}]*$`)
const LINES = new RegExp(`^[^\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F${TURNS_AND_BREAKS}]*$`)

/** One line for people, of 1 to `length` characters: no controls, and nothing that turns the direction of what follows. */
export function line(length: number): z.ZodMiniString {
  return z.string().check(z.minLength(1), z.maxLength(length), z.regex(LINE, 'must be one line of plain text'))
}

/** Text for people and models that may have several lines. */
export function lines(length: number): z.ZodMiniString {
  return z.string().check(z.minLength(1), z.maxLength(length), z.regex(LINES, 'must be plain text'))
}

const WORDS = {
  name: 'must be lower-case letters, digits and "-", beginning with a letter, 64 at most',
  local: 'must be letters, digits, "_" and "-", beginning with a letter, 64 at most',
  dotted: 'must be words of letters, digits, "_" and "-" with "." or ":" between them, 80 characters at most',
} as const

/** Ids of packages, shared domains, system commands: as `isPackageId` and `isCapabilityName` of the contracts have it. */
export const name: z.ZodMiniString = z
  .string()
  .check(z.regex(/^(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,63}$/, WORDS.name))

/** {@link name}, or `*` for every domain. */
export const nameOrEvery: z.ZodMiniString = z
  .string()
  .check(z.regex(/^(?:\*|(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,63})$/, `${WORDS.name}, or "*"`))

/** Names within a package: of widgets, tools, services, folders, secrets. */
export const localName: z.ZodMiniString = z
  .string()
  .check(z.regex(/^(?!(?:constructor|prototype)$)[A-Za-z][A-Za-z0-9_-]{0,63}$/, WORDS.local))

/** Names with parts: points of hooks, kinds of events and commands. */
export const dottedName: z.ZodMiniString = z
  .string()
  .check(z.maxLength(80), z.regex(/^[A-Za-z][A-Za-z0-9_-]*(?:[.:][A-Za-z0-9_-]+)*$/, WORDS.dotted))
