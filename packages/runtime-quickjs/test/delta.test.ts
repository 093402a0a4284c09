import { applyDelta, diffJson, JSON_DEPTH, type JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { json, jsonStep } from './jsonPairs.ts'

/** Sends the delta as text, as a wire does. */
function transfer(previous: JsonValue, next: JsonValue, depth?: number): JsonValue | undefined {
  const delta = diffJson(previous, next, depth)
  return delta === undefined ? previous : applyDelta(previous, JSON.parse(JSON.stringify(delta)))
}

describe('a delta', () => {
  test.prop([json, json], { numRuns: 500 })('makes any value out of any other, to the last character', (from, to) => {
    expect(JSON.stringify(transfer(from, to))).toBe(JSON.stringify(to))
  })

  test.prop([jsonStep, fc.integer({ min: 1, max: 6 })], { numRuns: 500 })(
    'does so whatever the depth to which it compares',
    ([from, to], depth) => {
      expect(JSON.stringify(transfer(from, to, depth))).toBe(JSON.stringify(to))
    },
  )

  test.prop([jsonStep], { numRuns: 500 })('keeps what is the same object on the way that leads to it', ([from, to]) => {
    const got = transfer(from, to)
    // What the sender shares in the same place, the receiver shares too.
    const isShared = (sent: JsonValue, had: JsonValue, received: JsonValue | undefined): void => {
      if (typeof sent !== 'object' || sent === null || typeof had !== 'object' || had === null) return
      if (sent === had) expect(received).toBe(had)
      if (Array.isArray(sent) || Array.isArray(had)) return
      for (const [name, item] of Object.entries(sent as Record<string, JsonValue>)) {
        if (!Object.hasOwn(had, name)) continue
        isShared(
          item,
          (had as Record<string, JsonValue>)[name] as JsonValue,
          (received as Record<string, JsonValue>)[name],
        )
      }
    }
    isShared(to, from, got)
  })

  test.prop([json])('is absent between equal values', (value) => {
    expect(diffJson(value, JSON.parse(JSON.stringify(value)) as JsonValue)).toBeUndefined()
  })

  test.prop([fc.uniqueArray(fc.integer()), fc.array(fc.nat()), fc.nat(3)])(
    'moves keyed and shared items without sending them',
    (ids, swaps, drop) => {
      for (const makeItem of [
        (id: number) => ({ key: `k${id}`, text: 'x'.repeat(20) }),
        (id: number) => ({ id, text: 'y' }),
        (id: number) => ({ text: `z${id}` }),
      ]) {
        const from = ids.map((id) => makeItem(id))
        const to = [...from]
        for (const at of swaps) to.push(...to.splice(at % (to.length + 1), 1))
        to.splice(0, drop)
        const got = transfer(from, to) as typeof from
        expect(got).toEqual(to)
        for (const [index, item] of got.entries()) expect(item).toBe(to[index])
      }
    },
  )

  it('says little about a little change in a long list', () => {
    const rows = Array.from({ length: 1_000 }, (_, id) => ({ id, label: `row ${id}` }))
    const lengthOf = (next: JsonValue): number => JSON.stringify(diffJson({ rows }, { rows: next })).length
    expect(lengthOf(rows.with(500, { id: 500, label: 'other' }))).toBeLessThan(60)
    expect(lengthOf(rows.toSpliced(500, 1))).toBeLessThan(60)
    expect(lengthOf([...rows, { id: 1_000, label: 'new' }])).toBeLessThan(60)
    const [first, second, ...others] = rows
    expect(lengthOf([second, first, ...others] as JsonValue)).toBeLessThan(60)
  })

  it('reaches as deep as JSON may be', () => {
    const nest = (leaf: JsonValue): JsonValue => {
      let value = leaf
      for (let level = 0; level < JSON_DEPTH; level += 1) value = level % 2 === 0 ? [0, value] : { a: value, b: 1 }
      return value
    }
    expect(transfer(nest(1), nest(2))).toEqual(nest(2))
  })
})

describe('what is no delta of a value', () => {
  const value = { list: [{ key: 'a' }, { key: 'b' }], record: { a: 1 } }
  it.each<[string, unknown]>([
    ['an unknown form', [9, 1]],
    ['a form that is no number', ['x']],
    ['a member to go where there is none', [1, 'missing', []]],
    ['nothing to set', [0]],
    ['too much to set', [0, 1, 2]],
    ['a name without a change', [1, 'list']],
    ['a name that is none', [1, 5, 1]],
    ['a name that reaches the prototype', [1, '__proto__', { polluted: 1 }]],
    ['a constructor', [4, 'constructor', 1]],
    ['a value with a name that reaches the prototype', JSON.parse('{"a":{"__proto__":{"polluted":1}}}')],
    ['a change of what JavaScript’s own objects have', [1, 'toString', [1, 'a', 1]]],
    ['items of a record', [2, 0, 1]],
    ['parts of a record', [3, [0, 1]]],
    ['members of a list', [1, 'list', [1, 'length', 0]]],
    ['a record of a list', [1, 'list', [4, 'a', 1]]],
    ['an item that is not there', [1, 'list', [2, 2, 1]]],
    ['an item before the first', [1, 'list', [2, -1, 1]]],
    ['half an item', [1, 'list', [2, 0.5, 1]]],
    ['a name for an item', [1, 'list', [2, 'length', 1]]],
    ['a run past the end', [1, 'list', [3, [1, 2]]]],
    ['a run of less than nothing', [1, 'list', [3, [1, -1]]]],
    ['an item twice', [1, 'list', [3, [0, 1], [0, 1]]]],
    ['an item twice in runs that overlap', [1, 'list', [3, [0, 2], [1, 1]]]],
    ['a changed item twice', [1, 'list', [3, [0, [1, 'x', 1]], [0, [1, 'x', 2]]]]],
    ['a part that is none', [1, 'list', [3, 0]]],
    ['a part of too much', [1, 'list', [3, [0, 1, 2]]]],
    ['new items that are no list', [1, 'list', [3, [5]]]],
    ['a change of an item that is not there', [1, 'list', [3, [7, [1]]]]],
    ['nothing at all', undefined],
    ['a function', () => 1],
    ['a number that is none', Number.NaN],
  ])('%s is refused', (_what, delta) => {
    expect(applyDelta(value, delta)).toBeUndefined()
    expect(value).toEqual({ list: [{ key: 'a' }, { key: 'b' }], record: { a: 1 } })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('grows too deep is refused', () => {
    let deep: JsonValue = 0
    for (let level = 0; level < JSON_DEPTH; level += 1) deep = [deep]
    expect(applyDelta({ a: 1 }, [1, 'a', [0, deep]])).toBeUndefined()
    expect(applyDelta(1, [0, deep])).toEqual(deep)
  })

  test.prop([jsonStep, json, fc.array(fc.nat())], { numRuns: 500 })(
    'damaged deltas are refused or give JSON, and change nothing',
    ([from, to], junk, choices) => {
      const text = JSON.stringify(from)
      const delta = diffJson(from, to)
      const damaged = delta === undefined ? junk : mutateDelta(delta, choices, junk)
      const got = applyDelta(from, damaged)
      expect(JSON.stringify(from)).toBe(text)
      if (got !== undefined) expect(JSON.parse(JSON.stringify(got))).toEqual(got)
    },
  )
})

function mutateDelta(delta: JsonValue, choices: readonly number[], junk: JsonValue): JsonValue {
  if (!Array.isArray(delta) || delta.length === 0 || choices.length === 0) return junk
  const list = delta as readonly JsonValue[]
  const [choice = 0, ...rest] = choices
  const at = choice % list.length
  return list.with(at, mutateDelta(list[at] as JsonValue, rest, junk))
}
