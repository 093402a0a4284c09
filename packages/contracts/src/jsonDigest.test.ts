import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { digestJson } from './jsonDigest.ts'

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, child]) => [key, reversed(child)]),
  )
}

describe('digestJson', () => {
  property.prop([fc.jsonValue()])('answers sixteen hexadecimal digits', (value) => {
    expect(digestJson(value)).toMatch(/^[0-9a-f]{16}$/)
  })

  property.prop([fc.jsonValue()])('is the same for equal data in any order of keys', (value) => {
    expect(digestJson(reversed(value))).toBe(digestJson(value))
    expect(digestJson(JSON.parse(JSON.stringify(value)))).toBe(digestJson(value))
  })

  property.prop([fc.jsonValue(), fc.jsonValue()])('differs for different data', (left, right) => {
    fc.pre(JSON.stringify(reversed(left)) !== JSON.stringify(reversed(right)))
    fc.pre(!isEqual(left, right))
    expect(digestJson(left)).not.toBe(digestJson(right))
  })

  test('tells values from one another that look alike', () => {
    const values = [
      1,
      '1',
      [1],
      ['1'],
      { 1: 1 },
      [[1]],
      [],
      {},
      null,
      'null',
      false,
      'false',
      '',
      0,
      [1, 2],
      [[1], 2],
      ['1,2'],
    ]
    expect(new Set(values.map(digestJson)).size).toBe(values.length)
  })

  test('skips props that are undefined, as JSON does', () => {
    expect(digestJson({ a: 1, b: undefined })).toBe(digestJson({ a: 1 }))
  })

  test('stays the same from release to release', () => {
    expect(digestJson({ b: [1, 'two', null], a: { c: true } })).toMatchInlineSnapshot(`"3feb94d42294374c"`)
  })
})

function isEqual(left: unknown, right: unknown): boolean {
  try {
    expect(left).toEqual(right)
    return true
  } catch {
    return false
  }
}
