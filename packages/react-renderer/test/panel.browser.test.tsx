import '../src/styles.css'

import type { PanelNode, UINode } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'

import { find, widgetOf } from './widgetOf.tsx'

const field: UINode = { kind: 'input', name: 'note', label: 'Note' }

function panel(more: Partial<PanelNode> = {}): UINode {
  const node: PanelNode = { kind: 'panel', key: 'p', title: 'Details', collapsible: true, children: [field], ...more }
  return { kind: 'column', children: [node] }
}

function isOpen(box: HTMLElement): boolean {
  const isShown = find(box, '.pui-panel-content').checkVisibility()
  expect(find(box, '.pui-panel-toggle').getAttribute('aria-expanded')).toBe(String(isShown))
  return isShown
}

describe('a panel that folds', () => {
  test('is folded and unfolded by its title, with the keyboard alone', async () => {
    const { box, screen } = await widgetOf(panel())
    const toggle = screen.getByRole('button', { name: 'Details', expanded: true })
    await expect.element(toggle).toBeVisible()
    expect(toggle.element().getAttribute('aria-controls')).toBe(find(box, '.pui-panel-content').id)
    await userEvent.tab()
    expect(document.activeElement).toBe(toggle.element())
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => isOpen(box)).toBe(false)
    await userEvent.keyboard(' ')
    await expect.poll(() => isOpen(box)).toBe(true)
  })

  test('has its title in the outline of the page, and is a group of that name', async () => {
    const { screen } = await widgetOf(panel(), { provider: { headingLevel: 3 } })
    await expect.element(screen.getByRole('heading', { level: 4, name: 'Details' })).toBeVisible()
    await expect.element(screen.getByRole('group', { name: 'Details' })).toBeVisible()
  })

  test('is folded at first where the plugin says so', async () => {
    const { box } = await widgetOf(panel({ open: false }))
    expect(isOpen(box)).toBe(false)
  })

  test('belongs to the person: the same word again undoes nothing, a new one does', async () => {
    const { box, showTree } = await widgetOf(panel({ open: true }))
    find(box, '.pui-panel-toggle').click()
    await expect.poll(() => isOpen(box)).toBe(false)
    showTree(panel({ open: true, tone: 'accent' }))
    await expect.poll(() => find(box, '.pui-panel').dataset['tone']).toBe('accent')
    expect(isOpen(box)).toBe(false)
    showTree(panel({ open: false, tone: 'positive' }))
    await expect.poll(() => find(box, '.pui-panel').dataset['tone']).toBe('positive')
    showTree(panel({ open: true }))
    await expect.poll(() => isOpen(box)).toBe(true)
    showTree(panel({ open: false }))
    await expect.poll(() => isOpen(box)).toBe(false)
    showTree(panel({ tone: 'warning' }))
    await expect.poll(() => find(box, '.pui-panel').dataset['tone']).toBe('warning')
    expect(isOpen(box)).toBe(false)
  })

  test('keeps what was typed in it', async () => {
    const { box, screen } = await widgetOf(panel())
    await screen.getByLabelText('Note').fill('half a')
    find(box, '.pui-panel-toggle').click()
    await expect.poll(() => isOpen(box)).toBe(false)
    find(box, '.pui-panel-toggle').click()
    await expect.element(screen.getByLabelText('Note')).toHaveValue('half a')
  })

  test('gives a focus that was in it to its title when the plugin folds it, and takes none from the host', async () => {
    const { box, showTree } = await widgetOf(panel({ open: true }), {
      wrap: (widget) => (
        <div>
          <button id="own">Own</button>
          {widget}
        </div>
      ),
    })
    find(box, 'input').focus()
    showTree(panel({ open: false }))
    await expect.poll(() => document.activeElement).toBe(find(box, '.pui-panel-toggle'))
    showTree(panel({ open: true }))
    await expect.poll(() => isOpen(box)).toBe(true)
    find(document, '#own').focus()
    showTree(panel({ open: false }))
    await expect.poll(() => isOpen(box)).toBe(false)
    expect(document.activeElement?.id).toBe('own')
  })

  test('without a title can be unfolded all the same', async () => {
    const { screen } = await widgetOf({ kind: 'panel', collapsible: true, open: false, children: [field] })
    await expect.element(screen.getByRole('button', { name: 'Details', expanded: false })).toBeVisible()
  })
})

describe('the actions of a panel', () => {
  const actions: readonly UINode[] = [{ kind: 'button', label: 'Edit', onPress: { handler: 'edit' } }]

  test.each([true, false])('stand beside its title and are no part of it, folding or not: %s', async (collapsible) => {
    const { box, screen, source } = await widgetOf(panel({ actions, collapsible, open: false }))
    const edit = screen.getByRole('button', { name: 'Edit' })
    await expect.element(edit).toBeVisible()
    expect(edit.element().closest('.pui-panel-title')).toBeNull()
    const title = find(box, '.pui-panel-title').getBoundingClientRect()
    const action = edit.element().getBoundingClientRect()
    expect(action.left).toBeGreaterThanOrEqual(title.right)
    expect(action.top).toBeLessThan(title.bottom)
    await edit.click()
    expect(source.emitted.map(({ handler }) => handler)).toEqual(['edit'])
  })

  test('are there without a title too', async () => {
    const { screen } = await widgetOf({ kind: 'panel', actions, children: [] })
    await expect.element(screen.getByRole('button', { name: 'Edit' })).toBeVisible()
  })
})

describe('a badge', () => {
  test('has an icon beside the mark of its tone, and both are for the eye alone', async () => {
    const { box } = await widgetOf({ kind: 'badge', text: 'Late', tone: 'critical', icon: 'clock' })
    const signs = find(box, '.pui-badge').querySelectorAll('svg[aria-hidden="true"]')
    expect([...signs].map((sign) => sign.classList[0] ?? '')).toEqual(['pui-mark', expect.any(String)])
    expect(find(box, '.pui-badge').textContent).toBe('Late')
  })
})

describe('a progress in a ring', () => {
  const ring = (value: number | null, more: object = {}): UINode => ({
    kind: 'progress',
    label: 'Copy',
    shape: 'ring',
    value,
    ...more,
  })
  const drawnShare = (box: HTMLElement): string | null | undefined =>
    box.querySelector('.pui-ring-bar')?.getAttribute('stroke-dasharray')

  test('says what a bar says', async () => {
    const { box, screen } = await widgetOf(ring(30, { max: 120 }))
    const progress = screen.getByRole('progressbar', { name: 'Copy' })
    await expect.element(progress).toHaveAttribute('aria-valuenow', '25')
    await expect.element(progress).toHaveAttribute('aria-valuetext', '30 of 120')
    await expect.element(screen.getByText('30 of 120')).toBeVisible()
    expect(drawnShare(box)).toBe('25 100')
  })

  test.each([
    [0, undefined],
    [100, '100 100'],
    [900, '100 100'],
    [-5, undefined],
  ])('at %i has no more and no less than there is: %s', async (value, share) => {
    const { box } = await widgetOf(ring(value))
    expect(drawnShare(box)).toBe(share)
  })

  test('turns when nobody knows how far it is, and has no value then', async () => {
    const { box, screen } = await widgetOf(ring(null))
    expect(screen.getByRole('progressbar').element().hasAttribute('aria-valuenow')).toBe(false)
    expect(getComputedStyle(find(box, '.pui-progress-ring > svg')).animationName).toBe('pui-turn')
  })
})
