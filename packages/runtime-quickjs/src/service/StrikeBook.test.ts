import { describe, expect, test } from 'vitest'

import { STRIKE_WINDOW_MS, StrikeBook } from './StrikeBook.ts'

describe('the strike book', () => {
  test('three strikes within the window are a quarantine, until the first of them is out of it', () => {
    let time = 0
    const book = new StrikeBook(() => time)
    expect([book.add('a@1'), book.add('a@1')]).toEqual([1, 2])
    expect(book.isQuarantined('a@1')).toBe(false)
    time = 10
    expect(book.add('a@1')).toBe(3)
    expect(book.isQuarantined('a@1')).toBe(true)
    expect(book.isQuarantined('b@1')).toBe(false)
    time = STRIKE_WINDOW_MS - 1
    expect(book.isQuarantined('a@1')).toBe(true)
    time = STRIKE_WINDOW_MS
    expect(book.isQuarantined('a@1')).toBe(false)
    expect(book.count('a@1')).toBe(1)
  })

  test('ids are names and nothing else', () => {
    const book = new StrikeBook(() => 0)
    for (const id of ['__proto__', 'constructor', 'hasOwnProperty']) {
      expect(book.count(id)).toBe(0)
      expect(book.add(id)).toBe(1)
    }
  })

  test('old strikes are forgotten when a new one is noted', () => {
    let time = 0
    const book = new StrikeBook(() => time)
    book.add('old@1')
    book.add('kept@1')
    time = STRIKE_WINDOW_MS - 1
    book.add('kept@1')
    time = STRIKE_WINDOW_MS
    book.add('new@1')
    // Had the clock gone back, forgotten strikes would not come with it.
    time = 0
    expect([book.count('old@1'), book.count('kept@1'), book.count('new@1')]).toEqual([0, 1, 1])
  })
})
