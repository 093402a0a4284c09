import '../src/styles.css'

import type { UINode } from '@plugboard/contracts'
import { expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'

import { find, widgetOf } from './widgetOf.tsx'

/** A list of fields, one a row, as a plugin would sort it. */
function fields(order: readonly string[]): UINode {
  return {
    kind: 'column',
    children: [
      {
        kind: 'list',
        label: 'Fields',
        items: order.map((key) => ({
          key,
          content: [{ kind: 'input', name: key, label: `Field ${key}`, value: `value of ${key}` }],
        })),
      },
    ],
  }
}

const inputOf = (box: HTMLElement, key: string): HTMLInputElement =>
  find(box, `.pui-item:has(input[value="value of ${key}"]) input`) as HTMLInputElement

const ORDERS: readonly (readonly [string, readonly string[]])[] = [
  ['up', ['b', 'a', 'c', 'd']],
  ['down', ['a', 'c', 'd', 'b']],
  ['with everybody else', ['d', 'c', 'b', 'a']],
]

test.each(ORDERS)('a row that moves %s keeps its element, the focus and the caret in it', async (_where, order) => {
  const { box, showTree } = await widgetOf(fields(['a', 'b', 'c', 'd']))
  const input = inputOf(box, 'b')
  input.focus()
  input.setSelectionRange(3, 6)
  showTree(fields(order))
  await expect.poll(() => [...box.querySelectorAll('input')].map(({ value }) => value.at(-1))).toEqual(order)
  expect(document.activeElement).toBe(input)
  expect([input.selectionStart, input.selectionEnd]).toEqual([3, 6])
})

/** Begins to compose a word in a field, as an input method does, and says what became of it. */
async function compose(input: HTMLInputElement): Promise<void> {
  await userEvent.click(input)
  input.setSelectionRange(0, input.value.length)
  await cdp().send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  expect(input.value).toBe('にほ')
}

const shown = (box: HTMLElement): readonly string[] =>
  [...box.querySelectorAll('.pui-label')].map(({ textContent }) => textContent?.at(-1) ?? '')

test('rows change places when the word that is composed in one of them is done, and show what is new meanwhile', async () => {
  const { box, showTree } = await widgetOf(fields(['a', 'b', 'c', 'd']))
  const input = inputOf(box, 'b')
  await compose(input)
  showTree(fields(['c', 'd', 'a', 'b', 'e']))
  await expect.poll(() => shown(box)).toEqual(['a', 'b', 'c', 'd', 'e'])
  await cdp().send('Input.insertText', { text: '日本' })
  expect(input.value).toBe('日本')
  await expect.poll(() => shown(box)).toEqual(['c', 'd', 'a', 'b', 'e'])
  expect(document.activeElement).toBe(input)
})

test('a row that is taken away while a word is composed in it holds nobody up', async () => {
  const { box, showTree } = await widgetOf(fields(['a', 'b', 'c']))
  await compose(inputOf(box, 'b'))
  showTree(fields(['c', 'a']))
  await expect.poll(() => shown(box)).toEqual(['c', 'a'])
})

test('a table keeps where it was scrolled to when its rows are sorted', async () => {
  const table = (order: readonly number[]): UINode => ({
    kind: 'table',
    caption: 'Wide',
    columns: Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, header: `A wide column ${index}` })),
    rows: order.map((key) => ({ key: `${key}`, cells: { c0: key } })),
  })
  const { box, showTree } = await widgetOf(table([1, 2, 3]))
  const scroller = find(box, '.pui-table-scroll')
  await expect.poll(() => scroller.scrollWidth > scroller.clientWidth).toBe(true)
  scroller.scrollLeft = 120
  showTree(table([3, 2, 1]))
  await expect.poll(() => find(box, 'tbody tr').textContent).toBe('3')
  expect(scroller.scrollLeft).toBe(120)
})
