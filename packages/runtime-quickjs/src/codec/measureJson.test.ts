import { JSON_DEPTH, type JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { json, jsonStep } from '../../test/jsonPairs.ts'
import { measureJson } from './measureJson.ts'

function depthOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map((item: JsonValue) => depthOf(item)))
}

describe('the measure of a value', () => {
  test.prop([json], { numRuns: 500 })('is that of its text and of its levels', (value) => {
    expect(measureJson(value)).toEqual({ length: JSON.stringify(value).length, depth: depthOf(value) })
  })

  test.prop([jsonStep])('is the same where parts were measured before', ([from, to]) => {
    measureJson(from)
    expect(measureJson(to)).toEqual({ length: JSON.stringify(to).length, depth: depthOf(to) })
  })

  test.prop([fc.array(json, { maxLength: 8 }), fc.array(json, { maxLength: 8 }), fc.nat(8), fc.nat(8)])(
    'is the same for a list that is much like another one that was measured',
    (items, others, from, count) => {
      const before = { rows: [...items] }
      const after = { rows: items.toSpliced(from, count, ...others) }
      measureJson(before)
      const size = measureJson(after, before)
      expect(size).toEqual({ length: JSON.stringify(after).length, depth: depthOf(after) })
      expect(measureJson(after.rows.slice(1), after.rows)?.depth).toBe(depthOf(after.rows.slice(1)))
    },
  )

  test.prop([fc.string({ unit: 'binary' })])('counts every character as JSON writes it', (text) => {
    const written = JSON.stringify([`${text}\ud800"\n\u2028`])
    expect(measureJson([`${text}\ud800"\n\u2028`])?.length).toBe(written.length)
  })
})

describe('what is no JSON has no measure', () => {
  const cycle: unknown[] = []
  cycle.push(cycle)
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a member that is undefined', { a: undefined }],
    ['a hole', [1, , 2]], // oxlint-disable-line no-sparse-arrays -- the hole is the case
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a big integer', 1n],
    ['no number', Number.NaN],
    ['endless', Number.POSITIVE_INFINITY],
    ['a date', new Date(0)],
    ['a toJSON of its own', { toJSON: () => 1 }],
    ['__proto__', JSON.parse('{"__proto__":1}')],
    ['constructor', { a: [{ constructor: 1 }] }],
    ['a list in itself', cycle],
  ])('%s', (_what, value) => {
    expect(measureJson(value)).toBeNull()
    expect(measureJson({ deep: [value] })).toBeNull()
  })

  it('what is no JSON between what was measured before', () => {
    const like = [{ a: 1 }, { b: 2 }]
    expect(measureJson(like)).not.toBeNull()
    expect(measureJson([like[0], undefined, like[1]], like)).toBeNull()
  })

  it('what is deeper than JSON may be, also where its inner part was measured before', () => {
    let value: JsonValue = 0
    for (let level = 0; level < JSON_DEPTH; level += 1) value = [value]
    expect(measureJson(value)).toMatchObject({ depth: JSON_DEPTH })
    expect(measureJson([value])).toBeNull()
    expect(measureJson(value)).toMatchObject({ depth: JSON_DEPTH })
  })
})
