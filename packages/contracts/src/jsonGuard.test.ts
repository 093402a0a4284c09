import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { FORBIDDEN_KEYS } from './json.ts'
import { extendPath, inspectJson, JSON_DEPTH, measureJsonDepth, PATH_LENGTH } from './jsonGuard.ts'

function nest(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

/** The recursive definition that the iterative one has to agree with. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return 1 + Object.values(value).reduce((sum: number, child) => sum + countOf(child), 0)
}

const json = fc
  .jsonValue()
  .filter((value) => !FORBIDDEN_KEYS.some((key) => JSON.stringify(value).includes(`"${key}":`)))

describe('inspectJson', () => {
  property.prop([json])('finds no fault in JSON', (value) => {
    expect(inspectJson(value)).toBeNull()
  })

  property.prop([json])('allows exactly as many levels and values as there are', (value) => {
    const [depth, values] = [depthOf(value), countOf(value)]
    expect(inspectJson(value, { depth, values })).toBeNull()
    if (depth > 0) expect(inspectJson(value, { depth: depth - 1 })?.code).toBe('too-deep')
    expect(inspectJson(value, { values: values - 1 })?.code).toBe('too-many-values')
  })

  property.prop([fc.anything()])('answers anything, and never throws', (value) => {
    inspectJson(value, { values: 10_000 })
  })

  test.each([undefined, () => 1, Symbol('x'), 1n, Number.NaN, Number.POSITIVE_INFINITY])(
    'calls %s not JSON',
    (value) => {
      expect(inspectJson(value)).toEqual({ code: 'not-json', path: 'root' })
      expect(inspectJson({ a: [value] })).toEqual({ code: 'not-json', path: 'root.a[0]' })
    },
  )

  test.each(FORBIDDEN_KEYS)('refuses the key %s and says where', (key) => {
    const value: unknown = JSON.parse(`{"a":[{"${key}":1}]}`)
    expect(inspectJson(value)).toEqual({ code: 'forbidden-key', path: `root.a[0].${key}` })
  })

  test('reports the first fault in reading order', () => {
    expect(inspectJson([1, [Number.NaN], Number.NaN])?.path).toBe('root[1][0]')
    expect(inspectJson({ a: { b: Number.NaN }, c: Number.NaN })?.path).toBe('root.a.b')
  })

  test('stands 100,000 levels and stops at the default depth', () => {
    expect(inspectJson(nest(JSON_DEPTH))).toBeNull()
    expect(inspectJson(nest(JSON_DEPTH + 1))?.code).toBe('too-deep')
    const fault = inspectJson(nest(100_000))
    expect(fault?.code).toBe('too-deep')
    expect(fault?.path.length).toBeLessThanOrEqual(PATH_LENGTH)
  })

  test('stops at a value that contains itself', () => {
    const value: unknown[] = []
    value.push(value)
    expect(inspectJson(value)?.code).toBe('too-deep')
  })

  test('counts the holes of a sparse list before it looks at them', () => {
    const sparse = Object.assign([], { length: 4_000_000_000 })
    expect(inspectJson(sparse, { values: 1_000_000 })).toEqual({ code: 'too-many-values', path: 'root' })
  })

  test.each([
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['bytes', new Uint8Array(2)],
    ['an expression', /a/],
    ['an error', new Error('a')],
    [
      'an instance of a class',
      new (class Counter {
        count = 1
      })(),
    ],
    ['an object that inherits', Object.create({ a: 1 })],
  ] as const)('refuses %s, which structured clones may bring and JSON text cannot', (_name, value) => {
    expect(inspectJson(value)).toEqual({ code: 'not-json', path: 'root' })
    expect(inspectJson({ a: [value] })).toEqual({ code: 'not-json', path: 'root.a[0]' })
  })

  test('takes objects without a prototype, and those of another page', () => {
    const ofAnotherPage = Object.create(Object.create(null)) as object
    expect(inspectJson([Object.assign(Object.create(null), { a: 1 }), ofAnotherPage])).toBeNull()
  })

  test('refuses a value with a toJSON of its own', () => {
    expect(inspectJson({ toJSON: () => 1 })).toEqual({ code: 'not-json', path: 'root.toJSON' })
  })
})

describe('measureJsonDepth', () => {
  property.prop([fc.jsonValue(), fc.constantFrom(undefined, 1)])('agrees with the parsed value', (value, indent) => {
    expect(measureJsonDepth(JSON.stringify(value, null, indent))).toBe(depthOf(value))
  })

  property.prop([fc.string()])('ignores brackets inside of strings', (text) => {
    expect(measureJsonDepth(JSON.stringify([text, `\\"[{${text}`]))).toBe(1)
  })

  test('measures text that no parser would take', () => {
    expect(measureJsonDepth('['.repeat(1_000_000))).toBe(1_000_000)
    expect(measureJsonDepth('')).toBe(0)
    expect(measureJsonDepth(']]]][')).toBeLessThanOrEqual(1)
  })
})

describe('extendPath', () => {
  test('writes keys with a dot and positions in brackets', () => {
    expect(extendPath(extendPath('root', 'children'), 3)).toBe('root.children[3]')
  })

  property.prop([fc.array(fc.oneof(fc.nat(), fc.string({ maxLength: 300 })))])(
    'never grows beyond its limit',
    (steps) => {
      expect(steps.reduce<string>(extendPath, 'root').length).toBeLessThanOrEqual(PATH_LENGTH)
    },
  )
})
