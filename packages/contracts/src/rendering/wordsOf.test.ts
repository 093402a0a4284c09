import { expect, test } from 'vitest'

import type { UINode } from '../ui/uiNode.ts'
import { wordsOf } from './wordsOf.ts'

test('the words of nodes are those that they show, in order', () => {
  const tree: UINode = {
    kind: 'row',
    children: [
      { kind: 'stat', label: 'Total', value: '7', delta: '+1' },
      { kind: 'list', label: 'Tasks', items: [{ key: 'a', content: [{ kind: 'text', text: 'Water' }] }] },
      { kind: 'panel', title: 'Panel', children: [{ kind: 'alert', tone: 'warning', title: 'Low', text: 'Refill.' }] },
      { kind: 'divider' },
      { kind: 'dialog', title: 'Elsewhere', open: true, onClose: { handler: 'close' }, children: [] },
      { kind: 'button', label: 'Go' },
    ],
  }
  expect(wordsOf([tree])).toBe('Total 7 +1 Water Panel Low. Refill. Go')
})

test('words of a large tree end, and more children than a call takes are none too many', () => {
  const many = Array.from({ length: 200_000 }, () => ({ kind: 'text', text: 'word' }) as const)
  expect(wordsOf([{ kind: 'row', children: many }])).toHaveLength(299)
  expect(wordsOf(many, { longest: 12 })).toBe('word word wo')
})
