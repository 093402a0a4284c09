import '../src/styles.css'

import type { ButtonNode, UINode } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'

import { type DrawnWidget, find, widgetOf } from './widgetOf.tsx'

const confirm = { title: 'Delete order 7?', text: 'It cannot be brought back.', confirmLabel: 'Delete it' }

function remove(more: Partial<ButtonNode> = {}): UINode {
  const node: ButtonNode = {
    kind: 'button',
    key: 'delete',
    label: 'Delete',
    variant: 'danger',
    confirm,
    onPress: { handler: 'remove', args: 7 },
    ...more,
  }
  return { kind: 'column', children: [node, { kind: 'button', label: 'Other' }] }
}

function sent({ source }: DrawnWidget): readonly unknown[] {
  return source.emitted.map(({ handler, event }) => [handler, event])
}

function question({ box }: DrawnWidget): HTMLElement | null {
  return box.querySelector('.pui-dialog')
}

/** Presses the button as a person does who has no mouse. */
async function ask(tree: UINode = remove()): Promise<DrawnWidget> {
  const drawn = await widgetOf(tree)
  find(drawn.box, '.pui-button').focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => question(drawn)).not.toBeNull()
  return drawn
}

describe('a button that has to be confirmed', () => {
  test('asks in the plugin’s words, and says that they are', async () => {
    const { screen } = await ask()
    const dialog = screen.getByRole('alertdialog', { name: 'Delete order 7?' })
    await expect.element(dialog).toHaveAccessibleDescription('It cannot be brought back.')
    await expect.element(dialog.getByText('This plugin asks:')).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Delete it' })).toBeVisible()
  })

  test('is refused by whoever presses Enter without reading', async () => {
    const drawn = await ask()
    expect(document.activeElement?.textContent).toBe('Cancel')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => question(drawn)).toBeNull()
    expect(sent(drawn)).toEqual([])
    expect(document.activeElement?.textContent).toBe('Delete')
  })

  test('is refused by Escape', async () => {
    const drawn = await ask()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => question(drawn)).toBeNull()
    expect(sent(drawn)).toEqual([])
    expect(document.activeElement?.textContent).toBe('Delete')
  })

  test('sends its press once it is confirmed, and not before', async () => {
    const drawn = await ask()
    expect(sent(drawn)).toEqual([])
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => question(drawn)).toBeNull()
    expect(sent(drawn)).toEqual([['remove', { type: 'press', key: 'delete', args: 7 }]])
    expect(document.activeElement?.textContent).toBe('Delete')
  })

  test('sends what was asked for, whatever the tree has become since', async () => {
    const drawn = await ask()
    drawn.showTree(
      remove({ confirm: { ...confirm, title: 'Delete order 8?' }, onPress: { handler: 'remove', args: 8 } }),
    )
    await expect.element(drawn.screen.getByRole('alertdialog', { name: 'Delete order 7?' })).toBeVisible()
    await drawn.screen.getByRole('button', { name: 'Delete it' }).click()
    expect(sent(drawn)).toEqual([['remove', { type: 'press', key: 'delete', args: 7 }]])
  })

  test.each([
    ['cannot be pressed any more', { disabled: true }],
    ['is busy by now', { busy: true }],
  ])('sends nothing when it %s', async (_name, more) => {
    const drawn = await ask()
    drawn.showTree(remove(more))
    await drawn.screen.getByRole('button', { name: 'Delete it' }).click()
    await expect.poll(() => question(drawn)).toBeNull()
    expect(sent(drawn)).toEqual([])
  })

  test('asks nobody while it is busy', async () => {
    const drawn = await widgetOf(remove({ busy: true }))
    find(drawn.box, '.pui-button').click()
    expect(question(drawn)).toBeNull()
  })

  test('takes its question with it when it goes', async () => {
    const drawn = await ask()
    drawn.showTree({ kind: 'column', children: [{ kind: 'button', label: 'Other' }] })
    await expect.poll(() => question(drawn)).toBeNull()
    expect(sent(drawn)).toEqual([])
    expect(find(drawn.box, '.pui-page').inert).toBe(false)
  })

  test('in a dialog asks over it', async () => {
    const drawn = await widgetOf({
      kind: 'dialog',
      title: 'Orders',
      open: true,
      onClose: { handler: 'close' },
      children: [remove()],
    })
    find(drawn.box, '.pui-dialog-body .pui-button').focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.textContent).toBe('Cancel')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement?.textContent).toBe('Delete')
    expect(sent(drawn)).toEqual([])
  })

  test('takes the focus that nobody has: some browsers give none to a button that is clicked', async () => {
    const drawn = await widgetOf(remove())
    expect(document.activeElement).toBe(document.body)
    find(drawn.box, '.pui-button').click()
    await expect.poll(() => document.activeElement?.textContent).toBe('Cancel')
  })

  test('is not confirmed by the second half of a double click, wherever the answer appears', async () => {
    const drawn = await widgetOf(remove(), {
      wrap: (widget) => (
        <div>
          <style>{'.pui-dialog-foot > :last-child { position: fixed; inset: 0 }'}</style>
          {widget}
        </div>
      ),
    })
    await drawn.screen.getByRole('button', { name: 'Delete' }).dblClick()
    await expect.poll(() => question(drawn)).not.toBeNull()
    expect(sent(drawn)).toEqual([])
    await drawn.screen.getByRole('button', { name: 'Delete it' }).click()
    expect(sent(drawn)).toHaveLength(1)
  })
})

describe('a button with an icon', () => {
  test('shows it before its label, for the eye alone', async () => {
    const { box, screen } = await widgetOf({ kind: 'button', label: 'Add', icon: 'plus' })
    await expect.element(screen.getByRole('button', { name: 'Add', exact: true })).toBeVisible()
    const [first, second] = find(box, '.pui-button').childNodes
    expect(first instanceof SVGElement && first.getAttribute('aria-hidden')).toBe('true')
    expect(second?.textContent).toBe('Add')
  })

  test('alone keeps its label as its name and as a hint', async () => {
    const { box, screen } = await widgetOf({ kind: 'button', label: 'Add', icon: 'plus', iconOnly: true })
    await expect.element(screen.getByRole('button', { name: 'Add', exact: true })).toHaveAttribute('title', 'Add')
    expect(find(box, '.pui-button').textContent).toBe('')
    const { width, height } = find(box, '.pui-button').getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  })

  test('alone, where there is none, shows its label', async () => {
    const { box } = await widgetOf({ kind: 'button', label: 'Add', iconOnly: true })
    expect(find(box, '.pui-button').textContent).toBe('Add')
  })
})
