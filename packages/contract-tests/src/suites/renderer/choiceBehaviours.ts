import type { PanelNode, TableNode, UIEvent, UINode } from '@plugboard/contracts'
import { expect } from 'vitest'

import { plain, type RendererBehaviour, type RendererKit } from './mountedWidget.ts'

const column = (...children: readonly UINode[]): UINode => ({ kind: 'column', children })
const input = (label: string): UINode => ({ kind: 'input', name: label, label, onChange: { handler: 'change' } })
const button = (label: string): UINode => ({ kind: 'button', label, onPress: { handler: label } })

/** Events of one type that were sent. */
function eventsOf({ source }: RendererKit, type: UIEvent['type']): readonly UIEvent[] {
  return source.emitted.map(({ event }) => event).filter((event) => event.type === type)
}

/** A table of fruit, by name. */
function fruit(names: readonly string[], parts: Partial<TableNode> = {}): TableNode {
  return {
    kind: 'table',
    caption: 'Stock',
    columns: [
      { id: 'name', header: 'Fruit' },
      { id: 'count', header: 'Count', sortable: true },
    ],
    rows: names.map((name) => ({ key: name, cells: { name, count: COUNTS[name] ?? null } })),
    ...parts,
  }
}

const COUNTS: Readonly<Record<string, number>> = { Pears: 10, Figs: 9, Plums: 100 }
const NAMES = ['Pears', 'Kiwis', 'Figs', 'Plums']

/** Waits until these words stand in this order. */
async function seeOrder({ view }: RendererKit, words: readonly string[]): Promise<void> {
  const found = async (): Promise<readonly string[]> => {
    const text = plain(await view.text())
    return words.toSorted((one, other) => text.indexOf(one) - text.indexOf(other))
  }
  await expect.poll(found).toEqual(words)
}

function panel(open?: boolean): PanelNode {
  const given = open === undefined ? {} : { open }
  return { kind: 'panel', title: 'More', collapsible: true, ...given, children: [{ kind: 'text', text: 'inside' }] }
}

/** Dialogs, tabs, folding, sorting, selection: what a person chooses, and what a plugin may take back. */
export const choiceBehaviours: readonly RendererBehaviour[] = [
  {
    id: 'dialog-modal',
    title: 'while a dialog is open, nothing behind it is pressed or typed into',
    async verify(kit) {
      const tree = (open: boolean): UINode =>
        column(button('Behind'), input('Outside'), {
          kind: 'dialog',
          title: 'Ask',
          open,
          onClose: { handler: 'close' },
          children: [input('Inside'), button('Within')],
        })
      kit.showTree(tree(true))
      await kit.seeText('Within')
      await kit.view.press('Behind')
      await kit.view.change('Outside', 'x')
      expect(kit.source.emitted).toEqual([])
      await kit.view.press('Within')
      await kit.view.change('Inside', 'y')
      await kit.view.leave('Inside')
      await expect.poll(() => eventsOf(kit, 'change').at(-1)).toMatchObject({ name: 'Inside', value: 'y' })
      kit.showTree(tree(false))
      await expect.poll(() => kit.view.text()).not.toContain('Within')
      await kit.view.press('Behind')
      await expect.poll(() => kit.source.emitted.at(-1)?.handler).toBe('Behind')
    },
  },
  {
    id: 'tabs-choose',
    title: 'a tab that is chosen is seen before the plugin has answered, which hears of it with a revision',
    async verify(kit) {
      const tabs = ['one', 'two'].map((id) => ({
        id,
        label: `Tab ${id}`,
        children: [{ kind: 'text', text: `the words of ${id}` }] as const,
      }))
      kit.showTree({ kind: 'tabs', name: 'view', label: 'View', tabs, onChange: { handler: 'change' } })
      await kit.seeText('the words of one')
      await kit.view.choose('View', 'Tab two')
      await kit.seeText('the words of two')
      expect(await kit.view.text()).not.toContain('the words of one')
      expect(eventsOf(kit, 'change')).toEqual([
        { type: 'change', name: 'view', value: 'two', rev: expect.any(Number) as number },
      ])
    },
  },
  {
    id: 'fold-panel',
    title:
      'a panel that the person folded is unfolded by a new word of the plugin, and not folded again by the old one',
    async verify(kit) {
      kit.showTree(column(panel(true), { kind: 'text', text: 'first' }))
      await kit.seeText('inside')
      await kit.view.press('More')
      await expect.poll(() => kit.view.text()).not.toContain('inside')
      kit.showTree(column(panel(true), { kind: 'text', text: 'second' }))
      await kit.seeText('second')
      expect(await kit.view.text()).not.toContain('inside')
      kit.showTree(column(panel(false), { kind: 'text', text: 'third' }))
      await kit.seeText('third')
      expect(await kit.view.text()).not.toContain('inside')
      kit.showTree(column(panel(true), { kind: 'text', text: 'fourth' }))
      await kit.seeText('inside')
      expect(kit.source.emitted).toEqual([])
    },
  },
  {
    id: 'sort-host',
    title: 'a header sorts the rows up, down and back, by size and with what is blank last, where the plugin does not',
    async verify(kit) {
      kit.showTree(fruit(NAMES))
      await kit.seeText('Plums')
      await kit.view.sort('Count')
      await seeOrder(kit, ['Figs', 'Pears', 'Plums', 'Kiwis'])
      await kit.view.sort('Count')
      await seeOrder(kit, ['Plums', 'Pears', 'Figs', 'Kiwis'])
      await kit.view.sort('Count')
      await seeOrder(kit, NAMES)
      expect(kit.source.emitted).toEqual([])
    },
  },
  {
    id: 'sort-plugin',
    title: 'a header asks a plugin that sorts, and leaves the rows as they came',
    async verify(kit) {
      kit.showTree(fruit(NAMES, { onSort: { handler: 'sort' } }))
      await kit.seeText('Plums')
      await kit.view.sort('Count')
      await expect.poll(() => eventsOf(kit, 'sort')).toEqual([{ type: 'sort', column: 'count', dir: 'asc' }])
      await seeOrder(kit, NAMES)
    },
  },
  {
    id: 'sort-part',
    title: 'nobody sorts a part of the rows',
    async verify(kit) {
      const sort = { column: 'count', dir: 'asc' } as const
      kit.showTree(fruit(NAMES, { total: 5, onRange: { handler: 'range' }, sort }))
      await kit.seeText('Plums')
      await kit.view.sort('Count')
      await seeOrder(kit, NAMES)
    },
  },
  {
    id: 'sort-plan',
    title:
      'a sort that the person chose is taken back by a new one of the plugin, and does not come back with the old one',
    async verify(kit) {
      const up = { column: 'count', dir: 'asc' } as const
      const down = { column: 'count', dir: 'desc' } as const
      kit.showTree(fruit(NAMES, { sort: up }))
      await seeOrder(kit, ['Figs', 'Pears', 'Plums', 'Kiwis'])
      for (let presses = 0; presses < 2; presses += 1) await kit.view.sort('Count')
      await seeOrder(kit, NAMES)
      kit.showTree(fruit(NAMES, { sort: down }))
      await seeOrder(kit, ['Plums', 'Pears', 'Figs', 'Kiwis'])
      kit.showTree(fruit(NAMES, { sort: up }))
      await seeOrder(kit, ['Figs', 'Pears', 'Plums', 'Kiwis'])
    },
  },
  {
    id: 'select-rows',
    title: 'selected rows are sent by their keys, and a key that left with its row does not come back with another',
    async verify(kit) {
      const table = (names: readonly string[]): UINode =>
        fruit(names, { select: 'many', onSelect: { handler: 'select' } })
      kit.showTree(table(NAMES))
      await kit.seeText('Plums')
      await kit.view.select('Figs')
      await kit.view.select('Pears')
      await expect.poll(() => eventsOf(kit, 'select').at(-1)).toEqual({ type: 'select', keys: ['Figs', 'Pears'] })
      kit.showTree(table(['Pears', 'Plums']))
      await expect.poll(() => kit.view.text()).not.toContain('Figs')
      kit.showTree(table(NAMES))
      await kit.seeText('Figs')
      await kit.view.select('Plums')
      await expect.poll(() => eventsOf(kit, 'select').at(-1)).toEqual({ type: 'select', keys: ['Pears', 'Plums'] })
    },
  },
  {
    id: 'select-plan',
    title: 'a row that comes back is not selected by the word that selected the one before it',
    async verify(kit) {
      const table = (names: readonly string[]): UINode =>
        fruit(names, { select: 'many', selected: ['Figs'], onSelect: { handler: 'select' } })
      kit.showTree(table(NAMES))
      await kit.seeText('Figs')
      kit.showTree(table(['Pears', 'Plums']))
      await expect.poll(() => kit.view.text()).not.toContain('Figs')
      kit.showTree(table(NAMES))
      await kit.seeText('Figs')
      await kit.view.select('Plums')
      await expect.poll(() => eventsOf(kit, 'select')).toEqual([{ type: 'select', keys: ['Plums'] }])
    },
  },
  {
    id: 'select-one-row',
    title: 'where one row can be selected, another takes its place',
    async verify(kit) {
      kit.showTree(fruit(NAMES, { select: 'one', onSelect: { handler: 'select' } }))
      await kit.seeText('Plums')
      for (const name of ['Figs', 'Plums']) await kit.view.select(name)
      await expect
        .poll(() => eventsOf(kit, 'select'))
        .toEqual([
          { type: 'select', keys: ['Figs'] },
          { type: 'select', keys: ['Plums'] },
        ])
    },
  },
]
