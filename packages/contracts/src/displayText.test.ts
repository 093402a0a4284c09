import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { cleanDisplayText } from './displayText.ts'

it('leaves words of every script as they are', () => {
  for (const text of ['Counter', 'Zähler – «neu»', 'مرحبا', 'שלום', '計数器', '👩‍👩‍👧 family', '']) {
    expect(cleanDisplayText(text)).toBe(text)
  }
})

it('makes controls and line breaks spaces, so that words stay apart and a title stays one line', () => {
  expect(cleanDisplayText('a\u0000b\tc\r\nd\u001b[31me\u0085f\u2028g')).toBe('a b c  d [31me f g')
})

it('drops what turns the direction of the words around it', () => {
  expect(cleanDisplayText('invoice\u202Efdp.exe\u2066\u2067\u202A')).toBe('invoicefdp.exe')
})

test.prop([fc.string({ unit: 'binary' })])('cleans once and for all, and never makes a text longer', (text) => {
  const cleaned = cleanDisplayText(text)
  expect(cleanDisplayText(cleaned)).toBe(cleaned)
  expect(cleaned.length).toBeLessThanOrEqual(text.length)
})
