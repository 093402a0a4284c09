import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { writeAnyText } from './anyText.ts'

describe('the text of any value', () => {
  test.prop([fc.jsonValue()])('is its JSON text where it has one', (value) => {
    expect(JSON.parse(writeAnyText(value))).toEqual(JSON.parse(JSON.stringify(value)))
  })

  test.prop([fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true, withSparseArray: true })])(
    'is JSON text whatever the value',
    (value) => {
      expect(() => JSON.parse(writeAnyText(value)) as unknown).not.toThrow()
    },
  )

  it('says what JSON has no text for', () => {
    const cyclic: { list: unknown[]; twice?: unknown } = { list: [undefined, Number.NaN, 7n, new Map(), new Date(5)] }
    cyclic.list.push(cyclic)
    const shared = {}
    cyclic.twice = [shared, shared]
    expect(JSON.parse(writeAnyText(cyclic))).toEqual({
      list: ['[undefined]', '[NaN]', '[7]', '[Map]', '[Date 5]', '[circular]'],
      twice: [{}, {}],
    })
  })

  it('keeps keys that reach prototypes as keys', () => {
    expect(writeAnyText(JSON.parse('{"__proto__":{"a":1},"b":[]}'))).toBe('{"__proto__":{"a":1},"b":[]}')
  })

  it('ends, however much a value claims to hold, and however deep it is', () => {
    let laughs: unknown = 1
    for (let level = 0; level < 40; level += 1) laughs = [laughs, laughs]
    expect(writeAnyText(laughs).length).toBeLessThan(20_000_000)
    const sparse: unknown[] = []
    sparse.length = 4_000_000_000
    expect(writeAnyText(sparse)).toBe('"[list of 4000000000]"')
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level += 1) deep = { deep }
    expect(writeAnyText(deep).length).toBeGreaterThan(100_000)
  })
})
