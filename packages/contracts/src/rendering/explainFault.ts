import type { FieldFault } from './findFault.ts'

/** What is wrong with a value, in the host's words. */
export function explainFault(fault: FieldFault): string {
  switch (fault.code) {
    case 'required':
      return REQUIRED[fault.kind]
    case 'too-long':
      return `Use at most ${fault.most} characters; these are ${fault.length}.`
    case 'not-a-number':
      return 'Enter a number, such as 12.5.'
    case 'too-small':
      return `Enter ${fault.min} or more.`
    case 'too-great':
      return `Enter ${fault.max} or less.`
    case 'off-step':
      return fault.from === 0
        ? `Enter a multiple of ${fault.step}.`
        : `Enter ${fault.from} plus a multiple of ${fault.step}.`
    case 'not-an-email':
      return 'Enter an email address, such as name@example.com.'
    case 'not-an-address':
      return 'Enter a whole address, such as https://example.com.'
  }
}

const REQUIRED = {
  checkbox: 'Tick this to go on.',
  input: 'Fill this in.',
  radio: 'Choose one.',
  select: 'Choose from the list.',
  switch: 'Switch this on to go on.',
  textarea: 'Fill this in.',
} as const
