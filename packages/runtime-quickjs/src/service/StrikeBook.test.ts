import { describe, expect, test } from 'vitest'

import { STRIKE_WINDOW_MS, StrikeBook } from './StrikeBook.ts'

describe('the strike book', () => {
  test('three strikes within the window are a quarantine, until the first of them is out of it', () => {
    let time = 0
    const book = new StrikeBook(() => time)
    expect([book.add('a@1', 'code'), book.add('a@1', 'code')]).toEqual([1, 2])
    expect(book.isQuarantined('a@1', 'code')).toBe(false)
    time = 10
    expect(book.add('a@1', 'code')).toBe(3)
    expect(book.isQuarantined('a@1', 'code')).toBe(true)
    expect(book.isQuarantined('b@1', 'code')).toBe(false)
    time = STRIKE_WINDOW_MS - 1
    expect(book.isQuarantined('a@1', 'code')).toBe(true)
    time = STRIKE_WINDOW_MS
    expect(book.isQuarantined('a@1', 'code')).toBe(false)
    expect(book.count('a@1', 'code')).toBe(1)
  })

  test('other code of the same instance has a slate of its own', () => {
    const book = new StrikeBook(() => 0)
    for (let strike = 0; strike < 3; strike += 1) book.add('a@1', 'bad')
    expect(book.isQuarantined('a@1', 'bad')).toBe(true)
    expect(book.isQuarantined('a@1', 'good')).toBe(false)
    expect(book.add('a@1', 'good')).toBe(1)
    expect(book.isQuarantined('a@1', 'bad')).toBe(true)
    expect([book.hasAny('a@1'), book.hasAny('b@1')]).toEqual([true, false])
  })

  test('without code it answers for what was stopped last', () => {
    const book = new StrikeBook(() => 0)
    expect(book.isQuarantined('a@1')).toBe(false)
    for (let strike = 0; strike < 3; strike += 1) book.add('a@1', 'bad')
    expect(book.isQuarantined('a@1')).toBe(true)
    book.add('a@1', 'good')
    expect(book.isQuarantined('a@1')).toBe(false)
  })

  test('ids are names and nothing else', () => {
    const book = new StrikeBook(() => 0)
    for (const id of ['__proto__', 'constructor', 'hasOwnProperty']) {
      expect(book.count(id, 'code')).toBe(0)
      expect(book.add(id, 'code')).toBe(1)
    }
  })

  test('old strikes are forgotten when a new one is noted', () => {
    let time = 0
    const book = new StrikeBook(() => time)
    book.add('old@1', 'code')
    book.add('kept@1', 'code')
    time = STRIKE_WINDOW_MS - 1
    book.add('kept@1', 'code')
    time = STRIKE_WINDOW_MS
    book.add('new@1', 'code')
    // Had the clock gone back, forgotten strikes would not come with it.
    time = 0
    expect([book.count('old@1', 'code'), book.count('kept@1', 'code'), book.count('new@1', 'code')]).toEqual([0, 1, 1])
  })
})
