import { describe, expect, test } from 'vitest'

import { lookFor, targetOf, typeLetter } from './rowKeys.ts'

describe('a key among rows', () => {
  test.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 8],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 8],
    ['Enter', undefined],
  ])('%s leads from the sixth of nine to place %s', (key, place) => {
    expect(targetOf(key, { count: 9, page: 7, place: 5 })?.place).toBe(place)
  })

  test('that is a letter is added to those before it for half a second', () => {
    const none = { letters: '', at: 0 }
    const first = typeLetter(none, 'B', 1_000)
    expect(first).toEqual({ letters: 'b', at: 1_000 })
    expect(typeLetter(first ?? none, 'e', 1_499)?.letters).toBe('be')
    expect(typeLetter(first ?? none, 'e', 1_500)?.letters).toBe('e')
  })

  test('that is a space presses, unless it stands between words; and a named key is no letter', () => {
    expect(typeLetter({ letters: '', at: 0 }, ' ', 10)).toBe(null)
    expect(typeLetter({ letters: 'a', at: 0 }, ' ', 10)?.letters).toBe('a ')
    expect(typeLetter({ letters: 'a', at: 0 }, 'Shift', 10)).toBe(null)
  })

  test('that comes twice leads on, and others narrow down', () => {
    expect(lookFor({ letters: 'bb', at: 0 })).toEqual({ start: 'b', isHereToo: false })
    expect(lookFor({ letters: 'be', at: 0 })).toEqual({ start: 'be', isHereToo: true })
  })
})
