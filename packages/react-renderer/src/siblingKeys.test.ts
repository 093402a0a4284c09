import type { UINode } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { controlName } from './controlName.ts'
import { siblingKeys } from './siblingKeys.ts'

test('siblings have keys of their own, by kind and key, else by position', () => {
  const nodes: readonly UINode[] = [
    { kind: 'text', text: '' },
    { kind: 'text', key: 'a', text: '' },
    { kind: 'badge', key: 'a', text: '' },
    { kind: 'text', key: 'a', text: '' },
  ]
  expect(siblingKeys(nodes)).toEqual(['text#0', 'text:a', 'badge:a', 'text:a##2'])
})

test('a name replaces signs, and follows words that it leaves out', () => {
  expect(controlName('+1', 'Increase')).toBe('Increase')
  expect(controlName('Delete', 'Delete the row')).toBe('Delete the row')
  expect(controlName('Delete', 'Remove')).toBe('Delete, Remove')
  expect(controlName('Delete', undefined)).toBeUndefined()
})
