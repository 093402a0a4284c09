import type { ButtonNode, PanelNode, UINode, UINodeKind } from '@plugboard/contracts'
import {
  BUILT_IN_COMPONENTS,
  type CustomComponent,
  type CustomPropsOf,
  defineComponent,
  type NodeComponents,
  type NodeProps,
  type NodeWrappers,
  type PluginTokens,
  type WrapProps,
} from '@plugboard/react-renderer'
import type { ReactNode } from 'react'
import * as v from 'valibot'
import { expectTypeOf, test } from 'vitest'
import * as z from 'zod/mini'

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

test('a component of the host’s own is typed by its definition', () => {
  const Film = defineComponent({
    name: 'acme/Film',
    props: z.strictObject({ title: z.string(), year: z.optional(z.number()) }),
    events: { play: z.strictObject({ at: z.number() }), stop: z.undefined() },
    slots: ['poster'],
  })
  type FilmProps = CustomPropsOf<typeof Film>
  expectTypeOf<FilmProps['props']>().toEqualTypeOf<{ title: string; year?: number | undefined }>()
  expectTypeOf<Parameters<FilmProps['renderSlot']>>().toEqualTypeOf<[slot: 'poster']>()
  const view = ({ emit, renderSlot }: FilmProps): null => {
    emit('play', { at: 1 })
    emit('stop')
    // @ts-expect-error it says where
    emit('play')
    // @ts-expect-error there is no such event
    emit('pause')
    // @ts-expect-error there is no such slot
    void renderSlot('trailer')
    return null
  }
  expectTypeOf(Film.implement(view)).toEqualTypeOf<CustomComponent>()
  // @ts-expect-error it takes other props
  Film.implement((_props: { readonly props: { readonly title: number } }) => null)
})

test('props are what any schema library makes of them', () => {
  const Clock = defineComponent({
    name: 'acme/Clock',
    props: v.object({ at: v.pipe(v.string(), v.transform(Number)) }),
  })
  expectTypeOf<CustomPropsOf<typeof Clock>['props']>().toEqualTypeOf<{ at: number }>()
})

test('a wrapper is given the nodes of its kind, and one for all kinds may stand around any', () => {
  expectTypeOf<WrapProps<'panel'>['node']>().toEqualTypeOf<PanelNode>()
  const all = ({ children }: WrapProps<UINode['kind']>): ReactNode => children
  const wrap: NodeWrappers = { '*': all, text: all }
  // @ts-expect-error it takes panels
  const wrong: NodeWrappers = { text: ({ node }: WrapProps<'panel'>) => node.title }
  expectTypeOf([wrap, wrong]).not.toBeAny()
})
