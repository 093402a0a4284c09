import type {
  EventCall,
  EventResult,
  InvokeCall,
  InvokeResult,
  JsonValue,
  NodeOf,
  PluginCall,
  PluginCallResult,
  PluginRuntime,
  RenderCall,
  RenderResult,
  StampedIntent,
  UINode,
  UINodeKind,
} from '@plugboard/contracts'
import { UI_BUILDERS } from '@plugboard/contracts'
import { parseDispatchIntents, parseUITree } from '@plugboard/contracts/schemas'
import { expectTypeOf, test } from 'vitest'

test('the kind of a call decides the kind of its result', () => {
  expectTypeOf<PluginCallResult<RenderCall>>().toEqualTypeOf<RenderResult>()
  expectTypeOf<PluginCallResult<EventCall>>().toEqualTypeOf<EventResult>()
  expectTypeOf<PluginCallResult<PluginCall>>().toEqualTypeOf<RenderResult | EventResult | InvokeResult>()
  expectTypeOf<PluginCallResult<InvokeCall>>().toEqualTypeOf<InvokeResult>()
  const call = {} as PluginRuntime['call']
  expectTypeOf(call('id', {} as RenderCall)).toEqualTypeOf<Promise<RenderResult>>()
})

test('a kind picks its node', () => {
  expectTypeOf<NodeOf<'button'>['onPress']>().toEqualTypeOf<
    { readonly handler: string; readonly args?: JsonValue } | undefined
  >()
  expectTypeOf<Exclude<UINode['kind'], UINodeKind>>().toEqualTypeOf<'invalid-node'>()
})

test('a node has no prop that its kind does not name', () => {
  const link: UINode = {
    kind: 'text',
    text: 'x',
    // @ts-expect-error -- no kind has an address
    href: 'https://example.org/',
  }
  // @ts-expect-error -- a button needs its label
  const button: UINode = { kind: 'button' }
  // @ts-expect-error -- an absent prop is absent, never undefined
  const text: UINode = { kind: 'text', text: 'x', tone: undefined }
  expectTypeOf([link, button, text]).toEqualTypeOf<UINode[]>()
})

test('what crosses a boundary is readonly', () => {
  const { tree, issues } = parseUITree({})
  expectTypeOf(tree).toEqualTypeOf<UINode>()
  // @ts-expect-error -- issues are read, not collected into
  issues.push()
  const { intents } = parseDispatchIntents([], { identity: { packageId: 'a', instanceId: 'a@1' }, maxIntents: 1 })
  expectTypeOf(intents).toEqualTypeOf<readonly StampedIntent[]>()
})

test('a stamped intent always says who', () => {
  expectTypeOf<StampedIntent['instanceId']>().toEqualTypeOf<string>()
  expectTypeOf<Extract<StampedIntent, { scope: 'shared' }>['domain']>().toEqualTypeOf<string>()
})

test('there is a builder for every kind that a plugin may send', () => {
  expectTypeOf<keyof typeof UI_BUILDERS>().toEqualTypeOf<UINodeKind>()
})

test('functions, dates and undefined are not JSON', () => {
  expectTypeOf<() => void>().not.toExtend<JsonValue>()
  expectTypeOf<Date>().not.toExtend<JsonValue>()
  expectTypeOf<undefined>().not.toExtend<JsonValue>()
  expectTypeOf<{ readonly a: readonly (string | null)[] }>().toExtend<JsonValue>()
})
