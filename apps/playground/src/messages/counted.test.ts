import { expect, test } from 'vitest'

import { counted } from './counted.ts'

test('one is told apart from none and many, and large numbers are grouped', () => {
  const words = { one: '# reader', other: '# readers' }
  expect([0, 1, 2, 12_345].map((count) => counted(count, words))).toEqual([
    '0 readers',
    '1 reader',
    '2 readers',
    '12,345 readers',
  ])
})
