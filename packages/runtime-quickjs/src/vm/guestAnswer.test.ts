import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { parseAnswer } from './guestAnswer.ts'

describe('the answer of an entry call', () => {
  test.prop([fc.string()])('any text is an answer or null, and never an exception', (text) => {
    const answer = parseAnswer(text)
    if (answer !== null) expect(answer.kind).toMatch(/^(thrown|too-long|too-deep|value)$/)
  })

  test.prop([fc.dictionary(fc.string(), fc.jsonValue())])(
    'any object is sorted by the bootstrap’s own keys',
    (value) => {
      const answer = parseAnswer(JSON.stringify(value))
      if (typeof value['tooLong'] === 'number') expect(answer?.kind).toBe('too-long')
      else expect(answer?.kind).toBe(value['thrown'] === undefined ? 'value' : 'thrown')
    },
  )

  test('text nested beyond all measure is not parsed', () => {
    expect(parseAnswer(`{"a":${'['.repeat(5_000)}`)).toEqual({ kind: 'too-deep' })
    expect(parseAnswer(`{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`)?.kind).toBe('value')
  })

  test('what is not an object is no answer', () => {
    for (const text of ['', '[]', 'null', '7', '"x"', '{', 'undefined']) expect(parseAnswer(text)).toBeNull()
  })
})
