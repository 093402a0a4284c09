import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { COPIED_VALUES, copyPlain } from './plainCopy.ts'

describe('copyPlain', () => {
  test.prop([fc.jsonValue()])('copies JSON data into equal data that nobody else holds', (value) => {
    const copy = copyPlain(value)
    expect(copy.value).toEqual(value)
    if (typeof value === 'object' && value !== null) expect(copy.value).not.toBe(value)
    expect(copy.weight).toBeGreaterThan(0)
  })

  it('keeps values that are no JSON data, so that whoever judges the copy finds them', () => {
    const run = (): void => undefined
    const { value } = copyPlain({ run, none: undefined, no: Number.NaN, sparse: Array.from({ length: 2 }) })
    expect(value).toEqual({ run, none: undefined, no: Number.NaN, sparse: [undefined, undefined] })
  })

  it('keeps a key that would set the prototype as a key', () => {
    const { value } = copyPlain(JSON.parse('{"__proto__":{"polluted":true}}'))
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect((value as { readonly polluted?: boolean }).polluted).toBeUndefined()
  })

  it('reads a getter once: what it answers later changes nothing', () => {
    let reads = 0
    const { value } = copyPlain({
      get count() {
        reads += 1
        return reads
      },
    })
    expect([value, value]).toEqual([{ count: 1 }, { count: 1 }])
    expect(reads).toBe(1)
  })

  it('weighs about as much as the JSON text is long', () => {
    expect(copyPlain({ text: 'x'.repeat(1_000) }).weight).toBeGreaterThan(1_000)
    expect(copyPlain({ text: 'x'.repeat(1_000) }).weight).toBeLessThan(1_100)
  })

  it.each<[string, () => unknown]>([
    ['refers to itself', cyclic],
    ['claims to be a list of a thousand million', () => sparse()],
    ['doubles itself at every level', doubled],
    ['makes new parts for ever', () => endless()],
    ['is a list whose length is a lie', () => new Proxy([], { get: () => Number.POSITIVE_INFINITY })],
    ['holds one value too many', () => Array.from({ length: COPIED_VALUES }, () => 0)],
  ])('refuses what %s', (_name, make) => {
    expect(() => copyPlain(make())).toThrow(RangeError)
  })

  it('takes as many values as it says', () => {
    expect(copyPlain(Array.from({ length: COPIED_VALUES - 1 }, () => 0)).value).toHaveLength(COPIED_VALUES - 1)
  })
})

function cyclic(): unknown {
  const value: Record<string, unknown> = {}
  value['self'] = value
  return value
}

function sparse(): unknown {
  const list: unknown[] = []
  list.length = 1_000_000_000
  return list
}

function doubled(): unknown {
  let value: unknown = 1
  for (let level = 0; level < 60; level += 1) value = [value, value]
  return value
}

function endless(): object {
  return new Proxy(
    {},
    {
      get: () => endless(),
      ownKeys: () => ['next'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  )
}
