import type { TableNode, UINode } from '@plugboard/contracts'
import { expect } from 'vitest'

import type { KindBehaviour, KindBehaviours } from './mountedKind.ts'

/** Rows, columns and grids: nothing to assistive technology, unless they are given words. */
function layout(kind: 'row' | 'column' | 'grid'): readonly KindBehaviour[] {
  const children: readonly UINode[] = ['first', 'second', 'third'].map((text) => ({ kind: 'text', text }))
  return [
    {
      id: `${kind}/order`,
      title: 'is read in the order of its children',
      async verify({ none, seeText, showTree, text }) {
        showTree({ kind, children })
        await seeText('third')
        expect(await text()).toMatch(/first.*second.*third/)
        await none('group')
      },
    },
    {
      id: `${kind}/name`,
      title: 'is a group where it is given a name',
      async verify({ one, showTree }) {
        showTree({ kind, children, a11y: { label: 'Places' } })
        await one('group', { name: 'Places' })
      },
    },
  ]
}

const panel: readonly KindBehaviour[] = [
  {
    id: 'panel/name',
    title: 'with a title is a group or a region of that name, and its actions are reached',
    async verify({ oneOf, one, pressOn, sent, showTree }) {
      showTree({
        kind: 'panel',
        title: 'Weather',
        actions: [{ kind: 'button', label: 'Refresh', onPress: { handler: 'refresh' } }],
        children: [{ kind: 'text', text: 'Rain' }],
      })
      await oneOf(['group', 'region'], { name: 'Weather' })
      await pressOn(await one('button', { name: 'Refresh' }), '{Enter}')
      await sent(['refresh', { type: 'press' }])
    },
  },
  {
    id: 'panel/fold',
    title: 'that can be folded has a button for it that says whether it is, and hides what it holds',
    async verify({ none, one, pressOn, showTree }) {
      const children: readonly UINode[] = [{ kind: 'button', label: 'Inside' }]
      showTree({ kind: 'panel', title: 'Weather', collapsible: true, children })
      await pressOn(await one('button', { name: 'Weather', expanded: true }), '{Enter}')
      const folded = await one('button', { name: 'Weather', expanded: false })
      await none('button', { name: 'Inside' })
      await pressOn(folded, ' ')
      await one('button', { name: 'Weather', expanded: true })
      await one('button', { name: 'Inside' })
    },
  },
]

const list: readonly KindBehaviour[] = [
  {
    id: 'list/items',
    title: 'is a named list of its items',
    async verify({ count, one, showTree }) {
      showTree({
        kind: 'list',
        label: 'Tasks',
        items: ['Plants', 'Dishes'].map((text) => ({ key: text, content: [{ kind: 'text', text }] })),
      })
      await one('list', { name: 'Tasks' })
      await count('listitem', {}, 2)
    },
  },
  {
    id: 'list/press',
    title: 'has items that can be pressed as buttons, named by what is in them',
    async verify({ one, pressOn, sent, showTree }) {
      const item = (text: string) =>
        ({ key: text, onPress: { handler: 'open' }, content: [{ kind: 'text', text }] }) as const
      showTree({ kind: 'list', label: 'Tasks', items: [item('Plants'), item('Dishes')] })
      await pressOn(await one('button', { name: 'Dishes' }), '{Enter}')
      await sent(['open', { type: 'press', key: 'Dishes' }])
    },
  },
]

const stock: TableNode = {
  kind: 'table',
  caption: 'Stock',
  columns: [
    { id: 'name', header: 'Name', rowHeader: true, sortable: true },
    { id: 'count', header: 'Count', align: 'end' },
  ],
  rows: [
    { key: 'b', cells: { name: 'Pear', count: 2 } },
    { key: 'a', cells: { name: 'Apple', count: 10 } },
  ],
}

const table: readonly KindBehaviour[] = [
  {
    id: 'table/headers',
    title: 'is a table named by its caption, with headers of columns and of rows',
    async verify({ count, one, showTree }) {
      showTree(stock)
      await one('table', { name: 'Stock' })
      await count('columnheader', {}, 2)
      await one('columnheader', { name: 'Count' })
      await one('rowheader', { name: 'Pear' })
      await one('cell', { name: '10' })
      await count('row', {}, 3)
    },
  },
  {
    id: 'table/press',
    title: 'has rows that can be pressed as buttons',
    async verify({ one, pressOn, sent, showTree }) {
      showTree({ ...stock, rows: stock.rows.map((row) => ({ ...row, onPress: { handler: 'open' } })) })
      await pressOn(await one('button', { name: 'Pear' }), '{Enter}')
      await sent(['open', { type: 'press', key: 'b' }])
    },
  },
  {
    id: 'table/sort',
    title: 'is sorted by buttons in its headers, which say how it is',
    async verify({ one, pressOn, showTree, text }) {
      showTree(stock)
      const header = await one('columnheader', { name: /^Name/ })
      await pressOn(await one('button', { name: /^Name/ }), '{Enter}')
      await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending')
      await expect.poll(text).toMatch(/Apple.*Pear/)
      await pressOn(await one('button', { name: /^Name/ }), ' ')
      await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending')
      await expect.poll(text).toMatch(/Pear.*Apple/)
    },
  },
  {
    id: 'table/sort-asked',
    title: 'leaves sorting to a plugin that does it itself',
    async verify({ one, pressOn, sent, showTree, text }) {
      showTree({ ...stock, onSort: { handler: 'sort' } })
      await pressOn(await one('button', { name: /^Name/ }), '{Enter}')
      await sent(['sort', { type: 'sort', column: 'name', dir: 'asc' }])
      expect(await text()).toMatch(/Pear.*Apple/)
    },
  },
  {
    id: 'table/long',
    title: 'that is long says how many rows it has, whichever are drawn',
    async verify({ one, showTree }) {
      const rows = Array.from({ length: 400 }, (_, index) => ({ key: `${index}`, cells: { name: `Row ${index}` } }))
      showTree({ ...stock, rows, virtual: true })
      const element = await one('table', { name: 'Stock' })
      // With its header, or without.
      await expect.poll(() => Number(element.getAttribute('aria-rowcount'))).toBeGreaterThanOrEqual(400)
    },
  },
]

const custom: readonly KindBehaviour[] = [
  {
    id: 'custom/fallback',
    title: 'that the page does not have is what the plugin offers instead, and leaves a mark without that',
    async verify({ one, showTree, text }) {
      const node = { kind: 'custom', component: 'nobody/Has-this' } as const
      showTree({ kind: 'column', children: [{ ...node, fallback: [{ kind: 'button', label: 'Instead' }] }] })
      await one('button', { name: 'Instead' })
      showTree({ kind: 'column', children: [node] })
      await expect.poll(text).toContain('nobody/Has-this')
    },
  },
]

export const containerKinds: KindBehaviours<'column' | 'custom' | 'grid' | 'list' | 'panel' | 'row' | 'table'> = {
  column: layout('column'),
  custom,
  grid: layout('grid'),
  list,
  panel,
  row: layout('row'),
  table,
}
