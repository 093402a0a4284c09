import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { FORBIDDEN_KEYS, type JsonValue } from '../json.ts'
import { applyDelta } from './applyDelta.ts'
import { diffJson } from './diffJson.ts'

const key = fc
  .oneof(fc.constantFrom('key', 'id', 'a', 'b', 'toString'), fc.string())
  .filter((text) => !FORBIDDEN_KEYS.includes(text))
const value: fc.Arbitrary<JsonValue> = fc
  .letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer(),
      fc.string(),
      fc.constantFrom(null, true),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }))
  .value.map((made) => JSON.parse(JSON.stringify(made)) as JsonValue)

/** As it comes out of text, where minus nothing is nothing. */
function throughText(made: unknown): unknown {
  return JSON.parse(JSON.stringify(made))
}

describe('a delta between two JSON values', () => {
  test.prop([value, value])('gives back the second to the last character of its text', (from, to) => {
    const delta = diffJson(from, to)
    const got = delta === undefined ? from : applyDelta(from, JSON.parse(JSON.stringify(delta)))
    expect(JSON.stringify(got)).toBe(JSON.stringify(to))
  })

  test.prop([value, fc.jsonValue().map(throughText)])(
    'that somebody made up is refused or gives JSON, and changes nothing',
    (from, junk) => {
      const text = JSON.stringify(from)
      const got = applyDelta(from, junk)
      expect(JSON.stringify(from)).toBe(text)
      if (got !== undefined) expect(JSON.parse(JSON.stringify(got))).toEqual(got)
    },
  )
})
