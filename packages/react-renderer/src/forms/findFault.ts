import type { FieldNode, InputNode } from '@plugboard/contracts'

import type { FieldValue } from '../drafts/fieldValue.ts'
import { isOnStep, parseNumberText } from './numberText.ts'

/**
 * What is wrong with the value of a field, in the host's words; null when nothing is. Takes time in proportion to the
 * value's length: plugins give bounds and kinds, never patterns. What a person cannot change is never at fault.
 */
export function findFault(node: FieldNode, value: FieldValue): string | null {
  if (node.kind === 'tabs' || node.disabled === true || ('readOnly' in node && node.readOnly)) return null
  if (isEmpty(node, value)) return node.required === true ? REQUIRED[node.kind] : null
  switch (node.kind) {
    case 'input':
      return typeof value === 'string' ? (findLengthFault(node, value) ?? findTypeFault(node, value)) : null
    case 'textarea':
      return typeof value === 'string' ? findLengthFault(node, value) : null
    default:
      return null
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

function isEmpty(node: FieldNode, value: FieldValue): boolean {
  // Some of what a tick stands for is not a tick.
  if (node.kind === 'checkbox' || node.kind === 'switch') return value !== true
  return value === null || (typeof value !== 'boolean' && value.length === 0)
}

function findLengthFault({ maxLength }: { readonly maxLength?: number }, value: string): string | null {
  if (maxLength === undefined || value.length <= maxLength) return null
  return `Use at most ${maxLength} characters; these are ${value.length}.`
}

function findTypeFault(node: InputNode, value: string): string | null {
  switch (node.type) {
    case 'number':
      return findNumberFault(node, value)
    case 'email':
      return EMAIL.test(value) ? null : 'Enter an email address, such as name@example.com.'
    case 'url':
      return URL.canParse(value) ? null : 'Enter a whole address, such as https://example.com.'
    default:
      return null
  }
}

/** As much as can be said without asking the server: something, one @, something. */
const EMAIL = /^[^\s@]+@[^\s@]+$/

function findNumberFault(node: InputNode, text: string): string | null {
  const { max, min = 0, step } = node
  const value = parseNumberText(text)
  if (value === null) return 'Enter a number, such as 12.5.'
  if (node.min !== undefined && value < node.min) return `Enter ${node.min} or more.`
  if (max !== undefined && value > max) return `Enter ${max} or less.`
  if (isOnStep(value, node)) return null
  return min === 0 ? `Enter a multiple of ${step}.` : `Enter ${min} plus a multiple of ${step}.`
}
