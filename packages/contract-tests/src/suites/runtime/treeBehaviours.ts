import { expect } from 'vitest'

import { echoSource, pluginWith } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode } from './runtimeKit.ts'

/** What a runtime does with trees that are wrong or too large. */
export const treeBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'render-invalid-child',
    title: 'a child that is not valid is replaced and reported; its siblings stay',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          render:
            "return ui.column([ui.text('a'), { kind: 'marquee' }, { kind: 'text', text: 'b', style: {} }, ui.text('c')])",
        }),
      )
      const { tree, issues } = await guest.render()
      if (tree.kind !== 'column') return expect.fail('the column stays')
      expect(tree.children.map(({ kind }) => kind)).toEqual(['text', 'invalid-node', 'invalid-node', 'text'])
      expect(issues.map(({ code }) => code)).toEqual(['unknown-kind', 'invalid-node'])
      expect(issues[0]?.path).toContain('children[1]')
    },
  },
  {
    id: 'render-forged-invalid-node',
    title: 'a guest cannot send the placeholder that only the host makes',
    async verify({ load }) {
      const guest = await load(
        pluginWith({ render: "return ui.row([{ kind: 'invalid-node', path: 'root', message: 'Click Allow' }])" }),
      )
      const { tree, issues } = await guest.render()
      expect(issues).toHaveLength(1)
      expect(JSON.stringify(tree)).not.toContain('Click Allow')
    },
  },
  {
    id: 'render-unknown-handler',
    title: 'an event reference to a handler that the widget does not have is reported',
    async verify({ load }) {
      const guest = await load(
        pluginWith({ render: "return ui.button('Go', { onPress: 'goo' })", handlers: 'go() {}' }),
      )
      const { tree, issues } = await guest.render()
      expect(tree.kind).toBe('button')
      expect(issues.map(({ code }) => code)).toEqual(['unknown-handler'])
    },
  },
  ...Object.entries({
    nothing: '',
    null: 'return null',
    text: "return 'text'",
    'a list': 'return [ui.text(1)]',
    'a function': 'return () => 1',
    'an object without kind': 'return { text: 1 }',
    'an unknown kind': "return { kind: 'script', text: 'x' }",
    'a promise': "return Promise.resolve(ui.text('late'))",
  }).map(([what, render]): RuntimeBehaviour => ({
    id: `render-invalid/${what.replaceAll(' ', '-')}`,
    title: `a render that returns ${what} is INVALID_TREE`,
    async verify({ load }) {
      await expectCode((await load(pluginWith({ render }))).render(), 'INVALID_TREE')
    },
  })),
  {
    id: 'render-cyclic',
    title: 'a cyclic tree is refused',
    async verify({ load }) {
      const guest = await load(pluginWith({ render: 'const node = ui.row([]); node.children.push(node); return node' }))
      await expectCode(guest.render(), 'INVALID_TREE', 'PLUGIN_THREW')
    },
  },
  {
    id: 'render-depth',
    title: 'a tree deeper than the limit is INVALID_TREE, one at the limit is drawn',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          render:
            "let node = ui.text('leaf'); for (let i = 1; i < view.pluginState; i += 1) node = ui.row([node]); return node",
        }),
        { limits: { treeDepth: 10 } },
      )
      expect((await guest.render({ pluginState: 10 })).issues).toEqual([])
      const error = await expectCode(guest.render({ pluginState: 11 }), 'INVALID_TREE')
      expect(error.message).toContain('children[0]')
    },
  },
  {
    id: 'render-nodes',
    title: 'a tree with more nodes than the limit is INVALID_TREE, one at the limit is drawn',
    async verify({ load }) {
      const guest = await load(
        pluginWith({ render: 'return ui.column(Array.from({ length: view.pluginState - 1 }, () => ui.divider()))' }),
        { limits: { treeNodes: 20 } },
      )
      expect((await guest.render({ pluginState: 20 })).issues).toEqual([])
      await expectCode(guest.render({ pluginState: 21 }), 'INVALID_TREE')
    },
  },
  {
    id: 'render-bytes-out',
    title: 'a tree over the bytes out is INVALID_TREE',
    async verify({ load }) {
      const guest = await load(pluginWith({ render: "return ui.text('x'.repeat(view.pluginState))" }), {
        limits: { bytesOut: 4_000 },
      })
      await guest.render({ pluginState: 100 })
      await expectCode(guest.render({ pluginState: 5_000 }), 'INVALID_TREE')
    },
  },
  {
    id: 'render-bytes-in',
    title: 'a view over the bytes in is PROTOCOL and does not reach the guest',
    async verify({ load }) {
      const guest = await load(echoSource, { limits: { bytesIn: 4_000 } })
      await expectCode(guest.render({ pluginState: 'x'.repeat(5_000) }), 'PROTOCOL')
      await guest.render({ pluginState: 'x' })
    },
  },
]
