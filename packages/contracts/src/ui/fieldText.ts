import type { InputNode } from './kinds/input.ts'
import type { TextareaNode } from './kinds/textarea.ts'

/** Characters that an `input` holds at most. */
export const INPUT_LENGTH = 20_000

/** Characters that a `textarea` holds at most. */
export const TEXTAREA_LENGTH = 100_000

/** Characters that a field holds: what its node allows, and never more than its kind does. */
export function lengthOfField({ kind, maxLength }: InputNode | TextareaNode): number {
  const most = kind === 'input' ? INPUT_LENGTH : TEXTAREA_LENGTH
  return Math.min(maxLength ?? most, most)
}

/** A text as a field can hold it: an `input` has one line, and the lines of a `textarea` end in `\n`. */
export function normalizeFieldText(kind: 'input' | 'textarea', text: string): string {
  return kind === 'input' ? text.replaceAll(/[\r\n]+/g, '') : text.replaceAll(/\r\n?/g, '\n')
}
