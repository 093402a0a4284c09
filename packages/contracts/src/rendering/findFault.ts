import type { FieldNode } from '../ui/fieldNode.ts'
import { lengthOfField } from '../ui/fieldText.ts'
import type { InputNode } from '../ui/kinds/input.ts'
import type { TextareaNode } from '../ui/kinds/textarea.ts'
import type { FieldValue } from './fieldValue.ts'
import { isOnStep, parseNumberText } from './numberText.ts'

/** What the host finds wrong with the value of a field. `explainFault` has words for it. */
export type FieldFault =
  | { readonly code: 'required'; readonly kind: Exclude<FieldNode['kind'], 'tabs'> }
  | { readonly code: 'too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'not-a-number' | 'not-an-email' | 'not-an-address' }
  | { readonly code: 'too-small'; readonly min: number }
  | { readonly code: 'too-great'; readonly max: number }
  | { readonly code: 'off-step'; readonly step: number; readonly from: number }

/**
 * What is wrong with the value of a field when its form is to be sent; null when nothing is. Takes time in proportion to
 * the value's length: plugins give bounds and kinds, never patterns. What a person cannot change is never at fault.
 */
export function findFault(node: FieldNode, value: FieldValue): FieldFault | null {
  if (node.kind === 'tabs' || node.disabled === true || ('readOnly' in node && node.readOnly)) return null
  if (isEmpty(node, value)) return node.required === true ? { code: 'required', kind: node.kind } : null
  if ((node.kind !== 'input' && node.kind !== 'textarea') || typeof value !== 'string') return null
  return findLengthFault(node, value) ?? (node.kind === 'input' ? findTypeFault(node, value) : null)
}

function isEmpty(node: FieldNode, value: FieldValue): boolean {
  // Some of what a tick stands for is not a tick.
  if (node.kind === 'checkbox' || node.kind === 'switch') return value !== true
  return value === null || (typeof value !== 'boolean' && value.length === 0)
}

function findLengthFault(node: InputNode | TextareaNode, { length }: string): FieldFault | null {
  const most = lengthOfField(node)
  return length <= most ? null : { code: 'too-long', length, most }
}

function findTypeFault(node: InputNode, value: string): FieldFault | null {
  switch (node.type) {
    case 'number':
      return findNumberFault(node, value)
    case 'email':
      return EMAIL.test(value) ? null : { code: 'not-an-email' }
    case 'url':
      return URL.canParse(value) ? null : { code: 'not-an-address' }
    default:
      return null
  }
}

// Of the platform, wherever that is: this package is compiled against the language alone.
declare const URL: { readonly canParse: (text: string) => boolean }

/** As much as can be said without asking the server: something, one @, something. */
const EMAIL = /^[^\s@]+@[^\s@]+$/

function findNumberFault(node: InputNode, text: string): FieldFault | null {
  const { max, min, step } = node
  const value = parseNumberText(text)
  if (value === null) return { code: 'not-a-number' }
  if (min !== undefined && value < min) return { code: 'too-small', min }
  if (max !== undefined && value > max) return { code: 'too-great', max }
  return step === undefined || isOnStep(value, node) ? null : { code: 'off-step', step, from: min ?? 0 }
}
