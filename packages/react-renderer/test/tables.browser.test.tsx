import '../src/styles.css'

import type { TableNode, UIEvent, UINode } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'

import { createFakeClock } from './fakeClock.ts'
import { type DrawnWidget, find, widgetOf } from './widgetOf.tsx'

const fruit: TableNode = {
  kind: 'table',
  caption: 'Fruit',
  columns: [
    { id: 'name', header: 'Name', rowHeader: true, sortable: true },
    { id: 'count', header: 'Count', align: 'end', sortable: true },
    { id: 'note', header: 'Note' },
  ],
  rows: [
    { key: 'p', cells: { name: 'Pear', count: 10 } },
    { key: 'a', cells: { name: 'apple', count: 9, note: 'red' } },
    { key: 'n', cells: { name: { node: { kind: 'badge', text: 'Nectarine' } }, count: null } },
    { key: 'b', cells: { name: 'Banana', count: 100 } },
  ],
}

const names = (box: HTMLElement): readonly string[] =>
  [...box.querySelectorAll('tbody th')].map(({ textContent }) => textContent ?? '')
const sortOf = (box: HTMLElement): readonly (string | null)[] =>
  [...box.querySelectorAll('thead th')].map((header) => header.getAttribute('aria-sort'))
const eventsOf = ({ source }: DrawnWidget): readonly UIEvent[] => source.emitted.map(({ event }) => event)

const GIVEN = ['Pear', 'apple', 'Nectarine', 'Banana']

describe('a sortable column', () => {
  test('is sorted up, down, and not at all, by its button', async () => {
    const drawn = await widgetOf(fruit)
    const { box, screen } = drawn
    const name = screen.getByRole('button', { name: 'Name' })
    expect(box.querySelectorAll('thead button')).toHaveLength(2)
    await name.click()
    expect(names(box)).toEqual(['apple', 'Banana', 'Nectarine', 'Pear'])
    expect(sortOf(box)).toEqual(['ascending', null, null])
    await name.click()
    expect(names(box)).toEqual(['Pear', 'Nectarine', 'Banana', 'apple'])
    expect(sortOf(box)).toEqual(['descending', null, null])
    await name.click()
    expect(names(box)).toEqual(GIVEN)
    expect(sortOf(box)).toEqual([null, null, null])
    await screen.getByRole('button', { name: 'Count' }).click()
    expect(names(box)).toEqual(['apple', 'Pear', 'Banana', 'Nectarine'])
    expect(eventsOf(drawn)).toEqual([])
  })

  test('keeps what the person chose while the rows change, and moves elements with their rows', async () => {
    const { box, screen, showTree } = await widgetOf(fruit)
    const pear = find(box, 'tbody tr')
    await screen.getByRole('button', { name: 'Name' }).click()
    showTree({ ...fruit, rows: [...fruit.rows, { key: 'c', cells: { name: 'Cherry', count: 1 } }] })
    await expect.poll(() => names(box)).toEqual(['apple', 'Banana', 'Cherry', 'Nectarine', 'Pear'])
    expect(box.querySelectorAll('tbody tr')[4]).toBe(pear)
  })

  test('is sorted as the plugin says only when it says something new', async () => {
    const sort = { column: 'name', dir: 'desc' } as const
    const { box, screen, showTree } = await widgetOf({ ...fruit, sort })
    expect(sortOf(box)).toEqual(['descending', null, null])
    await screen.getByRole('button', { name: 'Count' }).click()
    showTree({ ...fruit, sort: { ...sort }, empty: 'again' })
    await expect.poll(() => sortOf(box)).toEqual([null, 'ascending', null])
    showTree({ ...fruit, sort: { column: 'name', dir: 'asc' } })
    await expect.poll(() => sortOf(box)).toEqual(['ascending', null, null])
    showTree({ ...fruit, sort: { column: 'nobody', dir: 'asc' } })
    await expect.poll(() => names(box)).toEqual(GIVEN)
  })

  test('is sorted by the plugin where it listens, and only up and down', async () => {
    const drawn = await widgetOf({ ...fruit, onSort: { handler: 'sort', args: 1 } })
    const name = drawn.screen.getByRole('button', { name: 'Name' })
    for (let press = 0; press < 3; press += 1) await name.click()
    expect(names(drawn.box)).toEqual(GIVEN)
    expect(sortOf(drawn.box)).toEqual(['ascending', null, null])
    expect(eventsOf(drawn)).toEqual([
      { type: 'sort', column: 'name', dir: 'asc', args: 1 },
      { type: 'sort', column: 'name', dir: 'desc', args: 1 },
      { type: 'sort', column: 'name', dir: 'asc', args: 1 },
    ])
  })

  test('is none where only a part of the rows is here and the plugin does not sort', async () => {
    const { box } = await widgetOf({
      ...fruit,
      total: 50,
      onRange: { handler: 'range' },
      sort: { column: 'name', dir: 'asc' },
    })
    expect(box.querySelectorAll('thead button')).toHaveLength(0)
    expect(sortOf(box)).toEqual([null, null, null])
    expect(names(box)).toEqual(GIVEN)
  })
})

describe('rows that can be selected', () => {
  const many: TableNode = { ...fruit, select: 'many', onSelect: { handler: 'select' } }
  const checked = (box: HTMLElement): readonly string[] =>
    [...box.querySelectorAll<HTMLInputElement>('tbody input:checked')].map((input) => input.ariaLabel ?? '')
  const keysOf = (drawn: DrawnWidget): readonly unknown[] =>
    eventsOf(drawn).map((event) => (event.type === 'select' ? [...event.keys].toSorted() : event))

  test('are selected by boxes that say which row they are of', async () => {
    const drawn = await widgetOf(many)
    const { box, screen } = drawn
    await screen.getByRole('checkbox', { name: 'Select Pear' }).click()
    await screen.getByRole('checkbox', { name: 'Select Nectarine' }).click()
    await screen.getByRole('checkbox', { name: 'Select Pear' }).click()
    expect(checked(box)).toEqual(['Select Nectarine'])
    expect(keysOf(drawn)).toEqual([['p'], ['n', 'p'], ['n']])
    expect(find(box, 'tr[data-selected="true"]').textContent).toContain('Nectarine')
  })

  test('are selected from one to another with the Shift key, as they are shown', async () => {
    const drawn = await widgetOf({ ...many, sort: { column: 'name', dir: 'asc' } })
    const { box, screen } = drawn
    await screen.getByRole('checkbox', { name: 'Select Banana' }).click()
    await screen.getByRole('checkbox', { name: 'Select Pear' }).click({ modifiers: ['Shift'] })
    expect(checked(box)).toEqual(['Select Banana', 'Select Nectarine', 'Select Pear'])
    await screen.getByRole('checkbox', { name: 'Select Nectarine' }).click({ modifiers: ['Shift'] })
    expect(checked(box)).toEqual(['Select Banana'])
    expect(keysOf(drawn)).toEqual([['b'], ['b', 'n', 'p'], ['b']])
  })

  test('are selected and not pressed, where they can be pressed too', async () => {
    const rows = fruit.rows.map((row) => ({ ...row, onPress: { handler: 'open' } }))
    const drawn = await widgetOf({ ...many, rows })
    await drawn.screen.getByRole('checkbox', { name: 'Select Banana' }).click({ timeout: 5_000 })
    await drawn.screen.getByRole('button', { name: 'Banana' }).click({ timeout: 5_000 })
    expect(eventsOf(drawn)).toEqual([
      { type: 'select', keys: ['b'] },
      { type: 'press', key: 'b' },
    ])
  })

  test('are selected all together, also those that are not drawn', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => ({ key: `k${index}`, cells: { name: `Row ${index}` } }))
    const drawn = await widgetOf({ ...many, rows })
    const all = drawn.screen.getByRole('checkbox', { name: 'Select all rows' })
    await drawn.screen.getByRole('checkbox', { name: 'Select Row 3', exact: true }).click()
    await expect.element(all).toBePartiallyChecked()
    await all.click()
    await expect.element(all).toBeChecked()
    const event = eventsOf(drawn).at(-1)
    expect(event?.type === 'select' ? event.keys : []).toHaveLength(2_000)
    await all.click()
    expect(eventsOf(drawn).at(-1)).toEqual({ type: 'select', keys: [] })
    const scroller = find(drawn.box, '.pui-table-scroll')
    await drawn.screen.getByRole('checkbox', { name: 'Select Row 3', exact: true }).click()
    scroller.scrollTop = scroller.scrollHeight
    await drawn.screen.getByRole('checkbox', { name: 'Select Row 1999' }).click({ modifiers: ['Shift'] })
    const range = eventsOf(drawn).at(-1)
    expect(range?.type === 'select' ? range.keys : []).toHaveLength(1_997)
  })

  test('are selected as the plugin says only when it says something new, and never when they are gone', async () => {
    const drawn = await widgetOf({ ...many, selected: ['p', 'gone', 'p'] })
    const { box, screen, showTree } = drawn
    expect(checked(box)).toEqual(['Select Pear'])
    await screen.getByRole('checkbox', { name: 'Select apple' }).click()
    showTree({ ...many, selected: ['p', 'gone', 'p'], rows: fruit.rows.filter(({ key }) => key !== 'p') })
    await expect.poll(() => checked(box)).toEqual(['Select apple'])
    showTree({ ...many, selected: ['p', 'gone', 'p'] })
    await expect.poll(() => names(box)).toEqual(GIVEN)
    expect(checked(box)).toEqual(['Select apple'])
    showTree({ ...many, selected: ['b', 'n'] })
    await expect.poll(() => checked(box)).toEqual(['Select Nectarine', 'Select Banana'])
    expect(keysOf(drawn)).toEqual([['a', 'p']])
  })

  test('one at a time are radio buttons of the table alone', async () => {
    const two: TableNode = { ...many, select: 'one', selected: ['a', 'b'] }
    const drawn = await widgetOf({ kind: 'column', children: [two, { ...two, selected: ['n'] }] })
    const { box } = drawn
    const radios = [...box.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
    expect(radios.map((radio) => radio.checked)).toEqual([false, true, false, false, false, false, true, false])
    radios[1]?.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(radios.map((radio) => radio.checked)).toEqual([false, false, true, false, false, false, true, false])
    expect(keysOf(drawn)).toEqual([['n']])
  })

  test('belong to no form of the host', async () => {
    let sent = 0
    const { screen, box } = await widgetOf(many, {
      wrap: (widget) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            sent += 1
          }}
        >
          {widget}
          <button>Send</button>
        </form>
      ),
    })
    await screen.getByRole('checkbox', { name: 'Select Pear' }).click()
    await userEvent.keyboard('{Enter}')
    expect(sent).toBe(0)
    expect([...box.querySelectorAll('input')].every(({ form }) => form === null)).toBe(true)
  })

  test('keep their selection where only a part of the rows is here', async () => {
    const part: TableNode = { ...many, total: 1_000, onRange: { handler: 'range' } }
    const drawn = await widgetOf(part, { provider: { clock: createFakeClock() } })
    const { screen, showTree } = drawn
    await screen.getByRole('checkbox', { name: 'Select Pear' }).click()
    showTree({ ...part, offset: 4, rows: [{ key: 'z', cells: { name: 'Zucchini' } }] })
    await screen.getByRole('checkbox', { name: 'Select the 1 rows loaded so far' }).click()
    expect(keysOf(drawn)).toEqual([['p'], ['p', 'z']])
  })
})

describe('a table of which a part is here', () => {
  const rowsFrom = (start: number, end: number): TableNode['rows'] =>
    Array.from({ length: end - start }, (_, index) => ({
      key: `k${start + index}`,
      cells: { name: `Row ${start + index}`, count: start + index },
    }))
  const part = (total: number, offset: number, end: number): TableNode => ({
    ...fruit,
    rows: rowsFrom(offset, end),
    total,
    offset,
    onRange: { handler: 'range' },
  })
  const seenRows = (box: HTMLElement): readonly HTMLElement[] => {
    const edges = find(box, '.pui-table-scroll').getBoundingClientRect()
    return [...box.querySelectorAll<HTMLElement>('[data-place]')].filter((row) => {
      const { bottom, top } = row.getBoundingClientRect()
      return bottom > edges.top + 1 && top < edges.bottom - 1
    })
  }
  const rangesOf = (drawn: DrawnWidget): readonly UIEvent[] => eventsOf(drawn).filter(({ type }) => type === 'range')

  test('asks once for what is seen, when the view is still, and not again for an answer that holds no more', async () => {
    const clock = createFakeClock()
    const drawn = await widgetOf(part(1_000, 0, 0), { provider: { clock } })
    const { box, showTree } = drawn
    await expect.poll(() => box.querySelectorAll('.pui-skeleton').length).toBeGreaterThan(5)
    expect(find(box, 'table').getAttribute('aria-busy')).toBe('true')
    expect(find(box, '.pui-skeleton').getAttribute('aria-hidden')).toBe('true')
    expect(find(box, '.pui-skeleton').getAttribute('aria-rowindex')).toBe('2')
    clock.advance(149)
    expect(rangesOf(drawn)).toEqual([])
    clock.advance(1)
    const [asked] = rangesOf(drawn)
    if (asked?.type !== 'range') throw new Error('Nothing was asked.')
    expect(asked.start).toBe(0)
    showTree({ ...part(1_000, 0, 0), caption: 'Wait' })
    await expect.poll(() => find(box, '.pui-caption').textContent).toBe('Wait')
    clock.advance(1_000)
    expect(rangesOf(drawn)).toHaveLength(1)
    // There and back before the view was still.
    const scroller = find(box, '.pui-table-scroll')
    for (const top of [5_000, 0]) {
      scroller.scrollTop = top
      await expect.poll(() => box.querySelector('[data-place="0"]') !== null).toBe(top === 0)
    }
    clock.advance(1_000)
    expect(rangesOf(drawn)).toHaveLength(1)
    showTree(part(1_000, asked.start, asked.end))
    await expect.poll(() => box.querySelectorAll('.pui-skeleton').length).toBe(0)
    expect(find(box, 'table').getAttribute('aria-busy')).toBe(null)
    clock.advance(1_000)
    expect(rangesOf(drawn)).toHaveLength(1)
  })

  test('asks for the latest view only', async () => {
    const clock = createFakeClock()
    const drawn = await widgetOf(part(100_000, 0, 60), { provider: { clock } })
    const scroller = find(drawn.box, '.pui-table-scroll')
    for (const top of [100_000, 200_000, 300_000]) {
      scroller.scrollTop = top
      await expect.poll(() => seenRows(drawn.box)[0]?.className).toBe('pui-skeleton')
      clock.advance(100)
    }
    const place = Number(seenRows(drawn.box)[0]?.dataset['place'])
    clock.advance(150)
    const [asked, ...others] = rangesOf(drawn)
    if (asked?.type !== 'range') throw new Error('Nothing was asked.')
    expect(others).toEqual([])
    expect(asked.start).toBeLessThanOrEqual(place)
    expect(asked.end).toBeGreaterThan(place)
    expect(asked.end - asked.start).toBeLessThan(100)
  })

  test('of a billion rows is scrolled row by row, and to its ends', async () => {
    const clock = createFakeClock()
    const total = 1_000_000_000
    const drawn = await widgetOf(part(total, 0, 50), { provider: { clock } })
    const { box, showTree } = drawn
    const scroller = find(box, '.pui-table-scroll')
    expect(find(box, 'table').getAttribute('aria-rowcount')).toBe(String(total + 1))
    expect(scroller.scrollHeight).toBeLessThan(9_000_000)
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => seenRows(box).at(-1)?.dataset['place']).toBe(String(total - 1))
    scroller.scrollTop = scroller.scrollHeight / 2
    await expect.poll(() => Math.abs(Number(seenRows(box)[0]?.dataset['place']) - total / 2)).toBeLessThan(total / 100)
    const placeNow = (): number => Number(seenRows(box)[0]?.dataset['place'])
    const first = placeNow()
    showTree(part(total, first - 100, first + 300))
    await expect.poll(() => seenRows(box).every(({ className }) => className !== 'pui-skeleton')).toBe(true)
    let last = placeNow()
    for (let step = 0; step < 60; step += 1) {
      const before = last
      scroller.scrollTop += 60
      await expect.poll(placeNow).toBeGreaterThan(before)
      last = placeNow()
      expect(last - before).toBeLessThan(6)
    }
    scroller.scrollTop = 0
    await expect.poll(placeNow).toBe(0)
  })

  test('without a handler to ask is a table of the rows that are here', async () => {
    const { onRange: _, ...mute } = part(1_000, 5, 10)
    const { box } = await widgetOf(mute)
    expect(names(box)).toHaveLength(5)
    expect(box.querySelectorAll('.pui-skeleton')).toHaveLength(0)
  })

  test('buys no announcements by asking', async () => {
    const clock = createFakeClock()
    const tree = (index: number): UINode => ({
      kind: 'column',
      children: [{ kind: 'alert', tone: 'warning', title: `Alert ${index}` }, part(1_000 + index, 0, 0)],
    })
    const drawn = await widgetOf(tree(0), { provider: { clock } })
    for (let index = 1; index <= 5; index += 1) {
      clock.advance(150)
      drawn.showTree(tree(index))
      await expect.element(drawn.screen.getByText(`Alert ${index}`)).toBeVisible()
    }
    expect(rangesOf(drawn).length).toBeGreaterThan(3)
    await expect.poll(() => find(drawn.box, '.pui-alert-words').getAttribute('aria-live')).toBe('off')
  })
})
