import '../src/styles.css'

import type { ListNode, TableNode, UINode } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'

import { createFakeClock } from './fakeClock.ts'
import { find, widgetOf } from './widgetOf.tsx'

type Item = ListNode['items'][number]

const words = (index: number): string => `Item ${index}`

function listOf(
  count: number,
  item: (index: number) => Partial<Item> = () => ({}),
  props: Partial<ListNode> = {},
): UINode {
  return {
    kind: 'list',
    label: 'Many',
    items: Array.from({ length: count }, (_, index) => ({
      key: `k${index}`,
      content: [{ kind: 'text' as const, text: words(index) }],
      ...item(index),
    })),
    ...props,
  }
}

function tableOf(count: number, props: Partial<TableNode> = {}): TableNode {
  return {
    kind: 'table',
    caption: 'Many',
    columns: [
      { id: 'name', header: 'Name', rowHeader: true },
      { id: 'size', header: 'Size', align: 'end' },
    ],
    rows: Array.from({ length: count }, (_, index) => ({
      key: `k${index}`,
      cells: { name: words(index), size: index },
    })),
    ...props,
  }
}

const pressable = (): Partial<Item> => ({ onPress: { handler: 'open' } })

const drawn = (box: HTMLElement): readonly HTMLElement[] => [...box.querySelectorAll<HTMLElement>('[data-place]')]
const places = (box: HTMLElement): readonly number[] => drawn(box).map((row) => Number(row.dataset['place']))
const rowAt = (box: HTMLElement, place: number): HTMLElement => find(box, `[data-place="${place}"]`)

/** The places of the rows that a person sees. */
function seen(box: HTMLElement): readonly number[] {
  const scroller = find(box, '[data-virtual="true"]').getBoundingClientRect()
  return drawn(box)
    .filter((row) => {
      const { bottom, top } = row.getBoundingClientRect()
      return bottom > scroller.top + 1 && top < scroller.bottom - 1
    })
    .map((row) => Number(row.dataset['place']))
}

/** Goes to the first stop of the widget, from in front of it. */
async function tabInto(box: HTMLElement): Promise<void> {
  const before = document.createElement('button')
  box.before(before)
  before.focus()
  await userEvent.tab()
  before.remove()
}

const kinds = [
  ['a list', (count: number) => listOf(count), '.pui-list', 'li.pui-item'],
  ['a table', (count: number) => tableOf(count), '.pui-table-scroll', 'tbody tr:not(.pui-space)'],
] as const

describe.each(kinds)('%s of many rows', (_name, make, scrollerOf, rowOf) => {
  test('draws those in view, and others where it is scrolled', async () => {
    const { box } = await widgetOf(make(10_000))
    expect(box.querySelectorAll(rowOf).length).toBeLessThan(80)
    const scroller = find(box, scrollerOf)
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => seen(box).at(-1)).toBe(9_999)
    scroller.scrollTop = scroller.scrollHeight / 2
    await expect.poll(() => Math.abs((seen(box)[0] ?? 0) - 5_000)).toBeLessThan(40)
    expect(box.querySelectorAll(rowOf).length).toBeLessThan(80)
    scroller.scrollTop = 0
    await expect.poll(() => seen(box)[0]).toBe(0)
  })

  test('shows no gap wherever it is scrolled to', async () => {
    const { box } = await widgetOf(make(1_000))
    const scroller = find(box, scrollerOf)
    for (let top = 0; top < 6_000; top += 700) {
      scroller.scrollTop = top
      await expect
        .poll(() => {
          const shown = seen(box)
          const edges = scroller.getBoundingClientRect()
          const last = rowAt(box, shown.at(-1) ?? -1).getBoundingClientRect()
          return [shown.every((place, index) => place === (shown[0] ?? 0) + index), last.bottom >= edges.bottom - 8]
        })
        .toEqual([true, true])
    }
  })

  test('draws all of them up to a hundred', async () => {
    const { box, showTree } = await widgetOf(make(100))
    expect(box.querySelectorAll(rowOf)).toHaveLength(100)
    const first = find(box, rowOf)
    showTree(make(101))
    await expect.poll(() => box.querySelectorAll(rowOf).length).toBeLessThan(80)
    expect(find(box, rowOf)).toBe(first)
  })

  test('draws all where the plugin says so, and few where it says so', async () => {
    const { box, showTree } = await widgetOf({ ...make(300), virtual: false } as UINode)
    expect(box.querySelectorAll(rowOf)).toHaveLength(300)
    showTree({ ...make(60), virtual: true } as UINode)
    await expect.poll(() => box.querySelectorAll(rowOf).length).toBeLessThan(50)
  })

  test('goes on when there are suddenly fewer, or none', async () => {
    const { box, showTree } = await widgetOf(make(5_000))
    const scroller = find(box, scrollerOf)
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => seen(box).at(-1)).toBe(4_999)
    showTree(make(150))
    await expect.poll(() => seen(box).at(-1)).toBe(149)
    showTree(make(0))
    await expect.poll(() => drawn(box)).toEqual([])
    showTree(make(200))
    await expect.poll(() => seen(box).length).toBeGreaterThan(3)
  })
})

test('items say where they stand among all', async () => {
  const { box } = await widgetOf(listOf(500))
  expect(rowAt(box, 3).getAttribute('aria-posinset')).toBe('4')
  expect(rowAt(box, 3).getAttribute('aria-setsize')).toBe('500')
})

test('rows of a table say where they stand among all, the header first', async () => {
  const { box } = await widgetOf(tableOf(500))
  expect(find(box, 'table').getAttribute('aria-rowcount')).toBe('501')
  expect(find(box, 'thead tr').getAttribute('aria-rowindex')).toBe('1')
  expect(rowAt(box, 3).getAttribute('aria-rowindex')).toBe('5')
})

test('a virtual list that nobody can press is a stop of the Tab key, by its name', async () => {
  const { screen } = await widgetOf(listOf(500))
  await expect.element(screen.getByRole('list', { name: 'Many' })).toHaveAttribute('tabindex', '0')
})

test('rows of different heights stay where they are when those above them are measured', async () => {
  const { box } = await widgetOf(
    listOf(2_000, (index) => ({ content: [{ kind: 'text', text: 'word '.repeat(1 + ((index * 37) % 90)) }] })),
  )
  const scroller = find(box, '.pui-list')
  scroller.scrollTop = 20_000
  await expect.poll(() => (seen(box)[0] ?? 0) > 50).toBe(true)
  await expect.poll(() => seen(box).length).toBeGreaterThan(0)
  const tops = new Set<number>()
  // Upwards, where rows come into view whose height nobody knew. A row is looked at again after the next steps: the
  // browser has scrolled at once, and the rows above it are measured in its own time.
  for (let leg = 0; leg < 15; leg += 1) {
    const [first = 0] = seen(box)
    tops.add(first)
    const before = rowAt(box, first).getBoundingClientRect().top
    for (let step = 1; step <= 4; step += 1) {
      const drawnBefore = places(box)[0]
      scroller.scrollTop -= 60
      if ((seen(box)[0] ?? 0) - (drawnBefore ?? 0) < 2) await expect.poll(() => places(box)[0]).not.toBe(drawnBefore)
      expect(Math.abs(rowAt(box, first).getBoundingClientRect().top - before - 60 * step)).toBeLessThan(2)
    }
  }
  expect(tops.size).toBeGreaterThan(5)
})

test('the row with the focus stays, with what is written in it, wherever the list is scrolled to', async () => {
  const { box } = await widgetOf(
    listOf(3_000, (index) => ({ content: [{ kind: 'input', name: `n${index}`, label: words(index) }] })),
  )
  const input = find(rowAt(box, 2), 'input')
  await userEvent.click(input)
  await userEvent.keyboard('abc')
  const scroller = find(box, '.pui-list')
  scroller.scrollTop = scroller.scrollHeight
  await expect.poll(() => seen(box).at(-1)).toBe(2_999)
  expect(document.activeElement).toBe(input)
  expect(places(box).slice(0, 2)[0]).toBe(2)
  await userEvent.keyboard('d')
  expect(input).toHaveValue('abcd')
  scroller.scrollTop = 40_000
  await expect.poll(() => seen(box).includes(2_999)).toBe(false)
  expect(document.activeElement).toBe(input)
  input.blur()
  await expect.poll(() => places(box).includes(2)).toBe(false)
})

describe('pressable rows that are not all drawn', () => {
  const pressableTable = tableOf(2_000, {
    rows: tableOf(2_000).rows.map((row) => ({ ...row, onPress: { handler: 'open' } })),
  })

  test.each([
    ['a list', listOf(2_000, pressable)],
    ['a table', pressableTable],
  ])('of %s are one stop of the Tab key, and are reached by keys', async (_name, tree) => {
    const { box } = await widgetOf(tree)
    const focused = (): number => Number(document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'])
    await tabInto(box)
    expect(focused()).toBe(0)
    expect(box.querySelectorAll('[data-press][tabindex="0"]')).toHaveLength(1)
    await userEvent.keyboard('{End}')
    expect(focused()).toBe(1_999)
    expect(seen(box)).toContain(1_999)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(focused()).toBe(1_997)
    await userEvent.keyboard('{Home}')
    expect(focused()).toBe(0)
    for (let step = 0; step < 40; step += 1) await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe(40)
    expect(seen(box)).toContain(40)
    await userEvent.keyboard('{PageDown}')
    expect(focused()).toBeGreaterThan(44)
    expect(focused()).toBeLessThan(80)
    await userEvent.keyboard('{PageUp}')
    expect(focused()).toBe(40)
    expect(box.querySelectorAll('[data-press][tabindex="0"]')).toHaveLength(1)
    await userEvent.tab()
    expect(box.contains(document.activeElement)).toBe(false)
  })

  test('are found by the letters that they begin with', async () => {
    const clock = createFakeClock()
    const names = ['Apple', 'Banana', 'Bean', 'Cherry']
    const { box } = await widgetOf(
      listOf(1_000, (index) => ({
        ...pressable(),
        content: [{ kind: 'text', text: index === 900 ? 'Zucchini' : (names[index % 4] ?? '') }],
      })),
      { provider: { clock } },
    )
    const focused = (): number => Number(document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'])
    await tabInto(box)
    await userEvent.keyboard('be')
    expect(focused()).toBe(2)
    clock.advance(500)
    await userEvent.keyboard('z')
    expect(focused()).toBe(900)
    expect(seen(box)).toContain(900)
    clock.advance(500)
    await userEvent.keyboard('bb')
    expect(focused()).toBe(902)
  })

  test('hand the focus to the row in their place when they are taken away, and to nobody else', async () => {
    const { box, showTree } = await widgetOf(listOf(300, pressable))
    await tabInto(box)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    const { items } = listOf(300, pressable) as ListNode
    showTree({ ...(listOf(0) as ListNode), items: items.filter(({ key }) => key !== 'k2') })
    await expect.poll(() => document.activeElement?.closest<HTMLElement>('[data-place]')?.textContent).toBe('Item 3')
    const outside = box.ownerDocument.body.appendChild(document.createElement('button'))
    outside.focus()
    showTree(listOf(1, pressable))
    await expect.poll(() => drawn(box).length + box.querySelectorAll('.pui-item').length).toBe(1)
    expect(document.activeElement).toBe(outside)
    outside.remove()
  })
})

test('rows that did not change are not drawn again by what happens to others', async () => {
  const reads: number[] = []
  const rows = tableOf(300).rows.map(({ cells, ...row }, index) => ({
    ...row,
    onPress: { handler: 'open' },
    get cells() {
      reads.push(index)
      return cells
    },
  }))
  const tree = tableOf(300, { rows, select: 'many' })
  const { box, screen, showTree } = await widgetOf(tree)
  const settled = async (): Promise<void> => {
    await expect.poll(() => seen(box).length).toBeGreaterThan(3)
    reads.length = 0
  }
  await settled()
  await screen.getByRole('checkbox', { name: 'Select Item 2', exact: true }).click()
  expect(new Set(reads)).toEqual(new Set([2]))
  await settled()
  find(rowAt(box, 1), '[data-press]').focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(reads).toEqual([])
  const drawnBefore = new Set(places(box))
  find(box, '.pui-table-scroll').scrollTop = 400
  await expect.poll(() => places(box).some((place) => !drawnBefore.has(place))).toBe(true)
  expect(reads.filter((index) => drawnBefore.has(index))).toEqual([])
  await settled()
  const changed = rows.map((row, index) =>
    index === 15 ? { ...tableOf(16).rows[15], key: 'k15', cells: { name: 'New' } } : row,
  )
  showTree({ ...tree, rows: changed })
  await expect.poll(() => rowAt(box, 15).textContent).toContain('New')
  // React's own tools look at what the changed row was before.
  expect(reads.filter((index) => index !== 15)).toEqual([])
})

describe('hostile rows', () => {
  test('with the same keys are all drawn in their places', async () => {
    const { box } = await widgetOf(listOf(400, () => ({ key: 'same', ...pressable() })))
    await tabInto(box)
    await userEvent.keyboard('{End}')
    expect(document.activeElement?.closest('[data-place]')?.textContent).toBe('Item 399')
    expect(new Set(places(box)).size).toBe(places(box).length)
  })

  test('of two thousand letters each are measured one by one', async () => {
    const { box } = await widgetOf(
      tableOf(10_000, {
        rows: Array.from({ length: 10_000 }, (_, index) => ({
          key: `k${index}`,
          cells: { name: `${index} ${'x'.repeat(1_990)}` },
        })),
      }),
    )
    expect(drawn(box).length).toBeLessThan(80)
    const scroller = find(box, '.pui-table-scroll')
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => seen(box).at(-1)).toBe(9_999)
  })

  test('that move away from under the focus keep it', async () => {
    const items = (listOf(500, pressable) as ListNode).items
    const { box, showTree } = await widgetOf(listOf(500, pressable))
    await tabInto(box)
    const button = document.activeElement
    for (let shift = 1; shift < 500; shift += 100) {
      showTree({ ...(listOf(0) as ListNode), items: [...items.slice(shift), ...items.slice(0, shift)] })
      await expect.poll(() => button?.closest<HTMLElement>('[data-place]')?.dataset['place']).toBe(`${500 - shift}`)
      expect(document.activeElement).toBe(button)
    }
    expect(box.querySelectorAll('[data-press][tabindex="0"]')).toHaveLength(1)
  })

  test('in a page without the style sheet are not all drawn', async () => {
    const { box } = await widgetOf(tableOf(10_000), { provider: { tokens: { 'virtual-height': 'none' } } })
    await expect.poll(() => drawn(box).length).toBeGreaterThan(100)
    expect(drawn(box).length).toBeLessThanOrEqual(400)
  })
})
