import { createInstanceId, UI_BUILDERS, UI_NODE_KINDS, type JsonValue } from '@plugboard/contracts'
import { createFakeRuntime, createPluginViewFixture, pluginWith } from '@plugboard/contract-tests'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { startVm } from '../../test/vmKit.ts'

// JSON has no undefined: a marker crosses in its place.
const UNDEFINED = '(undefined)'

const child = fc.letrec<{ child: unknown }>((tie) => ({
  child: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, UNDEFINED, true, false, 'text', 3),
    fc.constant({ kind: 'divider' }),
    fc.array(tie('child'), { maxLength: 3 }),
  ),
})).child

const value = fc.oneof(child, fc.string(), fc.constantFrom<unknown>(0, 1.5, true, 'go', { handler: 'go' }))

const call = fc.constantFrom(...UI_NODE_KINDS).chain((kind) => {
  const { positional, children, events, text } = UI_BUILDERS[kind]
  const options = fc.record(
    Object.fromEntries([...positional, ...children, ...events, ...text, 'key', 'tone'].map((prop) => [prop, value])),
    { requiredKeys: [] },
  )
  const rest = fc.array(fc.oneof(options, value), { maxLength: 2 })
  return fc.tuple(fc.constant(kind), fc.tuple(...positional.map(() => value)), rest)
})

/** Calls the builder that the state names, and draws what it made as text. */
const code = pluginWith({
  before: `const revive = (value) => {
  if (value === ${JSON.stringify(UNDEFINED)}) return undefined
  if (Array.isArray(value)) return value.map(revive)
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]))
    : value
}`,
  render:
    "const [kind, args] = view.pluginState; return { kind: 'text', text: JSON.stringify(ui[kind](...revive(args))) }",
})

describe("the VM's builders", () => {
  const vm = startVm(code)
  const fake = createFakeRuntime()
  const identity = { packageId: 'guest', instanceId: createInstanceId('guest') }
  const loaded = fake.load({ ...identity, code })

  test.prop([call], { numRuns: 500 })(
    'give the nodes of the table, whatever they are called with',
    async ([kind, positional, rest]) => {
      await loaded
      // Values of JSON.
      const pluginState = [kind, [...positional, ...rest]] as JsonValue
      const view = createPluginViewFixture(identity, { pluginState })
      const expected = await fake.call(identity.instanceId, { kind: 'render', widgetId: 'main', view })
      const { tree } = (await vm).render(pluginState)
      const read = (node: object): unknown =>
        'text' in node && typeof node.text === 'string' ? JSON.parse(node.text) : node
      expect(read(tree)).toEqual(read(expected.tree))
    },
  )
})
