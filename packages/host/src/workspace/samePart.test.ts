import { fc, test } from '@fast-check/vitest'
import { digestJson, type JsonValue } from '@plugboard/contracts'
import { expect } from 'vitest'

import { isSamePart } from './samePart.ts'

const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>

test.prop([json, json])('says of any two parts what their digests say', (left, right) => {
  expect(isSamePart(left, right)).toBe(digestJson(left) === digestJson(right))
  expect(isSamePart(left, structuredClone(left))).toBe(true)
})

test.prop([fc.dictionary(fc.string(), json), fc.string(), json])(
  'notices one field more, less or other',
  (part, key, value) => {
    const { [key]: found, ...less } = part
    // A key such as "valueOf" is found on every object, and is no field of the part.
    const had = Object.hasOwn(part, key) ? found : undefined
    const other = { ...part, [key]: value }
    const isSame = had !== undefined && digestJson(had) === digestJson(value)
    expect([isSamePart(part, other), isSamePart(other, part)]).toEqual([isSame, isSame])
    expect(isSamePart(part, less)).toBe(had === undefined)
  },
)
