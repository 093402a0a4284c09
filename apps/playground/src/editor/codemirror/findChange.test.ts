import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'

import { findChange } from './findChange.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 })

property.prop([letters, letters])('a text with the change made is the other text', (before, after) => {
  const change = findChange(before, after)
  if (change === null) expect(before).toBe(after)
  else expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after)
})

test('only what differs is changed', () => {
  expect(findChange('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, insert: '2' })
  expect(findChange('a', 'a')).toBeNull()
})
