import { UI_NODE_KINDS } from '@plugboard/contracts'
import type { UINode } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import { expect } from 'vitest'

import { hostileTrees } from '../../fixtures/hostileTrees.ts'
import { uiNodeFixtures } from '../../fixtures/uiNodes.ts'
import { plain, type RendererBehaviour } from './mountedWidget.ts'
import { visibleWords } from './visibleWords.ts'

const text = (words: string): UINode => ({ kind: 'text', text: words })
const column = (...children: readonly UINode[]): UINode => ({ kind: 'column', children })

/** Markup that only somebody's own code would make: none of it may come from a tree. */
const ACTIVE_MARKUP = /<(?:script|iframe|object|embed|form|style|link|base)\b|\son[a-z]+=|javascript:|srcdoc=/i

/** What is seen: kinds, updates, states, hostile trees. */
export const drawingBehaviours: readonly RendererBehaviour[] = [
  ...UI_NODE_KINDS.map((kind): RendererBehaviour => ({
    id: `draw/${kind}`,
    title: `a ${kind} shows its words`,
    async verify({ showTree, seeText, view }) {
      for (const node of uiNodeFixtures[kind]) {
        showTree(column(node, text('the end')))
        for (const words of [...visibleWords(node), 'the end']) await seeText(words)
      }
      expect(await view.count('button', 'the end')).toBe(0)
    },
  })),
  {
    id: 'draw-roles',
    title: 'kinds have the roles that assistive technology knows',
    async verify({ showTree, seeText, view }) {
      showTree(
        column(
          { kind: 'heading', text: 'Overview' },
          { kind: 'button', label: 'Go', onPress: { handler: 'go' } },
          { kind: 'input', name: 'city', label: 'City', hideLabel: true },
          { kind: 'progress', label: 'Copying', value: 3, max: 10 },
          {
            kind: 'list',
            label: 'Tasks',
            items: [
              { key: 'a', content: [text('one')] },
              { key: 'b', content: [text('two')] },
            ],
          },
          { kind: 'table', caption: 'Stock', columns: [{ id: 'c', header: 'C' }], rows: [] },
          text('drawn'),
        ),
      )
      await seeText('drawn')
      expect(await view.count('heading', 'Overview')).toBe(1)
      expect(await view.count('button', 'Go')).toBe(1)
      expect(await view.count('textbox', 'City')).toBe(1)
      expect(await view.count('progressbar', 'Copying')).toBe(1)
      expect(await view.count('list', 'Tasks')).toBe(1)
      expect(await view.count('listitem')).toBe(2)
      expect(await view.count('table', 'Stock')).toBe(1)
    },
  },
  {
    id: 'draw-a11y-label',
    title: 'an a11y label replaces the accessible name',
    async verify({ showTree, seeText, view }) {
      showTree(
        column({ kind: 'button', label: '+', a11y: { label: 'Add one' }, onPress: { handler: 'go' } }, text('drawn')),
      )
      await seeText('drawn')
      expect(await view.count('button', 'Add one')).toBe(1)
    },
  },
  {
    id: 'draw-update',
    title: 'a new tree replaces the old one',
    async verify({ showTree, seeText, view }) {
      showTree(column(text('first'), text('stays')))
      await seeText('first')
      showTree(column(text('second'), text('stays')))
      await seeText('second')
      expect(await view.text()).not.toContain('first')
      expect(await view.text()).toContain('stays')
    },
  },
  {
    id: 'draw-other-kind',
    title: 'a node may become another kind under the same key',
    async verify({ showTree, seeText, view }) {
      showTree(column({ kind: 'text', key: 'a', text: 'as text' }))
      await seeText('as text')
      showTree(column({ kind: 'button', key: 'a', label: 'as button' }))
      await seeText('as button')
      expect(await view.count('button', 'as button')).toBe(1)
    },
  },
  {
    id: 'draw-duplicate-keys',
    title: 'children with one key are all drawn',
    async verify({ showTree, seeText }) {
      const tree = column({ kind: 'text', key: 'a', text: 'one' }, { kind: 'text', key: 'a', text: 'two' })
      showTree(tree)
      await seeText('one')
      await seeText('two')
    },
  },
  {
    id: 'draw-placeholder',
    title: 'a node that was refused leaves a visible mark, and its siblings are drawn',
    async verify({ showTree, seeText, view }) {
      showTree(column(text('before'), text('after')))
      await seeText('after')
      const without = plain(await view.text()).length
      const refused = {
        kind: 'invalid-node',
        path: 'root.children[1]',
        message: 'has an unknown kind "marquee"',
      } as const
      showTree(column(text('before'), refused, text('after')))
      await seeText('after')
      await expect.poll(async () => plain(await view.text()).length).toBeGreaterThan(without)
    },
  },
  {
    id: 'draw-loading',
    title: 'a widget that is loading is drawn without a tree',
    async verify({ view, show, showTree, seeText }) {
      expect(await view.count('button')).toBe(0)
      show({ status: 'loading' })
      showTree(text('here now'))
      await seeText('here now')
    },
  },
  {
    id: 'draw-error-alone',
    title: 'an error without a tree is told in its own words',
    async verify({ show, seeText }) {
      show({ status: 'error', tree: null, error: { code: 'PLUGIN_THREW', message: 'It threw at line 3.' } })
      await seeText('It threw at line 3.')
    },
  },
  {
    id: 'draw-error-beside',
    title: 'an error is told beside the last good tree, and goes when it is over',
    async verify({ show, showTree, seeText, view }) {
      showTree(text('last good'))
      await seeText('last good')
      show({ error: { code: 'INVALID_TREE', message: 'The tree cannot be shown.' } })
      await seeText('The tree cannot be shown.')
      expect(await view.text()).toContain('last good')
      show({ error: null })
      await expect.poll(() => view.text()).not.toContain('The tree cannot be shown.')
    },
  },
  {
    id: 'draw-paused',
    title: 'a paused widget keeps its last tree',
    async verify({ show, showTree, seeText }) {
      showTree(text('still here'))
      show({ enabled: false })
      await seeText('still here')
    },
  },
  ...hostileTrees
    .filter(({ outcome }) => outcome !== 'refused')
    .map((hostile): RendererBehaviour => ({
      id: `hostile/${hostile.name}`,
      title: `a tree with ${hostile.name} is drawn as words and nothing else`,
      async verify({ showTree, seeText, view }) {
        showTree(column(parseUITree(hostile.create()).tree, text('the end')))
        await seeText('the end')
        expect((await view.markup?.()) ?? '').not.toMatch(ACTIVE_MARKUP)
      },
    })),
]
