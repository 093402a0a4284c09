import { JSON_DEPTH, NO_GRANTS, type JsonValue } from '@plugboard/contracts'
import { echoSource, pluginWith } from '@plugboard/contract-tests'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { json, mutate } from '../../test/jsonPairs.ts'
import { refusalOf, startVm } from '../../test/vmKit.ts'

const change = fc.tuple(fc.array(fc.nat(60), { maxLength: 4 }), json)

/** Says of each member of the state whether it is the object that it was, and whether all of it is frozen. */
const watcherSource = pluginWith({
  before: `let last = {}
const isFrozen = (value) =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))`,
  render: `const same = Object.keys(view.pluginState).filter((name) => view.pluginState[name] === last[name])
    last = view.pluginState
    return ui.text(JSON.stringify([same, isFrozen(view.pluginState) && isFrozen(view.globalState)]))`,
  handlers: "fail() { throw new Error('on purpose') }, spoil(ctx) { last = {} }",
})

function readText(tree: object): unknown {
  return 'text' in tree && typeof tree.text === 'string' ? JSON.parse(tree.text) : tree
}

describe('the view that stays in the VM', () => {
  const echo = startVm(echoSource)
  const watch = startVm(watcherSource)

  propertyTest.prop([json, fc.array(change, { maxLength: 6 })], { numRuns: 100 })(
    'is in every call what the host has, to the last character',
    async (first, changes) => {
      const { render } = await echo
      let state = first
      const steps = [null, ...changes]
      for (const step of steps) {
        if (step !== null) state = mutate(state, [...step[0], 0], step[1])
        expect(JSON.stringify(readText(render(state).tree))).toContain(`"pluginState":${JSON.stringify(state)},`)
      }
    },
  )

  propertyTest.prop([fc.array(json, { minLength: 3, maxLength: 5 }), fc.array(fc.nat(60), { maxLength: 3 }), json])(
    'gives what did not change as the objects that it gave before, and all of it frozen',
    async (values, choices, fresh) => {
      const { render } = await watch
      const state: Record<string, JsonValue> = Object.fromEntries(values.map((value, index) => [`n${index}`, value]))
      render(state)
      const next = { ...state, n0: mutate(values[0] as JsonValue, [...choices, 0], fresh) }
      const [same, isFrozen] = readText(render(next).tree) as [string[], boolean]
      expect(same).toEqual(expect.arrayContaining(Object.keys(state).slice(1)))
      expect(isFrozen).toBe(true)
    },
  )

  test('keeps the objects of rows that moved, and changes along the path only', async () => {
    const { render } = await startVm(
      pluginWith({
        before: 'let last = []',
        render: `const at = view.pluginState.rows.map((row) => last.indexOf(row))
    last = view.pluginState.rows
    return ui.text(JSON.stringify(at))`,
      }),
    )
    const rows = Array.from({ length: 5 }, (_, id) => ({ id, label: `row ${id}` }))
    const [a, b, c, d, e] = rows
    const at = (list: readonly unknown[]): unknown => readText(render({ rows: list as readonly JsonValue[] }).tree)
    at(rows)
    expect(at([e, b, { id: 2, label: 'other' }, d])).toEqual([4, 1, -1, 3])
    expect(at([a, b, c, d, e])).toEqual([-1, 1, -1, 3, 0])
    expect(at([a, b, c, d, e, { id: 9, label: 'new' }])).toEqual([0, 1, 2, 3, 4, -1])
  })

  test('says little where little has changed, and nothing where nothing has', async () => {
    const { render, press } = await startVm(pluginWith({ handlers: 'go() {}' }))
    const rows = Array.from({ length: 500 }, (_, id) => ({ id, label: `row ${id}` }))
    const whole = render({ rows }).usage.bytesIn
    expect(whole).toBeGreaterThan(10_000)
    expect(render({ rows }).usage.bytesIn).toBeLessThan(100)
    expect(render({ rows: rows.with(7, { id: 7, label: 'x' }) }).usage.bytesIn).toBeLessThan(150)
    expect(press('go', null, { state: { rows } }).usage.bytesIn).toBeLessThan(250)
  })

  test('cannot be changed by the plugin, whatever it does to its own built-ins', async () => {
    const { render } = await startVm(
      pluginWith({
        before: `const define = Object.defineProperty
for (const name of ['0', '1', '2', '3', 'added'])
  for (const prototype of [Object.prototype, Array.prototype])
    define(prototype, name, { set() {}, get() { return 'FORGED' }, configurable: true })
Object.freeze = (value) => value
Object.defineProperty = () => {}
Array.prototype.toSpliced = () => ['FORGED']
String.prototype.repeat = () => 'FORGED'
Array.prototype.constructor = { [Symbol.species]: function () { return ['FORGED'] } }
Array.prototype[Symbol.iterator] = function* () { yield 'FORGED' }
const attempt = (spoil) => { try { spoil() } catch {} }`,
        render: `const { list, record } = view.pluginState
    attempt(() => { list[0] = 'spoilt' })
    attempt(() => { list.length = 0 })
    attempt(() => { record.a = 'spoilt' })
    attempt(() => { delete record.a })
    attempt(() => { view.globalState.shared.x = 1 })
    return { kind: 'text', text: JSON.stringify([list, record, view.globalState.shared]) }`,
      }),
    )
    const read = (list: readonly JsonValue[], record: JsonValue): unknown => readText(render({ list, record }).tree)
    const item = { key: 'i' }
    expect(read([1, item, 3], { a: 1 })).toEqual([[1, item, 3], { a: 1 }, {}])
    expect(read([1, item, 4], { a: 1, added: 2 })).toEqual([[1, item, 4], { a: 1, added: 2 }, {}])
    expect(read([9, 1, item], { added: 2 })).toEqual([[9, 1, item], { added: 2 }, {}])
    expect(read([item, { key: 'n' }], { added: 3, a: [] })).toEqual([[item, { key: 'n' }], { added: 3, a: [] }, {}])
  })

  test('comes whole after a call that failed', async () => {
    const { render, press } = await watch
    const state = { a: { b: 'x'.repeat(100) } }
    render(state)
    expect(render(state).usage.bytesIn).toBeLessThan(100)
    refusalOf(() => press('fail', null, { state }))
    const again = render(state)
    expect(again.usage.bytesIn).toBeGreaterThan(200)
    expect(readText(again.tree)).toEqual([[], true])
  })

  test('is not touched by a call that was refused before it reached the guest', async () => {
    const { render } = await startVm(watcherSource, { limits: { bytesIn: 2_000 } })
    const state = { a: { b: 1 }, c: [1] }
    render(state)
    expect(refusalOf(() => render({ ...state, c: 'x'.repeat(2_000) })).code).toBe('PROTOCOL')
    expect(refusalOf(() => render({ ...state, c: Number.NaN })).code).toBe('PROTOCOL')
    expect(readText(render({ ...state, c: [2] }).tree)).toEqual([['a'], true])
  })

  test('counts as a whole against the bytes in, however little of it has changed', async () => {
    const { render } = await startVm(watcherSource, { limits: { bytesIn: 2_000 } })
    let state: Record<string, JsonValue> = {}
    for (let index = 0; index < 18; index += 1) {
      state = { ...state, [`n${index}`]: 'x'.repeat(90) }
      render(state)
    }
    expect(refusalOf(() => render({ ...state, more: 'x'.repeat(200) })).code).toBe('PROTOCOL')
    expect(render({ ...state, little: 1 }).usage.bytesIn).toBeLessThan(200)
  })

  test('changes as deep as JSON may be, with the default stack', async () => {
    const { press } = await echo
    // The view itself is the outermost level.
    const nest = (leaf: JsonValue): JsonValue => {
      let value = leaf
      for (let level = 0; level < JSON_DEPTH - 2; level += 1) value = { a: value }
      return value
    }
    for (const leaf of [1, 2]) expect(press('can', [], { state: nest(leaf) }).intents).toHaveLength(1)
  })

  test('follows grants and shared domains', async () => {
    const { vm } = await startVm(
      pluginWith({
        render: "return ui.text([view.can('readShared', 'a'), view.globalState.shared.a, view.pluginState].join())",
      }),
    )
    const render = (shared: Record<string, JsonValue>, readShared: readonly string[]): unknown => {
      const self = { packageId: 'guest', instanceId: 'guest@1' }
      const view = { pluginState: null, globalState: { self, shared }, grants: { ...NO_GRANTS, readShared } }
      return vm.render({ kind: 'render', widgetId: 'main', view }).tree
    }
    expect(render({}, [])).toMatchObject({ text: 'false,,' })
    expect(render({ a: 1 }, ['a'])).toMatchObject({ text: 'true,1,' })
    expect(render({ a: 2 }, ['a'])).toMatchObject({ text: 'true,2,' })
    expect(render({}, [])).toMatchObject({ text: 'false,,' })
  })
})
