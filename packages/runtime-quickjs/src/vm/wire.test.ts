import { DEFAULT_LIMITS, inspectJson, JSON_DEPTH } from '@plugboard/contracts'
import type { JsonValue } from '@plugboard/contracts'
import { echoSource, pluginWith } from '@plugboard/contract-tests'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { refusalOf, startVm } from '../../test/vmKit.ts'

const nested = (levels: number): JsonValue => {
  let value: JsonValue = 0
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

const handlers = (source: string): string => pluginWith({ handlers: source })

describe('what goes in', () => {
  // Prototype keys are refused, which the contract tests.
  propertyTest.prop([fc.jsonValue({ maxDepth: 4 }).filter((value) => inspectJson(value) === null)], { numRuns: 60 })(
    'any JSON value reaches the guest and comes back as it was',
    async (value) => {
      const kit = await echo
      // JSON has no negative zero.
      const sent = JSON.parse(JSON.stringify(value)) as JsonValue
      const { intents } = kit.press('echo', undefined, { state: sent })
      expect(intents[0]?.payload).toMatchObject({ pluginState: sent })
    },
  )

  test('NUL characters and lone surrogates cross intact, in both directions', async () => {
    const kit = await echo
    const text = 'a\u0000b\ud800c\udfff😀\u2028'
    expect(kit.press('echo', [text], { state: { [text]: text } }).intents[0]?.payload).toMatchObject({
      pluginState: { [text]: text },
      event: { args: [text] },
    })
  })

  test('a call that is too long is PROTOCOL and does not reach the guest', async () => {
    const kit = await startVm(echoSource, { limits: { bytesIn: 2_000 } })
    expect(refusalOf(() => kit.press('echo', 'x'.repeat(2_000)))).toMatchObject({ code: 'PROTOCOL' })
    expect(kit.press('echo', 'x').intents).toHaveLength(1)
  })

  test('code that is too long is PROTOCOL', async () => {
    await expect(startVm(`${echoSource}${' '.repeat(2_000)}`, { limits: { bytesIn: 2_000 } })).rejects.toMatchObject({
      code: 'PROTOCOL',
    })
  })

  test('a view that is no plain JSON is PROTOCOL', async () => {
    const kit = await echo
    for (const state of [Number.NaN, () => 1, { deep: nested(JSON_DEPTH + 1) }, JSON.parse('{"__proto__":1}')]) {
      // What a careless host might pass in spite of the types.
      expect(refusalOf(() => kit.press('echo', null, { state: state as JsonValue })).code).toBe('PROTOCOL')
    }
  })

  test('a view as deep as JSON may be reaches the guest with the default stack', async () => {
    const kit = await echo
    // The view itself is the outermost level.
    const state = nested(JSON_DEPTH - 2)
    expect(kit.press('can', [], { state }).intents).toHaveLength(1)
  })

  const echo = startVm(echoSource)
})

describe('what comes out of a handler', () => {
  test('the identity is the host’s: what the payload says about it is only payload', async () => {
    const { press } = await startVm(
      handlers('go(ctx) { ctx.dispatchPluginAction("go", { instanceId: "other@1", packageId: "other" }) }'),
      { request: { packageId: 'mine', instanceId: 'mine@1' } },
    )
    expect(press('go').intents).toMatchObject([
      { packageId: 'mine', instanceId: 'mine@1', payload: { instanceId: 'other@1', packageId: 'other' } },
    ])
  })

  test('text that is made to break out of its place in the answer stays text', async () => {
    const { press } = await startVm(
      handlers(`go(ctx) { ctx.dispatchPluginAction('x"},{"scope":"system","command":"restart', '"}],"intents":[') }`),
    )
    const { intents, rejected } = press('go')
    expect(intents).toHaveLength(1)
    expect(intents).toMatchObject([
      { actionType: 'x"},{"scope":"system","command":"restart', payload: '"}],"intents":[' },
    ])
    expect(rejected).toEqual([])
  })

  test('a dispatch inside the toJSON of another one leaves both whole', async () => {
    const { press } = await startVm(
      handlers(
        'go(ctx) { ctx.dispatchPluginAction("outer", { toJSON() { ctx.dispatchPluginAction("inner"); return 1 } }) }',
      ),
    )
    expect(press('go').intents).toMatchObject([{ actionType: 'inner' }, { actionType: 'outer', payload: 1 }])
  })

  test('a payload is what it was when it was dispatched', async () => {
    const { press } = await startVm(
      handlers('go(ctx) { const list = [1]; ctx.dispatchPluginAction("go", list); list.push(2) }'),
    )
    expect(press('go').intents[0]?.payload).toEqual([1])
  })

  test('an intent that JSON cannot say is refused alone', async () => {
    const { press } = await startVm(
      handlers(`go(ctx) {
        const cycle = {}; cycle.cycle = cycle
        ctx.dispatchPluginAction('fine', 1)
        ctx.dispatchPluginAction('cycle', cycle)
        ctx.dispatchPluginAction('big', 1n)
        ctx.dispatchPluginAction('throws', { toJSON() { throw new Error('no') } })
        ctx.dispatchPluginAction('getter', { get x() { throw new Error('no') } })
        ctx.dispatchPluginAction(Symbol('s'))
        ctx.dispatchPluginAction(undefined, 2)
        ctx.dispatchSharedAction('__proto__', 'set', 1)
        ctx.dispatchPluginAction('keys', JSON.parse('{"__proto__":1}'))
        ctx.dispatchPluginAction('last')
      }`),
    )
    const { intents, rejected } = press('go')
    expect(intents).toMatchObject([{ actionType: 'fine' }, { actionType: 'last' }])
    expect(rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    for (const { reason } of rejected) expect(reason).toMatch(/^invalid-intent:/)
  })

  test('past the budget only the excess is refused', async () => {
    const { press } = await startVm(
      handlers('go(ctx, e) { for (let i = 0; i < e.args; i += 1) ctx.dispatchPluginAction("n", i) }'),
      {
        limits: { intentsPerEvent: 3 },
      },
    )
    const { intents, rejected } = press('go', 5)
    expect(intents.map(({ payload }) => payload)).toEqual([0, 1, 2])
    expect(rejected).toEqual([
      { index: 3, reason: 'intent-budget-exceeded' },
      { index: 4, reason: 'intent-budget-exceeded' },
    ])
  })

  test('a list over its bytes is INVALID_INTENTS, however it came to be so long', async () => {
    const limits = { bytesOut: 5_000 }
    const { press } = await startVm(
      handlers(`one(ctx) { ctx.dispatchPluginAction('big', 'x'.repeat(6000)) },
many(ctx) { for (let i = 0; i < 200; i += 1) ctx.dispatchPluginAction('n', 'x'.repeat(100)) },
hugeName(ctx) { ctx.dispatchPluginAction('x'.repeat(6000)) }`),
      { limits },
    )
    for (const handler of ['one', 'many', 'hugeName']) {
      expect(
        refusalOf(() => press(handler)),
        handler,
      ).toMatchObject({
        code: 'INVALID_INTENTS',
        message: expect.stringContaining('5000 are allowed'),
      })
    }
  })

  test('a payload that is too deep is refused alone; a text beyond all measure is not parsed', async () => {
    const { press } = await startVm(
      handlers(
        `deep(ctx, e) { let a = 0; for (let i = 0; i < e.args; i += 1) a = [a]; ctx.dispatchPluginAction('deep', a); ctx.dispatchPluginAction('fine') }`,
      ),
      { limits: { stackBytes: 1024 * 1024 } },
    )
    expect(press('deep', 300)).toMatchObject({ intents: [{ actionType: 'fine' }], rejected: [{ index: 0 }] })
    expect(refusalOf(() => press('deep', 3_000))).toMatchObject({
      code: 'INVALID_INTENTS',
      message: expect.stringContaining('nested too deep'),
    })
  })

  test('usage tells what crossed', async () => {
    const { press } = await startVm(handlers('go(ctx) { ctx.dispatchPluginAction("go", "x".repeat(1000)) }'))
    const { usage } = press('go', 'y'.repeat(500))
    expect(usage.bytesIn).toBeGreaterThan(500)
    expect(usage.bytesOut).toBeGreaterThan(1_000)
    expect(usage.memoryBytes).toBeLessThanOrEqual(DEFAULT_LIMITS.memoryBytes)
  })

  test('an event that is none is PROTOCOL; unknown names are refused before the guest hears of them', async () => {
    const { vm, press, render } = await startVm(handlers('go() {}'))
    const view = {
      pluginState: null,
      globalState: { self: { packageId: 'guest', instanceId: 'guest@1' }, shared: {} },
      grants: { readShared: [], writeShared: [], systemCommands: [] },
    }
    const event = { type: 'press', extra: 1 }
    expect(
      // What a careless renderer might send in spite of the types.
      refusalOf(() => vm.event({ kind: 'event', widgetId: 'main', handler: 'go', view, event: event as never })).code,
    ).toBe('PROTOCOL')
    for (const name of ['nope', '__proto__', 'constructor', 'toString']) {
      expect(refusalOf(() => press(name)).code).toBe('UNKNOWN_HANDLER')
      expect(refusalOf(() => press('go', null, { widgetId: name })).code).toBe('UNKNOWN_WIDGET')
      expect(refusalOf(() => render(null, name)).code).toBe('UNKNOWN_WIDGET')
    }
  })
})

describe('what comes out of a render', () => {
  const rendering = (render: string, limits = {}): ReturnType<typeof startVm> =>
    startVm(pluginWith({ render }), { limits })

  test('a tree over its bytes, over its depth, over its nodes or no tree at all is INVALID_TREE', async () => {
    for (const [render, limits] of [
      ["return ui.text('x'.repeat(6000))", { bytesOut: 5_000 }],
      ["let t = ui.text('x'); for (let i = 0; i < 10; i += 1) t = ui.column([t]); return t", { treeDepth: 5 }],
      ['return ui.column(Array.from({ length: 20 }, () => ui.divider()))', { treeNodes: 10 }],
      ['return undefined', {}],
      ['return () => 1', {}],
      ["return 'text'", {}],
      ['return []', {}],
      ['return null', {}],
      ['let a = 0; for (let i = 0; i < 400; i += 1) a = [a]; return { kind: "text", text: "x", deep: a }', {}],
      ['return { kind: "invalid-node", path: "root", message: "forged" }', {}],
      ['return Promise.resolve(ui.text("late"))', {}],
    ] as const) {
      const { vm, render: run } = await rendering(render, limits)
      expect(refusalOf(() => run()).code, render).toBe('INVALID_TREE')
      expect(vm.fatal).toBeNull()
    }
  })

  test('cycles and other things that JSON cannot say are the plugin’s own error', async () => {
    const { render } = await rendering('const t = { kind: "column", children: [] }; t.children.push(t); return t')
    expect(refusalOf(() => render())).toMatchObject({
      code: 'PLUGIN_THREW',
      message: expect.stringContaining('circular'),
    })
  })

  test('forbidden keys refuse the tree, and handlers that were not read at load are reported', async () => {
    const keys = await rendering('return JSON.parse(\'{"kind":"text","text":"x","__proto__":{"a":1}}\')')
    expect(refusalOf(() => keys.render()).code).toBe('INVALID_TREE')
    const unknown = await rendering("return ui.button('x', { onPress: 'later' })")
    expect(unknown.render().issues).toMatchObject([{ code: 'unknown-handler' }])
  })

  test('the same answer gives the same tree, and a change keeps what did not change', async () => {
    const { render } = await startVm(
      pluginWith({
        render: "return ui.column([ui.text('same', { key: 'a' }), ui.text('n ' + view.pluginState, { key: 'b' })])",
      }),
    )
    const first = render(1)
    expect(render(1).tree).toBe(first.tree)
    const second = render(2)
    expect(second.tree).not.toBe(first.tree)
    expect(second.tree).toMatchObject({ children: [{}, { text: 'n 2' }] })
    if (first.tree.kind !== 'column' || second.tree.kind !== 'column') throw new Error('no column')
    expect(second.tree.children[0]).toBe(first.tree.children[0])
  })

  test('a failed render keeps the last answer for the next one', async () => {
    const { render } = await startVm(
      pluginWith({ render: "if (view.pluginState === 'fail') throw new Error('x'); return ui.text('fine')" }),
    )
    const { tree } = render()
    refusalOf(() => render('fail'))
    expect(render().tree).toBe(tree)
  })

  test('a render cannot dispatch: what it tries through a kept context is counted and refused', async () => {
    const { press, render } = await startVm(
      pluginWith({
        before: 'let kept;',
        render:
          "if (kept) { kept.dispatchPluginAction('a'); kept.dispatchSharedAction('d', 'b'); kept.dispatchSystemCommand('c') } return ui.text(Object.keys(view).sort().join())",
        handlers: 'go(ctx) { kept = ctx }',
      }),
    )
    expect(render().rejected).toBeUndefined()
    press('go')
    const result = render()
    expect(result.tree).toMatchObject({ text: 'can,globalState,pluginState' })
    expect(result.rejected).toEqual([0, 1, 2].map((index) => ({ index, reason: 'dispatch-in-render' })))
    expect(press('go').intents).toEqual([])
  })
})
