import '../src/styles.css'

import { uiNodeFixtures } from '@plugboard/contract-tests'
import { UI_NODE_KINDS } from '@plugboard/contracts'
import type { RuntimeErrorShape, UINode } from '@plugboard/contracts'
import { INHERIT_TOKENS } from '@plugboard/react-renderer'
import { describe, expect, test } from 'vitest'

import { violationsOf } from './axeViolations.ts'
import { widgetOf } from './widgetOf.tsx'

const tones = ['neutral', 'accent', 'positive', 'warning', 'critical'] as const

/** What the fixtures leave out: every tone of every kind that has one, and what the host itself shows. */
const everyTone: UINode = {
  kind: 'column',
  children: tones.flatMap((tone): readonly UINode[] => [
    { kind: 'text', text: 'Words', tone },
    { kind: 'text', text: 'Small words', tone, size: 'sm', mono: true },
    { kind: 'badge', text: 'Badge', tone },
    { kind: 'stat', label: 'Stat', value: '7', delta: '+1', tone },
    { kind: 'progress', label: `Progress ${tone}`, value: 3, tone },
    {
      kind: 'alert',
      tone,
      title: `Alert ${tone}`,
      text: 'More about it.',
      action: { label: 'Do it', onPress: { handler: 'show' } },
      onDismiss: { handler: 'dismiss' },
    },
    {
      kind: 'panel',
      tone,
      title: `Panel ${tone}`,
      children: [
        { kind: 'text', text: 'Small words', size: 'sm' },
        { kind: 'button', label: 'Danger', variant: 'danger' },
      ],
    },
  ]),
}

const everyVariant: UINode = {
  kind: 'row',
  children: (['primary', 'secondary', 'quiet', 'danger'] as const).map((variant) => ({
    kind: 'button',
    label: variant,
    variant,
  })),
}

const pressables: UINode = {
  kind: 'column',
  children: [
    {
      kind: 'list',
      label: 'Instances',
      items: [{ key: 'a', onPress: { handler: 'open' }, content: [{ kind: 'button', label: 'Inside' }] }],
    },
    { kind: 'invalid-node', path: 'root.children[1]', message: 'has an unknown kind "marquee"' },
  ],
}

const longLists: UINode = {
  kind: 'column',
  children: [
    {
      kind: 'list',
      label: 'Many items',
      items: Array.from({ length: 300 }, (_, index) => ({
        key: `${index}`,
        content: [{ kind: 'text' as const, text: `Item ${index}` }],
        ...(index % 2 === 0 ? { onPress: { handler: 'open' } } : {}),
      })),
    },
    {
      kind: 'list',
      label: 'Many words',
      items: Array.from({ length: 300 }, (_, index) => ({
        key: `${index}`,
        content: [{ kind: 'text' as const, text: `Words ${index}` }],
      })),
    },
    {
      kind: 'table',
      caption: 'Some of many rows',
      columns: [
        { id: 'name', header: 'Name', rowHeader: true, sortable: true },
        { id: 'count', header: 'Count', sortable: true },
      ],
      rows: Array.from({ length: 5 }, (_, index) => ({
        key: `${index}`,
        cells: { name: `Row ${index}`, count: index },
      })),
      sort: { column: 'name', dir: 'asc' },
      onSort: { handler: 'sort' },
      select: 'one',
      selected: ['3'],
      total: 1_000_000,
      onRange: { handler: 'range' },
    },
  ],
}

const error: RuntimeErrorShape = { code: 'PLUGIN_THREW', message: 'It threw.', source: { line: 3, column: 1 } }

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing wrong with', (theme) => {
  test.each(UI_NODE_KINDS)('%s', async (kind) => {
    for (const fixture of uiNodeFixtures[kind]) {
      // One page, one after the other.
      const drawn = await widgetOf(fixture)
      expect(await violationsOf(drawn, theme)).toEqual([])
      await drawn.screen.unmount()
    }
  })

  test.each([
    ['every tone', everyTone],
    ['every variant of a button', everyVariant],
    ['pressable rows and placeholders', pressables],
    ['long lists, and a table of which a part is here', longLists],
  ])('%s', async (_name, tree) => {
    expect(await violationsOf(await widgetOf(tree), theme)).toEqual([])
  })

  test.each([
    ['every tone', everyTone],
    ['every variant of a button', everyVariant],
    ['pressable rows and placeholders', pressables],
    ['long lists, and a table of which a part is here', longLists],
  ])('%s in the colours of the page', async (_name, tree) => {
    const drawn = await widgetOf(tree, { provider: { tokens: INHERIT_TOKENS } })
    drawn.screen.container.style.color = theme === 'dark' ? '#d7e3f4' : '#1d2b4f'
    expect(await violationsOf(drawn, theme)).toEqual([])
  })

  test('an error beside a tree', async () => {
    const drawn = await widgetOf(everyVariant)
    drawn.show({ error })
    await expect.element(drawn.screen.getByText('It threw.')).toBeVisible()
    expect(await violationsOf(drawn, theme)).toEqual([])
  })
})
