import type { FieldNode, InputNode, JsonValue } from '@plugboard/contracts'

/** What is wrong with the value of a field, in the host's words; undefined when nothing is. */
export function checkField(field: FieldNode, value: JsonValue): string | undefined {
  if (field.kind === 'tabs' || field.disabled === true) return undefined
  if (isEmpty(field, value)) return field.required === true ? 'This is needed.' : undefined
  if (field.kind !== 'input' || typeof value !== 'string') return undefined
  if (field.type === 'email' && !EMAIL.test(value)) return 'This is no e-mail address.'
  if (field.type === 'url' && !ADDRESS.test(value)) return 'This is no web address.'
  return field.type === 'number' ? checkNumber(field, value) : undefined
}

function isEmpty(field: FieldNode, value: JsonValue): boolean {
  if (field.kind === 'checkbox' || field.kind === 'switch') return value !== true
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function checkNumber({ min, max, step = 1 }: InputNode, text: string): string | undefined {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return 'This is no number.'
  if (min !== undefined && value < min) return `At least ${min}.`
  if (max !== undefined && value > max) return `At most ${max}.`
  const steps = (value - (min ?? 0)) / step
  // Decimal fractions have no exact form in binary: what is as near as that is a whole number.
  return Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps)) ? `In steps of ${step}.` : undefined
}

// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, without its limits on the length of labels
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i
const ADDRESS = /^[a-z][a-z\d+.-]*:[^\s]+$/i
