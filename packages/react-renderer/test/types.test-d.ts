import type { ButtonNode, UINodeKind } from '@plugboard/contracts'
import { BUILT_IN_COMPONENTS, type NodeComponents, type NodeProps, type PluginTokens } from '@plugboard/react-renderer'
import { expectTypeOf, test } from 'vitest'

test('a component of a kind is given that kind’s node', () => {
  expectTypeOf<NodeProps<'button'>['node']>().toEqualTypeOf<ButtonNode>()
  expectTypeOf<{ button: (props: NodeProps<'button'>) => null }>().toExtend<NodeComponents>()
  expectTypeOf<{ button: (props: NodeProps<'input'>) => null }>().not.toExtend<NodeComponents>()
})

test('a kind or token that does not exist is an error', () => {
  // @ts-expect-error there is no such kind
  const components: NodeComponents = { buton: () => null }
  // @ts-expect-error there is no such token
  const tokens: PluginTokens = { colour: 'red' }
  expectTypeOf(components).not.toBeAny()
  expectTypeOf(tokens).not.toBeAny()
})

test('every kind has a component', () => {
  expectTypeOf<keyof typeof BUILT_IN_COMPONENTS>().toEqualTypeOf<UINodeKind | 'invalid-node'>()
})

test('emit takes a reference and an event without its args', () => {
  expectTypeOf<Parameters<NodeProps<'list'>['emit']>[0]>().toEqualTypeOf<ButtonNode['onPress'] | undefined>()
  expectTypeOf<{ type: 'press'; key: string }>().toExtend<Parameters<NodeProps<'list'>['emit']>[1]>()
})
