import type { UINode } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { outlineOf } from './uiOutline.ts'

test('a tree reads as its kinds, each with its data, keys and what is inside of it once', () => {
  const tree: UINode = {
    kind: 'column',
    gap: 'md',
    children: [
      { kind: 'text', text: 'Hello', key: 'greeting' },
      { kind: 'panel', title: 'More', children: [{ kind: 'divider' }], actions: [] },
    ],
  }
  expect(outlineOf(tree)).toEqual({
    column: {
      gap: 'md',
      '1. text #greeting': { text: 'Hello' },
      '2. panel': { title: 'More', actions: [], '1. divider': {} },
    },
  })
})
