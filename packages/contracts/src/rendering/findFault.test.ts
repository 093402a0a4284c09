import { describe, expect, test } from 'vitest'

import type { FieldNode } from '../ui/fieldNode.ts'
import { explainFault } from './explainFault.ts'
import type { FieldValue } from './fieldValue.ts'
import { findFault } from './findFault.ts'

function explain(node: FieldNode, value: FieldValue): string | null {
  const fault = findFault(node, value)
  return fault === null ? null : explainFault(fault)
}

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const input = { kind: 'input', name: 'n', label: 'N' } as const
const number = { ...input, type: 'number' } as const

const required: readonly (readonly [FieldNode, FieldValue, FieldValue])[] = [
  [input, '', 'x'],
  [{ kind: 'textarea', name: 'n', label: 'N' }, '', 'x'],
  [{ kind: 'checkbox', name: 'n', label: 'N' }, false, true],
  [{ kind: 'checkbox', name: 'n', label: 'N' }, 'mixed', true],
  [{ kind: 'switch', name: 'n', label: 'N' }, false, true],
  [{ kind: 'radio', name: 'n', label: 'N', options }, null, 'a'],
  [{ kind: 'select', name: 'n', label: 'N', options }, null, 'a'],
  [{ kind: 'select', name: 'n', label: 'N', options, multiple: true }, [], ['a']],
]

describe.each(required)('a field that is required: %j', (node, empty, full) => {
  test('is at fault only while it holds nothing', () => {
    expect(findFault({ ...node, required: true } as FieldNode, empty)).toEqual({ code: 'required', kind: node.kind })
    expect(findFault({ ...node, required: true } as FieldNode, full)).toBeNull()
    expect(findFault(node, empty)).toBeNull()
  })

  test('is never at fault while nobody can change it', () => {
    expect(findFault({ ...node, required: true, disabled: true } as FieldNode, empty)).toBeNull()
  })
})

test('a text that says "mixed" is a text', () => {
  expect(findFault({ ...input, required: true }, 'mixed')).toBeNull()
})

test('what may only be read is never at fault', () => {
  expect(findFault({ ...number, readOnly: true }, 'x')).toBeNull()
})

test.each([
  [{ ...input, maxLength: 3 }, 'abcd', 'Use at most 3 characters; these are 4.'],
  [{ kind: 'textarea', name: 'n', label: 'N', maxLength: 3 }, 'abcd', 'Use at most 3 characters; these are 4.'],
  [input, 'x'.repeat(20_001), 'Use at most 20000 characters; these are 20001.'],
  [number, '1,5', 'Enter a number, such as 12.5.'],
  [{ ...number, min: 3 }, '2', 'Enter 3 or more.'],
  [{ ...number, min: 0 }, '-1', 'Enter 0 or more.'],
  [{ ...number, max: 3 }, '3.1', 'Enter 3 or less.'],
  [{ ...number, step: 0.5 }, '1.2', 'Enter a multiple of 0.5.'],
  [{ ...number, min: 1, step: 2 }, '2', 'Enter 1 plus a multiple of 2.'],
  [{ ...input, type: 'email' }, 'nobody', 'Enter an email address, such as name@example.com.'],
  [{ ...input, type: 'email' }, 'a@b@c', 'Enter an email address, such as name@example.com.'],
  [{ ...input, type: 'url' }, 'example.com', 'Enter a whole address, such as https://example.com.'],
] as const)('%j with %j: %s', (node, value, fault) => {
  expect(explain(node, value)).toBe(fault)
})

test('a hexadecimal number is none', () => {
  expect(findFault(number, '0x10')).toEqual({ code: 'not-a-number' })
})

test.each([
  [number, ''],
  [number, ' 1e3 '],
  [number, '0.5'],
  [{ ...number, min: 1, max: 3, step: 0.1 }, '2.3'],
  [{ ...input, type: 'email' }, 'a@b'],
  [{ ...input, type: 'url' }, 'https://example.com/a?b'],
  [{ ...input, type: 'tel' }, 'call me'],
  [{ ...input, maxLength: 3 }, 'abc'],
  [input, '<script>'],
  [{ kind: 'tabs', name: 'n', label: 'N', tabs: [{ id: 'a', label: 'A', children: [] }] }, 'a'],
] as const)('%j with %j is fine', (node, value) => {
  expect(findFault(node, value)).toBeNull()
})
