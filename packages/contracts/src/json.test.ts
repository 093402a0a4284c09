import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'

import { isPlainObject } from './json.ts'
import { nearestName } from './nearestName.ts'

test.each([{}, { a: 1 }, Object.create(null), JSON.parse('{"__proto__":1}')])('isPlainObject takes %j', (value) => {
  expect(isPlainObject(value)).toBe(true)
})

test.each([null, undefined, 1, 'x', [], new Date(0), new Map(), () => 1, Object.create({ a: 1 })])(
  'isPlainObject refuses %s',
  (value) => {
    expect(isPlainObject(value)).toBe(false)
  },
)

test('nearestName finds what was probably meant', () => {
  expect(nearestName('buton', ['button', 'badge'])).toBe('button')
  expect(nearestName('incremnt', ['increment', 'decrement'])).toBe('increment')
  expect(nearestName('tabel', ['panel', 'table'])).toBe('table')
  expect(nearestName('go', ['increment'])).toBeUndefined()
  expect(nearestName('anything', [])).toBeUndefined()
  expect(nearestName('x'.repeat(65), ['x'.repeat(64)])).toBeUndefined()
})

property.prop([fc.string({ minLength: 1, maxLength: 64 }), fc.array(fc.string())])(
  'nearestName finds an exact name among any others',
  (name, others) => {
    expect(nearestName(name, [...others, name])).toBe(name)
  },
)
