import { uiNodeFixtures } from '@plugboard/contract-tests'
import type { UINode } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { controlName } from './controlName.ts'
import { siblingKeys } from './siblingKeys.ts'
import { wordsOf } from './wordsOf.ts'

test('the words of nodes are those that they show, in order', () => {
  const tree: UINode = {
    kind: 'row',
    children: [
      { kind: 'stat', label: 'Total', value: '7', delta: '+1' },
      { kind: 'list', label: 'Tasks', items: [{ key: 'a', content: [{ kind: 'text', text: 'Water' }] }] },
      { kind: 'panel', title: 'Panel', children: [{ kind: 'alert', tone: 'warning', title: 'Low', text: 'Refill.' }] },
      { kind: 'divider' },
      { kind: 'button', label: 'Go' },
    ],
  }
  expect(wordsOf([tree])).toBe('Total 7 +1 Water Panel Low. Refill. Go')
})

test('words of a large tree end', () => {
  expect(wordsOf(Array.from({ length: 10_000 }, () => ({ kind: 'text', text: 'word' }))).length).toBeLessThanOrEqual(
    300,
  )
})

test('every kind has words or none, and never fails', () => {
  for (const nodes of Object.values(uiNodeFixtures)) expect(wordsOf(nodes)).toBeTypeOf('string')
})

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
