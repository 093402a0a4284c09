import '../src/styles.css'

import type { UINode } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'

import { violationsOf } from './axeViolations.ts'
import { pictureOf } from './pictures.ts'
import { find, widgetOf } from './widgetOf.tsx'

const onPress = { handler: 'go' }
const { src } = pictureOf('png')

const words: UINode = { kind: 'text', text: 'word '.repeat(3_000) }

function dialog(title: string, ...children: readonly UINode[]): UINode {
  const footer: readonly UINode[] = [{ kind: 'button', label: 'Save', variant: 'primary', onPress }]
  return { kind: 'dialog', title, open: true, onClose: onPress, children, footer }
}

const trees: Readonly<Record<string, UINode>> = {
  'a dialog over a page': {
    kind: 'column',
    children: [
      { kind: 'heading', text: 'Orders' },
      { kind: 'button', label: 'Behind', onPress },
      dialog('Rename', { kind: 'input', name: 'name', label: 'Name' }),
    ],
  },
  'dialogs over each other': dialog('Outer', dialog('Inner', { kind: 'text', text: 'Inside' })),
  'buttons with icons': {
    kind: 'row',
    children: (['primary', 'secondary', 'quiet', 'danger'] as const).flatMap((variant): readonly UINode[] => [
      { kind: 'button', label: `Add ${variant}`, icon: 'plus', variant },
      { kind: 'button', label: `Only ${variant}`, icon: 'plus', iconOnly: true, variant },
    ]),
  },
  'panels that fold, with actions': {
    kind: 'column',
    children: (['neutral', 'accent', 'positive', 'warning', 'critical'] as const).map((tone, index): UINode => ({
      kind: 'panel',
      title: `Panel ${tone}`,
      tone,
      collapsible: true,
      open: index % 2 === 0,
      actions: [{ kind: 'button', label: `Edit ${tone}`, onPress }],
      children: [{ kind: 'badge', text: 'New', tone, icon: 'star' }],
    })),
  },
  rings: {
    kind: 'column',
    children: ([0, 40, 100, null] as const).map((value): UINode => ({
      kind: 'progress',
      label: `Copy ${value}`,
      value,
      shape: 'ring',
    })),
  },
  'pictures, shown and not': {
    kind: 'column',
    children: [
      { kind: 'image', src, alt: 'A red square' },
      { kind: 'image', src, alt: '' },
      { kind: 'image', src: 'data:image/png;base64,AAAA', alt: 'A map' },
      { kind: 'image', src: 'data:image/png;base64,AAAA', alt: '' },
    ],
  },
}

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing wrong with', (theme) => {
  test.each(Object.entries(trees))('%s', async (_name, tree) => {
    expect(await violationsOf(await widgetOf(tree), theme)).toEqual([])
  })

  test('a dialog that is scrolled', async () => {
    const drawn = await widgetOf(dialog('Long', words))
    // Measured once it is on the page.
    await expect.poll(() => find(drawn.box, '.pui-dialog-body').tabIndex).toBe(0)
    expect(await violationsOf(drawn, theme)).toEqual([])
  })

  test('a question', async () => {
    const confirm = { title: 'Delete it?', text: 'It cannot be brought back.', confirmLabel: 'Delete' }
    const drawn = await widgetOf({ kind: 'button', label: 'Delete', variant: 'danger', confirm, onPress })
    find(drawn.box, '.pui-button').focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(drawn.screen.getByRole('alertdialog')).toBeVisible()
    expect(await violationsOf(drawn, theme)).toEqual([])
  })
})
