import '../src/styles.css'

import type { UINode } from '@plugboard/contracts'
import { afterEach, describe, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'

import { find, widgetOf } from './widgetOf.tsx'

const list: UINode = {
  kind: 'list',
  label: 'Instances',
  items: ['a', 'b', 'c'].map((key) => ({
    key,
    onPress: { handler: 'open' },
    content: [
      { kind: 'text', text: `Item ${key}` },
      { kind: 'button', label: `Stop ${key}`, onPress: { handler: 'stop' } },
    ],
  })),
}

const table: UINode = {
  kind: 'table',
  caption: 'Packages',
  columns: [
    { id: 'state', header: 'State' },
    { id: 'name', header: 'Name', rowHeader: true },
  ],
  rows: [
    {
      key: 'a',
      cells: { state: { node: { kind: 'badge', text: 'ok' } }, name: 'Apple' },
      onPress: { handler: 'open' },
    },
    { key: 'b', cells: { name: { node: { kind: 'badge', text: 'Pear' } } }, onPress: { handler: 'open' } },
    { key: 'c', cells: {}, onPress: { handler: 'open' } },
  ],
}

describe('pressable rows', () => {
  test('are buttons named by their words, and what is inside is pressed by itself', async () => {
    const { screen, source } = await widgetOf(list)
    await screen.getByRole('button', { name: /^Item b/ }).click({ position: { x: 4, y: 4 } })
    await screen.getByRole('button', { name: 'Stop b', exact: true }).click()
    expect(source.emitted.map(({ handler, event }) => [handler, event.type === 'press' ? event.key : null])).toEqual([
      ['open', 'b'],
      ['stop', undefined],
    ])
  })

  test.each([
    ['a list', list, ['Item a Stop a', 'Item b Stop b', 'Item c Stop c']],
    ['a table', table, ['Apple', 'Pear', 'c']],
  ])('of %s are reached by arrow keys, Home and End', async (_name, tree, names) => {
    const { box } = await widgetOf(tree)
    const focused = (): number => [...box.querySelectorAll('[data-press]')].indexOf(document.activeElement ?? box)
    find(box, '[data-press]').focus()
    const visited: number[] = []
    for (const key of ['{ArrowDown}', '{End}', '{ArrowUp}', '{Home}', '{ArrowUp}']) {
      await userEvent.keyboard(key)
      visited.push(focused())
    }
    expect(visited).toEqual([1, 2, 1, 0, 0])
    for (const [index, name] of names.entries()) {
      await expect.element(box.querySelectorAll<HTMLElement>('[data-press]')[index] ?? null).toHaveAccessibleName(name)
    }
  })

  test('of a table take a press anywhere in the row', async () => {
    const { box, source } = await widgetOf(table)
    const { left, top } = find(box, 'tbody td').getBoundingClientRect()
    const hit = document.elementFromPoint(left + 2, top + 2)
    if (hit instanceof HTMLElement) hit.click()
    expect(source.emitted.map(({ event }) => event)).toEqual([{ type: 'press', key: 'a' }])
  })
})

describe('a table', () => {
  test('is a tab stop only when it has to be scrolled', async () => {
    const narrow = await widgetOf({ kind: 'table', caption: 'Narrow', columns: [{ id: 'a', header: 'A' }], rows: [] })
    expect(find(narrow.box, '.pui-table-scroll').tabIndex).toBe(-1)
    const wide = await widgetOf({
      kind: 'table',
      caption: 'Wide',
      columns: Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, header: 'A'.repeat(20) })),
      rows: [],
    })
    await expect.poll(() => find(wide.box, '.pui-table-scroll').tabIndex).toBe(0)
  })
})

describe('a busy button', () => {
  test('keeps the focus, says that it is busy and takes no press', async () => {
    const button: UINode = { kind: 'button', label: 'Save', onPress: { handler: 'save' } }
    const { box, showTree, source } = await widgetOf(button)
    find(box, 'button').focus()
    showTree({ ...button, busy: true })
    await expect.poll(() => find(box, 'button').getAttribute('aria-busy')).toBe('true')
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement).toBe(find(box, 'button'))
    expect(source.emitted).toEqual([])
  })
})

describe('a field', () => {
  test('is described by its error, help and description, in this order', async () => {
    const { screen } = await widgetOf({
      kind: 'input',
      name: 'n',
      label: 'Name',
      help: 'As on the door.',
      error: 'Too short.',
      a11y: { description: 'Seen by all.' },
    })
    const input = screen.getByLabelText('Name')
    await expect.element(input).toHaveAccessibleDescription('Too short. As on the door. Seen by all.')
    await expect.element(input).toBeInvalid()
  })

  test.each(['number', 'email'] as const)(
    'of type %s keeps its caret, and tells what was typed as it is',
    async (type) => {
      const { box, source } = await widgetOf({
        kind: 'input',
        name: 'n',
        label: 'N',
        type,
        notify: 'input',
        onChange: { handler: 'change' },
      })
      find(box, 'input').focus()
      await userEvent.keyboard('1e')
      expect(source.emitted.map(({ event }) => (event.type === 'change' ? event.value : null))).toEqual(['1', '1e'])
    },
  )
})

describe('alerts', () => {
  const alert = (text: string, tone: 'critical' | 'warning' = 'critical'): UINode => ({
    kind: 'alert',
    tone,
    title: text,
  })

  test('speak up when they are critical and politely else', async () => {
    const { screen, showTree } = await widgetOf(alert('Disk full'))
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Disk full')
    showTree(alert('Nearly full', 'warning'))
    await expect.element(screen.getByRole('status')).toHaveTextContent('Nearly full')
  })

  test('fall silent when a widget makes too many of them, and still show', async () => {
    const { box, screen, showTree } = await widgetOf(alert('0'))
    for (let index = 1; index <= 5; index += 1) {
      showTree(alert(String(index)))
      await expect.element(screen.getByText(String(index))).toBeVisible()
    }
    await expect.poll(() => find(box, '.pui-alert-words').getAttribute('aria-live')).toBe('off')
    expect(find(box, '.pui-alert-words').getAttribute('role')).toBe('status')
  })

  test('send close and press', async () => {
    const { screen, source } = await widgetOf({
      kind: 'alert',
      tone: 'accent',
      title: 'News',
      action: { label: 'Show', onPress: { handler: 'show', args: 1 } },
      onDismiss: { handler: 'dismiss' },
    })
    await screen.getByRole('button', { name: 'Show' }).click()
    await screen.getByRole('button', { name: 'Dismiss: News' }).click()
    expect(source.emitted.map(({ event }) => event)).toEqual([{ type: 'press', args: 1 }, { type: 'close' }])
  })
})

describe('under a finger', () => {
  afterEach(() => cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }))

  test('everything that can be pressed is at least 44 pixels high and wide', async () => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await expect.poll(() => matchMedia('(pointer: coarse)').matches).toBe(true)
    const { box } = await widgetOf({
      kind: 'column',
      children: [
        { kind: 'row', children: [{ kind: 'button', label: '+' }] },
        { kind: 'input', name: 'n', label: 'N' },
        { kind: 'list', label: 'L', items: [{ key: 'a', onPress: { handler: 'open' }, content: [] }] },
        {
          kind: 'alert',
          tone: 'accent',
          title: 'News',
          action: { label: 'x', onPress: { handler: 'x' } },
          onDismiss: { handler: 'dismiss' },
        },
      ],
    })
    const targets = [...box.querySelectorAll('button:not(.pui-press), input, .pui-item')]
    expect(targets).toHaveLength(5)
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect()
      expect(Math.min(width, height), target.outerHTML).toBeGreaterThanOrEqual(44)
    }
  })
})
