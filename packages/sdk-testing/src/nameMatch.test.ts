import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import { isNamed } from './nameMatch.ts'

it('takes a text as the whole name, and a pattern as a part of it', () => {
  expect(isNamed(['Add one'], 'Add one')).toBe(true)
  expect(isNamed(['Add one'], 'Add')).toBe(false)
  expect(isNamed(['Add one'], /add/i)).toBe(true)
  expect(isNamed(['Add one'], /^one/)).toBe(false)
  expect(isNamed(['+1', 'Increase'], 'Increase')).toBe(true)
  expect(isNamed([], /./)).toBe(false)
})

it('counts no blanks at the ends, no rows of them, and nothing that nobody sees', () => {
  expect(isNamed(['  Add \n one\u202E '], 'Add one')).toBe(true)
})

it('asks a pattern anew each time', () => {
  const pattern = /a/g
  expect([isNamed(['a'], pattern), isNamed(['a'], pattern)]).toEqual([true, true])
})

test.prop([fc.string({ unit: 'binary' }), fc.array(fc.string())], { numRuns: 50 })(
  'finds any name by itself',
  (name, others) => {
    expect(isNamed([...others, name], name)).toBe(true)
  },
)
