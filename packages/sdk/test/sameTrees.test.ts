import { createInstanceId, UI_BUILDERS, UI_NODE_KINDS, type JsonValue, type UINodeKind } from '@plugboard/contracts'
import { createFakeRuntime, createPluginViewFixture, uiNodeFixtures } from '@plugboard/contract-tests'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { ui } from '../src/index.ts'

/** Nodes and text as an author may nest them, with everything that is to be dropped. */
const child = fc.letrec((tie) => ({
  child: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, undefined, true, false, 'text', 3),
    fc.record({ kind: fc.constant('divider') }),
    fc.array(tie('child'), { maxLength: 3 }),
  ),
})).child

const text = fc.oneof(fc.string(), fc.integer(), fc.boolean())
const eventRef = fc.oneof(fc.constantFrom('go', undefined), fc.constant({ handler: 'go', args: { by: 1 } }))

/** Arguments of one call of a builder, legal or not: both sides must agree on either. */
function argumentsOf(kind: UINodeKind): fc.Arbitrary<readonly unknown[]> {
  const { positional, children, events, text: texts } = UI_BUILDERS[kind]
  const valueOf = (prop: string): fc.Arbitrary<unknown> => {
    if (children.includes(prop)) return child
    if (events.includes(prop)) return eventRef
    return texts.includes(prop) ? text : fc.constantFrom<unknown>(null, undefined, 1, 'x', [])
  }
  const options = fc.record(
    Object.fromEntries([...children, ...events, ...texts, 'key', 'tone'].map((prop) => [prop, valueOf(prop)])),
    { requiredKeys: [] },
  )
  return fc.tuple(...positional.map(valueOf), fc.option(options, { nil: undefined }))
}

const call = fc.constantFrom(...UI_NODE_KINDS).chain((kind) => fc.tuple(fc.constant(kind), argumentsOf(kind)))

interface Item {
  readonly id: number
  readonly label: string
}

const ROWS: readonly (readonly [render: (item: Item) => unknown, source: string])[] = [
  [({ label }) => ui.row([label, null, ui.badge(label)]), '({ label }) => ui.row([label, null, ui.badge(label)])'],
  [({ label }) => label, '({ label }) => label'],
  [({ id }) => id, '({ id }) => id'],
  [({ id }) => id > 0 && ui.divider({ key: 'other' }), "({ id }) => id > 0 && ui.divider({ key: 'other' })"],
  [
    ({ label }) => ({ content: [label, [false, ui.divider()]], onPress: 'go' }),
    "({ label }) => ({ content: [label, [false, ui.divider()]], onPress: 'go' })",
  ],
  [
    ({ id }) => ({ cells: { id }, onPress: { handler: 'go', args: id } }),
    "({ id }) => ({ cells: { id }, onPress: { handler: 'go', args: id } })",
  ],
]

/** Reads what the runtime's own builders make, as text that the guest renders. */
async function drawInVm(expression: string): Promise<JsonValue> {
  await using runtime = createFakeRuntime()
  const identity = { packageId: 'guest', instanceId: createInstanceId('guest') }
  const code = `definePlugin(({ ui }) => ({ title: 'Guest', widgets: { main: { render: () => ui.text(JSON.stringify(${expression})) } } }))`
  await runtime.load({ ...identity, code })
  const { tree } = await runtime.call(identity.instanceId, {
    kind: 'render',
    widgetId: 'main',
    view: createPluginViewFixture(identity),
  })
  return tree.kind === 'text' ? (JSON.parse(tree.text) as JsonValue) : null
}

/** Reads what the runtime's own builders make of the arguments, as text that the guest renders. */
async function buildInVm(kind: UINodeKind, args: readonly unknown[]): Promise<JsonValue> {
  await using runtime = createFakeRuntime()
  const identity = { packageId: 'guest', instanceId: createInstanceId('guest') }
  // JSON has no undefined: a marker crosses in its place.
  const sent = JSON.stringify(args, (_key, value: unknown) => (value === undefined ? UNDEFINED : value))
  const code = `definePlugin(({ ui }) => ({ title: 'Guest', widgets: { main: { render() {
    const revive = (value) => {
      if (value === ${JSON.stringify(UNDEFINED)}) return undefined
      if (Array.isArray(value)) return value.map(revive)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]))
    }
    return ui.text(JSON.stringify(ui[${JSON.stringify(kind)}](...revive(${sent}))))
  } } } }))`
  await runtime.load({ ...identity, code })
  const { tree } = await runtime.call(identity.instanceId, {
    kind: 'render',
    widgetId: 'main',
    view: createPluginViewFixture(identity),
  })
  return tree.kind === 'text' ? (JSON.parse(tree.text) as JsonValue) : null
}

const UNDEFINED = '(undefined)'

describe("the SDK's builders", () => {
  test.prop([call])(
    "give the nodes that the VM's own builders give, whatever they are called with",
    async ([kind, args]) => {
      const build = ui[kind] as (...given: readonly unknown[]) => unknown
      const made: unknown = JSON.parse(JSON.stringify(build(...args)))
      expect(made).toEqual(await buildInVm(kind, args))
    },
  )

  test('rebuild every node of the fixtures from its own props', () => {
    for (const kind of UI_NODE_KINDS) {
      for (const { kind: _kind, ...props } of uiNodeFixtures[kind]) {
        const { positional } = UI_BUILDERS[kind]
        const options: Record<string, unknown> = { ...props }
        const byPosition = positional.map((prop) => options[prop])
        for (const prop of positional) delete options[prop]
        const build = ui[kind] as (...given: readonly unknown[]) => unknown
        expect(build(...byPosition, options)).toEqual({ kind, ...props })
      }
    }
  })

  test.prop([
    fc.array(fc.record({ id: fc.integer(), label: fc.string() }), { maxLength: 5 }),
    fc.constantFrom(...ROWS),
  ])('make the rows that the VM makes', async (items, [render, builder]) => {
    // Rows of every kind; which one is the test's to say.
    const rows = ui.each(items, render as never, { key: 'id' })
    const made: unknown = JSON.parse(JSON.stringify(rows))
    expect(made).toEqual(await drawInVm(`ui.each(${JSON.stringify(items)}, ${builder}, { key: 'id' })`))
  })

  test.prop([
    fc.record({
      label: text,
      tone: fc.constantFrom('neutral', undefined),
      args: fc.constantFrom<JsonValue>(1, null, 'x', [1], { a: [{}] }),
    }),
  ])('draw a block with its values as the VM draws it', async (values) => {
    const make = ui.block<typeof values>((slot) =>
      ui.row([
        ui.badge(slot('label'), { tone: slot('tone') }),
        ui.button('x', { onPress: { handler: 'go', args: slot('args') } }),
      ]),
    )
    const made: unknown = JSON.parse(JSON.stringify(make(values)))
    const source = `ui.block((slot) => ui.row([ui.badge(slot('label'), { tone: slot('tone') }),
        ui.button('x', { onPress: { handler: 'go', args: slot('args') } })]))(${JSON.stringify(values)})`
    expect(made).toEqual(await drawInVm(source))
  })

  test('refuse an item without a key', () => {
    const items: readonly { id?: string }[] = [{}]
    expect(() => ui.each(items, () => ui.divider(), { key: 'id' })).toThrow('item 0 has no key')
  })
})
