import { test } from '@fast-check/vitest'
import { FORBIDDEN_KEYS } from '@plugboard/contracts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { diffJson, MOST_CHANGES, type JsonChange } from './jsonChanges.ts'

const key = fc
  .oneof(fc.constantFrom('a', 'b', 'c'), fc.string({ maxLength: 3 }))
  .filter((name) => !FORBIDDEN_KEYS.includes(name))
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(0, 1, 'x', true, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value

/** What the changes say, done to a copy. */
function perform(previous: unknown, changes: readonly JsonChange[]): unknown {
  const root = { value: structuredClone(previous) }
  for (const change of changes) {
    const path = ['value', ...change.path]
    let container = root as Record<string | number, unknown>
    for (const step of path.slice(0, -1)) container = container[step] as Record<string | number, unknown>
    const last = path.at(-1) ?? ''
    if ('value' in change) container[last] = structuredClone(change.value)
    else delete container[last]
  }
  return root.value
}

describe('diffJson', () => {
  test.prop([json, json])('leads from any value to any other, and is empty for equal ones', (previous, next) => {
    expect(perform(previous, diffJson(previous, next))).toEqual(next)
    expect(diffJson(previous, structuredClone(previous))).toEqual([])
  })

  it('names only what changed', () => {
    const previous = { kept: { deep: [1, 2] }, changed: { a: 1, b: 2 }, gone: 1 }
    const next = { kept: { deep: [1, 2] }, changed: { a: 1, b: 3 }, added: true }
    expect(diffJson(previous, next)).toEqual([
      { path: ['gone'] },
      { path: ['changed', 'b'], value: 3 },
      { path: ['added'], value: true },
    ])
  })

  it('appends to a list and shortens it without touching the items that stay', () => {
    expect(diffJson([{ a: 1 }], [{ a: 1 }, { a: 2 }])).toEqual([{ path: [1], value: { a: 2 } }])
    expect(diffJson([1, 2, 3], [1])).toEqual([{ path: ['length'], value: 1 }])
  })

  it('keeps the items of a list when one is put in at the front', () => {
    const previous = [{ key: 'a' }, { key: 'b' }]
    const [change] = diffJson(previous, [{ key: 'new' }, { key: 'a' }, { key: 'b' }])
    expect(change?.path).toEqual([])
    expect(Object.values(change?.value ?? [])[1]).toBe(previous[0])
  })

  it('takes one item out of the middle of a list and leaves the others the objects that they are', () => {
    const previous = { rows: Array.from({ length: 9 }, (_, id) => ({ id })) }
    const rows = previous.rows.toSpliced(4, 1)
    const [change, ...more] = diffJson(previous, { rows })
    expect(more).toEqual([])
    expect(change?.path).toEqual(['rows'])
    for (const [index, row] of Object.entries(change?.value ?? [])) expect(row).toBe(rows[Number(index)])
  })

  it('puts a list that became much longer or shorter there as a whole: what takes it back is then one step, too', () => {
    const many = Array.from({ length: MOST_CHANGES + 2 }, (_, id) => ({ id }))
    for (const [previous, next] of [
      [many, many.slice(0, 1)],
      [many.slice(0, 1), many],
    ] as const) {
      const changes = diffJson({ list: previous }, { list: next })
      expect(changes).toEqual([{ path: ['list'], value: next }])
      expect(Object.values(changes[0]?.value ?? [])[0]).toBe(many[0])
    }
  })

  it('finds what is no JSON also past the steps that it counts', () => {
    const previous = Array.from({ length: MOST_CHANGES * 3 }, () => 0)
    const next: unknown[] = previous.map(() => 1)
    next[MOST_CHANGES * 2] = undefined
    expect(() => diffJson(previous, next)).toThrow(`root[${MOST_CHANGES * 2}]`)
  })

  it('becomes one step when there would be too many, and still keeps what did not change', () => {
    const previous = { kept: { a: 1 }, cells: Array.from({ length: MOST_CHANGES + 1 }, () => 0) }
    const next = { kept: { a: 1 }, cells: previous.cells.map(() => 1) }
    const changes = diffJson(previous, next)
    expect(changes).toMatchObject([{ path: [] }])
    expect(Object.values(changes[0]?.value ?? {})[0]).toBe(previous.kept)
  })

  it.each([
    ['undefined', { a: undefined }, 'root.a'],
    ['a function', { a: [() => 1] }, 'root.a[0]'],
    ['NaN', { a: { b: Number.NaN } }, 'root.a.b'],
    ['a prototype key', JSON.parse('{"__proto__":1}'), 'root.__proto__'],
    ['a prototype key deeper down', { a: JSON.parse('{"constructor":1}') }, 'root.a.constructor'],
  ])('refuses %s and names the place', (_name, next, place) => {
    for (const previous of [{}, { a: {} }, { a: [1] }, null]) {
      expect(() => diffJson(previous, next)).toThrow(
        new RegExp(`not JSON data at ${place.replaceAll(/[[\].]/g, String.raw`\$&`)}`),
      )
    }
  })

  it('refuses a state that a reducer keeps nesting before it can overflow anything', () => {
    let state: unknown = { inner: 1 }
    const nest = (): void => {
      for (let level = 0; level < 10_000; level += 1) {
        const next = { inner: state }
        diffJson(state, next)
        state = next
      }
    }
    expect(nest).toThrow(/not JSON data/)
  })

  it('counts the depth of a new part from the top of the state', () => {
    const shallow = nested(200, 1)
    expect(() => diffJson(nested(200, 1), nested(200, nested(200, 1)))).toThrow(/not JSON data/)
    expect(diffJson(shallow, nested(200, nested(39, 1)))).toHaveLength(1)
  })

  it('refuses two values that are too deep to compare', () => {
    expect(() => diffJson(nested(100_000, 1), nested(100_000, 2))).toThrow(/not JSON data/)
  })
})

function nested(levels: number, innermost: unknown): unknown {
  let value = innermost
  for (let level = 0; level < levels; level += 1) value = { inner: value }
  return value
}
