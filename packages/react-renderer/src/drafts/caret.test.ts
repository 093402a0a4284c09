import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { mapCaret } from './caret.ts'

describe('a caret under replaced text', () => {
  test.each([
    ['stays at the end when signs are filtered out', '12a|', '12', 2],
    ['stays before what follows it when signs are filtered out', '12a|34', '1234', 2],
    ['stays before what follows it when the case changes', 'hello b|world', 'HELLO! BWORLD', 8],
    ['stays where it is when the text keeps its length', 'hel|lo', 'HELLO', 3],
    ['goes to the start when the text is cleared', 'ab|c', '', 0],
    ['stays where it is when nothing after it survived', 'ab|cd', 'xyzabef', 2],
  ] as const)('%s', (_title, marked, next, expected) => {
    const caret = marked.indexOf('|')
    expect(mapCaret(marked.replace('|', ''), next, caret)).toBe(expected)
  })

  test.prop([fc.string(), fc.string(), fc.nat()])('is always inside the new text', (previous, next, place) => {
    const caret = mapCaret(previous, next, Math.min(place, previous.length))
    expect(caret).toBeGreaterThanOrEqual(0)
    expect(caret).toBeLessThanOrEqual(next.length)
  })

  test.prop([fc.string(), fc.string(), fc.string()])(
    'keeps its distance from the end when only what is before it changed',
    (before, after, replaced) => {
      fc.pre(before.length !== replaced.length)
      const caret = mapCaret(before + after, replaced + after, before.length)
      expect(replaced.length + after.length - caret).toBe(after.length)
    },
  )
})
