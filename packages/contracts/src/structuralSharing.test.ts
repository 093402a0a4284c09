import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { shareStructure } from './structuralSharing.ts'

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

// -0 is written as 0, and prototype keys are refused: neither crosses a wire.
const json = fc
  .jsonValue()
  .map(copy)
  .filter((value) => !JSON.stringify(value).includes('"__proto__":'))

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

describe('shareStructure', () => {
  property.prop([json, json])('answers a value equal to the next one', (previous, next) => {
    expect(shareStructure(previous, next)).toEqual(next)
  })

  property.prop([json])('answers the previous object itself when nothing changed', (value) => {
    expect(shareStructure(value, copy(value))).toBe(value)
  })

  property.prop([json, json])('changes neither of its arguments', (previous, next) => {
    const before = copy([previous, next])
    shareStructure(freeze(previous), freeze(next))
    expect([previous, next]).toEqual(before)
  })

  property.prop([json, json, json])(
    'shares each part that is equal, wherever the change is',
    (left, right, changed) => {
      const previous = { left, right: { deep: [right] }, changing: 0 as unknown }
      const next = copy({ ...previous, changing: changed })
      const shared = shareStructure(previous, next)
      expect(shared.left).toBe(previous.left)
      expect(shared.right).toBe(previous.right)
    },
  )

  property.prop([fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), fc.integer()])(
    'finds keyed items again, in any order',
    (keys, seed) => {
      const previous = keys.map((key, index) => ({ key, content: [index] }))
      const turn = Math.abs(seed) % keys.length
      const next = copy([...previous.slice(turn), ...previous.slice(0, turn)])
      const shared = shareStructure(previous, next)
      for (const item of shared) expect(item).toBe(previous.find(({ key }) => key === item.key))
    },
  )

  test('matches items without keys by position', () => {
    const previous = [{ a: 1 }, { a: 2 }, { a: 3 }]
    const shared = shareStructure(previous, [{ a: 1 }, { a: 9 }, { a: 3 }])
    expect(shared[0]).toBe(previous[0])
    expect(shared[1]).not.toBe(previous[1])
    expect(shared[2]).toBe(previous[2])
  })

  property.prop([fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9))])(
    'leaves items that are the same object what they are, wherever they come to stand',
    (before, after) => {
      const items = Array.from({ length: 10 }, (_, id) => ({ id, deep: [id] }))
      const pick = (places: readonly number[]): readonly unknown[] => places.map((place) => items[place])
      const shared = shareStructure(pick(before), pick(after))
      for (const [index, place] of after.entries()) if (before.includes(place)) expect(shared[index]).toBe(items[place])
    },
  )

  test('does not confuse lists with objects, nor absent with undefined', () => {
    expect(shareStructure({ 0: 'a' }, ['a'])).toEqual(['a'])
    expect(shareStructure(['a'], { 0: 'a' })).toEqual({ 0: 'a' })
    expect(shareStructure({ a: undefined }, {})).toEqual({})
    expect(Object.keys(shareStructure({ a: 1, b: 2 }, { a: 1 }))).toEqual(['a'])
  })

  test('copies no prototype key', () => {
    const next = JSON.parse('{"a":1,"__proto__":{"polluted":true}}') as Record<string, unknown>
    const shared = shareStructure({ a: 1 }, next)
    expect(Object.getPrototypeOf(shared)).toBe(Object.prototype)
    expect(Object.keys(shared)).toEqual(['a', '__proto__'])
  })

  property.prop([fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 })])(
    'tells of each part in whose place another stands, which is equal to it',
    (previous, next) => {
      const before = structuredClone(next)
      const replaced = new Map<object, object>()
      const shared = shareStructure(previous, next, (from, to) => replaced.set(from, to))
      expect(next).toEqual(before)
      for (const [from, to] of replaced) expect(to).toEqual(from)
      const check = (from: unknown, to: unknown): void => {
        if (typeof from !== 'object' || from === null || typeof to !== 'object' || to === null) return
        expect(to).toBe(replaced.get(from) ?? from)
        for (const [key, value] of Object.entries(from)) check(value, (to as Record<string, unknown>)[key])
      }
      check(next, shared)
    },
  )

  test('makes no copy of what has nothing in common', () => {
    const next = { a: [{ b: 1 }], c: { d: 2 } }
    expect(shareStructure({ a: [{ b: 2 }], c: { d: 3 } }, next)).toBe(next)
  })

  test('answers equal items with one key as what they are', () => {
    const next = [
      { key: 'a', n: 1 },
      { key: 'a', n: 2 },
    ]
    expect(
      shareStructure(
        [
          { key: 'a', n: 2 },
          { key: 'a', n: 1 },
        ],
        next,
      ),
    ).toEqual(next)
  })
})
