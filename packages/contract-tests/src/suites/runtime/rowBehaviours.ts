import type { JsonValue, UINode } from '@plugboard/contracts'
import { expect } from 'vitest'

import { pluginWith } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, type RunningGuest } from './runtimeKit.ts'

interface Item {
  readonly id: string
  readonly label: string
}

const ROW = "(item) => ui.row([ui.text(item.label), item.id === view.pluginState.selected && ui.badge('selected')])"
const MEMO = "{ key: 'id', memo: (item) => [item, item.id === view.pluginState.selected] }"

const PLACES: Readonly<Record<string, string>> = {
  children: `return ui.column([ui.heading('Rows'), ui.each(view.pluginState.items, ${ROW}, ${MEMO}), 'end'])`,
  'the only children': `return ui.column(ui.each(view.pluginState.items, ${ROW}, ${MEMO}))`,
  'items of a list': `return ui.list('Rows', ui.each(view.pluginState.items, (item) => ({
    content: [item.label, item.id === view.pluginState.selected && ui.badge('selected')], onPress: 'pick' }), ${MEMO}))`,
  'rows of a table': `return ui.table({ caption: 'Rows', columns: [{ id: 'label', header: 'Label' }],
    rows: ui.each(view.pluginState.items, (item) => ({ onPress: { handler: 'pick', args: item.id },
      cells: { label: item.id === view.pluginState.selected ? { node: ui.badge(item.label) } : item.label } }), ${MEMO}) })`,
  'lists in lists': `return ui.column(ui.each(view.pluginState.items, (item) => ui.panel(
    ui.each([...item.label], (letter) => letter === '-' ? null : ui.text(letter), { key: (letter, at) => letter + at, memo: (letter) => [letter] })),
    ${MEMO}))`,
  'a part of the rows': `const rows = ui.each(view.pluginState.items, ${ROW}, ${MEMO})
    return ui.column([ui.text(rows.length + ' rows'), rows.slice(0, 2), ui.row([...rows.slice(2)])])`,
  'a part of the rows, now and then': `const rows = ui.each(view.pluginState.items, ${ROW}, ${MEMO})
    return ui.column(view.pluginState.selected === 'b' ? rows.slice(0, 2) : rows)`,
  'rows of which some are nothing': `const rows = ui.each(view.pluginState.items, (item) => (item.id === 'a' ? null : ui.text(item.label)), ${MEMO})
    return ui.column([ui.text(rows.length + ' rows'), view.pluginState.selected === '' ? rows : rows.slice(0, 1)])`,
  'a list that could not be drawn once': `const list = (name) => {
      try {
        return ui.list(name, ui.each(view.pluginState.items, (item) => ({ content: item.label }), { key: 'id',
          memo: (item) => { if (name === view.pluginState.selected && item.id === 'b') throw new Error('no'); return [item] } }))
      } catch { return ui.text('no ' + name) }
    }
    return ui.column([list('a'), list('b')])`,
  'rows in another order each time': `return ui.column([...ui.each(view.pluginState.items, ${ROW}, ${MEMO})].reverse())`,
  'rows of their items, with a mark': `return ui.list('Rows', ui.each(view.pluginState.items, (item, at, isMarked) => ({
    content: [item.label, isMarked && ui.badge('selected')] }), { key: 'id', memo: true, marked: [view.pluginState.selected] }))`,
  'rows that stand twice': `const rows = ui.each(view.pluginState.items, ${ROW}, ${MEMO})
    return ui.column([ui.row(rows), ui.row(rows)])`,
}

const CARD = `const card = ui.block((slot) => ui.row([ui.text(slot('label'), { tone: slot('tone') }), slot('mark'), ui.button('x', { onPress: { handler: 'pick', args: { id: slot('id') } } })]))
const line = ui.block((slot) => ({ content: [slot('label'), ui.badge('b', { tone: slot('tone') })], onPress: { handler: 'pick', args: slot('id') } }))
const cells = ui.block((slot) => ({ cells: { label: slot('label'), mark: { node: ui.badge(slot('id')) } }, onPress: slot('press') }))
const valuesOf = (item, selected) => ({ ...item, tone: item.id === selected ? 'accent' : undefined, mark: item.id === selected && ui.badge('selected'), press: 'pick' })`

const blockPlaces = (memo: string): Readonly<Record<string, string>> => ({
  children: `return ui.column([card({ label: 1 }), ui.each(view.pluginState.items, (item) => card(valuesOf(item, view.pluginState.selected)), ${memo})])`,
  'items of a list': `return ui.list('Rows', ui.each(view.pluginState.items, (item) => line(valuesOf(item, view.pluginState.selected)), ${memo}))`,
  'rows of a table': `return ui.table({ caption: 'Rows', columns: [{ id: 'label', header: 'Label' }, { id: 'mark', header: 'Mark' }],
    rows: ui.each(view.pluginState.items, (item) => cells(valuesOf(item, view.pluginState.selected)), ${memo}) })`,
  'a cell': `return ui.table({ caption: 'Rows', columns: [{ id: 'a', header: 'A' }],
    rows: ui.each(view.pluginState.items, (item) => ({ cells: { a: { node: card(valuesOf(item)) } } }), ${memo}) })`,
  'the whole tree': 'return card(valuesOf({ id: view.pluginState.items.length, label: view.pluginState.selected }))',
  'a block in a block': `return ui.column([card({ id: 1, label: 'outer', mark: view.pluginState.items.map((item) => card(valuesOf(item, item.id))) })])`,
  'a part of the rows': `return ui.column(ui.each(view.pluginState.items, (item) => card(valuesOf(item)), ${memo}).slice(1))`,
})

const item = (id: string): Item => ({ id, label: `label-${id}` })
const [a, b, c, d] = [item('a'), item('b'), item('c'), item('d')]

const STEPS: readonly { readonly items: readonly Item[]; readonly selected: string }[] = [
  { items: [a, b, c], selected: '' },
  { items: [a, b, c], selected: '' },
  { items: [a, b, c], selected: 'b' },
  { items: [c, a, b], selected: 'b' },
  { items: [c, { id: 'a', label: 'other-a' }, b, d], selected: 'b' },
  { items: [], selected: 'b' },
  { items: [d, c, b, a], selected: 'c' },
  { items: [d, d, a], selected: '' },
  { items: [a, b, c], selected: '' },
]

/** A VM of its own for each picture to compare with, but not a worker of its own, which costs a hundred times as much. */
const BESIDE = { trusted: true }

async function draw(guest: RunningGuest, state: object): Promise<{ tree: UINode; issues: readonly unknown[] }> {
  // Items of text.
  const { tree, issues } = await guest.render({ pluginState: state as JsonValue })
  return { tree, issues }
}

/** `ui.each`: with a `memo` rows may be kept, and nobody can tell. */
export const rowBehaviours: readonly RuntimeBehaviour[] = [
  ...Object.entries(PLACES).map(([place, render]): RuntimeBehaviour => ({
    id: `rows-memo/${place.replaceAll(' ', '-')}`,
    title: `ui.each with a memo draws what it draws without one: ${place}`,
    async verify({ load }) {
      const handlers = 'pick() {}'
      const kept = await load(pluginWith({ render, handlers }))
      for (const step of STEPS) {
        const fresh = await load(
          pluginWith({ render: render.replaceAll(/, memo: \(.*?\) => \[.*?\]/g, ''), handlers }),
          BESIDE,
        )
        expect(await draw(kept, step)).toEqual(await draw(fresh, step))
      }
    },
  })),
  ...[MEMO, "{ key: 'id' }"].flatMap((memo) =>
    Object.entries(blockPlaces(memo)).map(([place, render]): RuntimeBehaviour => ({
      id: `blocks-${memo === MEMO ? 'memo' : 'plain'}/${place.replaceAll(' ', '-')}`,
      title: `ui.block draws what its template draws with the values, ${memo === MEMO ? 'with' : 'without'} a memo: ${place}`,
      async verify({ load }) {
        const handlers = 'pick() {}'
        const blocks = await load(pluginWith({ before: CARD, render, handlers }))
        for (const step of STEPS) {
          const plain = CARD.replaceAll('ui.block(', '((template) => (values) => template((name) => values[name]))(')
          const fresh = await load(
            pluginWith({ before: plain, render: render.replaceAll(/, memo: \(.*?\) => \[.*?\]/g, ''), handlers }),
            BESIDE,
          )
          expect(await draw(blocks, step)).toEqual(await draw(fresh, step))
        }
      },
    })),
  ),
  {
    id: 'blocks-invalid',
    title: 'values of a block that are not valid are reported where they are, and only those',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          before: "const badge = ui.block((slot) => ui.badge(slot('text'), { tone: slot('tone') }));",
          render: 'return ui.column(ui.each(view.pluginState, badge, { key: (values, at) => at }))',
        }),
      )
      const tones = ['neutral', 'red', 'accent', 7, null, 'critical']
      const { tree, issues } = await guest.render({ pluginState: tones.map((tone) => ({ text: 'x', tone })) })
      expect(tree.kind === 'column' && tree.children.map(({ kind }) => kind)).toEqual([
        'badge',
        'invalid-node',
        'badge',
        'invalid-node',
        'invalid-node',
        'badge',
      ])
      expect(issues.map(({ path }) => path)).toEqual([1, 3, 4].map((at) => `root.children[${at}].tone`))
      const long = await guest.render({ pluginState: [{ text: 'x'.repeat(61) }, { text: 5 }] })
      expect(long.issues).toMatchObject([{ path: 'root.children[0].text' }])
    },
  },
  {
    id: 'blocks-limits',
    title: 'nodes of blocks count against the limits of a tree',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          before: `const card = ui.block((slot) => ui.row([ui.text(slot('text')), ui.text('${'y'.repeat(50)}')]));`,
          render: 'return ui.column(ui.each(view.pluginState, (text) => card({ text }), { key: (text, at) => at }))',
        }),
        { limits: { treeNodes: 13, bytesOut: 1_000 } },
      )
      expect((await guest.render({ pluginState: ['a', 'b', 'c', 'd'] })).issues).toEqual([])
      await expectCode(guest.render({ pluginState: ['a', 'b', 'c', 'd', 'e'] }), 'INVALID_TREE')
      await expectCode(guest.render({ pluginState: ['a', 'b', 'c', 'x'.repeat(700)] }), 'INVALID_TREE')
      expect((await guest.render({ pluginState: ['a', 'b', 'c', 'd'] })).issues).toEqual([])
    },
  },
  {
    id: 'rows-same-objects',
    title: 'rows that did not change are the same objects, wherever they stand now',
    async verify({ load }) {
      const guest = await load(pluginWith({ render: PLACES['the only children'] ?? '' }))
      const childrenOf = async (list: readonly Item[]): Promise<readonly UINode[]> => {
        const { tree } = await draw(guest, { items: list, selected: 'b' })
        return tree.kind === 'column' ? tree.children : []
      }
      const first = await childrenOf([a, b, c])
      const second = await childrenOf([c, { id: 'a', label: 'other' }, b])
      expect(second[0]).toBe(first[2])
      expect(second[1]).not.toEqual(first[0])
      expect(second[2]).toBe(first[1])
      expect(await childrenOf([c, { id: 'a', label: 'other' }, b])).toBe(second)
    },
  },
  {
    id: 'rows-after-failure',
    title: 'after a render that failed the rows are all there',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          render: `const rows = ui.each(view.pluginState.items, ${ROW}, ${MEMO})
    if (view.pluginState.fail === 'throw') throw new Error('on purpose')
    if (view.pluginState.fail === 'nothing') return null
    return ui.column(rows)`,
        }),
      )
      const expected = (await draw(guest, { items: [a, b], selected: '' })).tree
      for (const [fail, code] of [
        ['throw', 'PLUGIN_THREW'],
        ['nothing', 'INVALID_TREE'],
      ] as const) {
        await expectCode(draw(guest, { items: [a, c, d], selected: 'c', fail }), code)
        const { tree } = await draw(guest, { items: [a, c, b], selected: '' })
        expect(tree).toMatchObject({
          children: [{ key: 'a' }, { key: 'c', children: [{ text: 'label-c' }] }, { key: 'b' }],
        })
        expect((await draw(guest, { items: [a, b], selected: '' })).tree).toEqual(expected)
      }
    },
  },
  {
    id: 'rows-invalid',
    title: 'a row that is not valid is reported in every render, also where its memo holds',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          render: `return ui.column(ui.each(view.pluginState.items, (item) => item.id === 'b' ? { kind: 'marquee' } : ui.text(item.label),
      { key: 'id', memo: (item) => [item] }))`,
        }),
      )
      for (const list of [
        [a, b, c],
        [a, b, c],
        [c, a, b],
      ]) {
        const { tree, issues } = await draw(guest, { items: list })
        const at = list.findIndex(({ id }) => id === 'b')
        expect(issues).toMatchObject([{ code: 'unknown-kind', path: `root.children[${at}]` }])
        expect(tree.kind === 'column' && tree.children[at]).toMatchObject({ kind: 'invalid-node', key: 'b' })
      }
    },
  },
  {
    id: 'rows-limits',
    title: 'rows that are kept count against the limits of a tree',
    async verify({ load }) {
      const guest = await load(
        pluginWith({
          render: `let node = ui.column([ui.each(view.pluginState.items, (item) => ui.row([item.label]), { key: 'id', memo: (item) => [item] }), view.pluginState.more && ui.divider()])
    for (let level = 0; level < (view.pluginState.deep || 0); level += 1) node = ui.panel(node)
    return node`,
        }),
        { limits: { treeNodes: 9, treeDepth: 5, bytesOut: 1_000 } },
      )
      await draw(guest, { items: [a, b, c] })
      expect((await draw(guest, { items: [a, b, c, d] })).issues).toEqual([])
      await expectCode(draw(guest, { items: [a, b, c, d], more: true }), 'INVALID_TREE')
      await draw(guest, { items: [a, b], deep: 2 })
      await expectCode(draw(guest, { items: [a, b], deep: 3 }), 'INVALID_TREE')
      const long = (id: string): Item => ({ id, label: 'x'.repeat(220) })
      await draw(guest, { items: [long('a'), long('b')] })
      const [l1, l2] = [long('a'), long('b')]
      await expectCode(draw(guest, { items: [l1, l2, long('c'), long('d')] }), 'INVALID_TREE')
      expect((await draw(guest, { items: [l1, l2] })).issues).toEqual([])
    },
  },
  {
    id: 'rows-misuse',
    title: 'ui.each without a list, a function or a key is the plugin’s own error',
    async verify({ load }) {
      for (const call of [
        "ui.each('text', () => ui.divider(), { key: 'id' })",
        "ui.each([1], 'text', { key: 'id' })",
        'ui.each([1], () => ui.divider())',
        "ui.each([{}], () => ui.divider(), { key: 'id' })",
      ]) {
        const guest = await load(pluginWith({ render: `return ui.column(${call})` }))
        await expectCode(guest.render(), 'PLUGIN_THREW')
      }
    },
  },
]
