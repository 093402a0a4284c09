import '../src/styles.css'

import type { DialogNode, UINode } from '@plugboard/contracts'
import { createFakeWidgetSource } from '@plugboard/contract-tests'
import { BUILT_IN_COMPONENTS, PluginProvider, PluginTreeScope, usePluginTree } from '@plugboard/react-renderer'
import { StrictMode, type ReactElement } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'

import { type DrawnWidget, find, WIDGET, widgetOf } from './widgetOf.tsx'

const button = (label: string): UINode => ({ kind: 'button', key: label, label, onPress: { handler: label } })

function dialog(title: string, more: Partial<DialogNode> = {}): DialogNode {
  const close = { handler: 'close', args: title }
  return { kind: 'dialog', key: title, title, open: true, onClose: close, children: [button(`In ${title}`)], ...more }
}

function column(...children: readonly UINode[]): UINode {
  return { kind: 'column', children }
}

/** A host with a control before the widget and one after it. */
function host(widget: ReactElement): ReactElement {
  return (
    <div>
      <button id="before">Before</button>
      {widget}
      <button id="after">After</button>
    </div>
  )
}

const inHost = { wrap: host }

/** What has the focus, in words. */
function focused(): string {
  const element = document.activeElement
  if (element?.closest('.pui-widget') === null) return element.id
  return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
}

function dialogsOf(box: HTMLElement): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('.pui-dialog')]
}

/** Titles of the dialogs that can be reached. */
function reachable(box: HTMLElement): readonly (string | null)[] {
  return dialogsOf(box)
    .filter((element) => !element.inert)
    .map((element) => find(element, '.pui-heading').textContent)
}

async function sees(drawn: DrawnWidget, titles: readonly string[]): Promise<void> {
  await expect.poll(() => dialogsOf(drawn.box).map((it) => find(it, '.pui-heading').textContent)).toEqual(titles)
}

function emitted({ source }: DrawnWidget): readonly unknown[] {
  return source.emitted.map(({ handler, event }) => [handler, event.type, event.args])
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('an open dialog', () => {
  test('is named by its title, and leaves the rest of the widget out of reach', async () => {
    const drawn = await widgetOf(column(button('Behind'), dialog('Rename')))
    await expect.element(drawn.screen.getByRole('dialog', { name: 'Rename' })).toBeVisible()
    const behind = find(drawn.box, '.pui-page button')
    behind.focus()
    expect(document.activeElement).not.toBe(behind)
    drawn.showTree(column(button('Behind'), dialog('Rename', { open: false })))
    await expect.poll(() => dialogsOf(drawn.box)).toHaveLength(0)
    behind.focus()
    expect(document.activeElement).toBe(behind)
  })

  test('does not tell screen readers that the host’s page is out of reach', async () => {
    const { box } = await widgetOf(dialog('Rename'))
    expect(box.querySelector('[aria-modal]')).toBeNull()
  })

  test('has its title in the outline of the page', async () => {
    const { screen } = await widgetOf(dialog('Rename'), { provider: { headingLevel: 4 } })
    await expect.element(screen.getByRole('heading', { level: 5, name: 'Rename' })).toBeVisible()
  })

  test('asks to be closed, by its button and by Escape, and stays until the tree says otherwise', async () => {
    const drawn = await widgetOf(dialog('Rename'))
    await drawn.screen.getByRole('button', { name: 'Close' }).click()
    await userEvent.keyboard('{Escape}')
    expect(emitted(drawn)).toEqual([
      ['close', 'close', 'Rename'],
      ['close', 'close', 'Rename'],
    ])
    await sees(drawn, ['Rename'])
  })

  test('draws its footer, which sends events as everything else does', async () => {
    const drawn = await widgetOf(dialog('Rename', { footer: [button('Save')] }))
    await drawn.screen.getByRole('button', { name: 'Save' }).click()
    expect(emitted(drawn)).toEqual([['Save', 'press', undefined]])
  })

  test('is drawn in the layer of its widget, wherever it is in the tree', async () => {
    const places: readonly UINode[] = [
      { kind: 'panel', title: 'P', children: [dialog('a')] },
      { kind: 'list', label: 'L', items: [{ key: 'x', content: [dialog('b')], onPress: { handler: 'open' } }] },
      {
        kind: 'table',
        caption: 'T',
        columns: [{ id: 'c', header: 'C' }],
        rows: [{ key: 'r', cells: { c: { node: dialog('c') } } }],
      },
    ]
    for (const place of places) {
      const { box, screen } = await widgetOf(place)
      expect(dialogsOf(box).map((it) => it.parentElement)).toEqual([find(box, '.pui-layer')])
      expect(screen.getByRole('dialog').elements()).toHaveLength(1)
      await screen.unmount()
    }
  })

  test('gives no words to the row that it is in', async () => {
    const content: readonly UINode[] = [dialog('Rename', { open: false })]
    const items = [{ key: 'order-7', content, onPress: { handler: 'open' } }]
    const { screen } = await widgetOf({ kind: 'list', label: 'Orders', items })
    await expect.element(screen.getByRole('button', { name: 'order-7', exact: true })).toBeInTheDocument()
  })

  test('goes with the tree when a component throws, and leaves nothing locked', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const Broken = (): ReactElement => {
      throw new Error('no')
    }
    const { box, showTree, screen } = await widgetOf(column(dialog('Rename')), {
      provider: { components: { text: Broken } },
    })
    showTree(column(dialog('Rename'), { kind: 'text', text: 'boom' }))
    await expect.element(screen.getByText('This widget cannot be drawn')).toBeVisible()
    expect(dialogsOf(box)).toHaveLength(0)
    expect(find(box, '.pui-page').inert).toBe(false)
  })

  test('takes no input while its widget is paused', async () => {
    const { box, show } = await widgetOf(dialog('Rename'))
    show({ enabled: false })
    await expect.poll(() => find(box, '.pui-dialog').closest<HTMLElement>('[inert]')?.className).toBe('pui-tree')
  })
})

describe('several dialogs', () => {
  test('of which the last one in the tree can be reached, in whatever order they open', async () => {
    const drawn = await widgetOf(column(dialog('a', { open: false }), dialog('b')))
    drawn.showTree(column(dialog('a'), dialog('b')))
    await expect.poll(() => dialogsOf(drawn.box)).toHaveLength(2)
    expect(reachable(drawn.box)).toEqual(['b'])
    const [top] = dialogsOf(drawn.box).toSorted((one, other) => Number(other.style.zIndex) - Number(one.style.zIndex))
    expect(top?.textContent).toContain('In b')
  })

  test('one in the other: the inner one comes before the next one beside them', async () => {
    const { box, showTree } = await widgetOf(column(dialog('a', { children: [dialog('a1')] }), dialog('b')))
    expect(reachable(box)).toEqual(['b'])
    showTree(column(dialog('a', { children: [dialog('a1')] }), dialog('b', { open: false })))
    await expect.poll(() => reachable(box)).toEqual(['a1'])
  })

  test('change places when the tree does', async () => {
    const item = (title: string): UINode => ({ kind: 'panel', key: title, title, children: [dialog(title)] })
    const { box, showTree } = await widgetOf(column(item('a'), item('b')))
    expect(reachable(box)).toEqual(['b'])
    find(box, '.pui-dialog:not([inert])').focus()
    showTree(column(item('b'), item('a')))
    await expect.poll(() => reachable(box)).toEqual(['a'])
    // A focus that was in the one goes to the other.
    await expect.poll(() => focused()).toContain('In a')
  })

  test('are closed one by one by Escape', async () => {
    const drawn = await widgetOf(dialog('a', { children: [dialog('a1'), button('Behind')] }))
    find(drawn.box, '.pui-dialog:not([inert]) .pui-button').focus()
    await userEvent.keyboard('{Escape}{Escape}')
    expect(emitted(drawn)).toEqual([
      ['close', 'close', 'a1'],
      ['close', 'close', 'a1'],
    ])
  })

  test('give the focus back the way it came, also when they close at once', async () => {
    const tree = (a: boolean, b: boolean): UINode =>
      column(button('Open'), dialog('a', { open: a }), dialog('b', { open: b }))
    const { box, showTree } = await widgetOf(tree(false, false))
    find(box, 'button').focus()
    showTree(tree(true, false))
    await expect.poll(() => focused()).toContain('In a')
    showTree(tree(true, true))
    await expect.poll(() => focused()).toContain('In b')
    showTree(tree(false, true))
    await expect.poll(() => dialogsOf(box)).toHaveLength(1)
    expect(focused()).toContain('In b')
    showTree(tree(false, false))
    await expect.poll(() => focused()).toBe('Open')
  })
})

describe.each([
  ['as it is', (widget: ReactElement) => host(widget)],
  ['in strict mode', (widget: ReactElement) => <StrictMode>{host(widget)}</StrictMode>],
])('the focus, %s', (_name, wrap) => {
  const tree = (open: boolean): UINode => column(button('Open'), dialog('Rename', { open, footer: [button('Save')] }))

  test('goes into a dialog that opens in its widget, and back when it closes', async () => {
    const { box, showTree } = await widgetOf(tree(false), { wrap })
    find(box, 'button').focus()
    showTree(tree(true))
    await expect.poll(() => document.activeElement?.className).toBe('pui-dialog')
    await userEvent.tab()
    expect(focused()).toBe('Close')
    await userEvent.tab()
    await userEvent.tab()
    expect(focused()).toBe('Save')
    showTree(tree(false))
    await expect.poll(() => focused()).toBe('Open')
  })

  test('that the host has stays there, when a dialog opens and when it closes', async () => {
    const { box, showTree } = await widgetOf(tree(false), { wrap })
    const own = find(document, '#before')
    own.focus()
    const moves = vi.fn()
    document.addEventListener('focusin', moves)
    showTree(tree(true))
    await expect.poll(() => dialogsOf(box)).toHaveLength(1)
    showTree(tree(false))
    await expect.poll(() => dialogsOf(box)).toHaveLength(0)
    document.removeEventListener('focusin', moves)
    expect(moves).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(own)
  })

  test('that went out to the host is not fetched back when the dialog closes', async () => {
    const { box, showTree } = await widgetOf(tree(false), { wrap })
    find(box, 'button').focus()
    showTree(tree(true))
    await expect.poll(() => document.activeElement?.className).toBe('pui-dialog')
    find(document, '#after').focus()
    const moves = vi.fn()
    document.addEventListener('focusin', moves)
    showTree(tree(false))
    await expect.poll(() => dialogsOf(box)).toHaveLength(0)
    document.removeEventListener('focusin', moves)
    // Not for a moment either: React would put it back.
    expect(moves).not.toHaveBeenCalled()
    expect(focused()).toBe('after')
  })

  test('that nobody has is not taken', async () => {
    const { box, showTree } = await widgetOf(tree(false), { wrap })
    showTree(tree(true))
    await expect.poll(() => dialogsOf(box)).toHaveLength(1)
    expect(document.activeElement).toBe(document.body)
  })
})

describe('a plugin that never closes its dialog', () => {
  const stubborn = column(button('Behind'), dialog('Stay'))

  test('cannot keep anybody in it: Tab leads to what the host has after the widget, and before it', async () => {
    const { box } = await widgetOf(stubborn, inHost)
    find(box, '.pui-dialog').focus()
    await userEvent.tab()
    await userEvent.tab()
    expect(focused()).toBe('In Stay')
    await userEvent.tab()
    expect(focused()).toBe('after')
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('In Stay')
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('Close')
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('before')
  })

  test('cannot do so by opening another one each time either', async () => {
    const drawn = await widgetOf(stubborn, inHost)
    find(drawn.box, '.pui-dialog').focus()
    for (let round = 0; round < 4; round += 1) {
      await userEvent.keyboard('{Escape}')
      drawn.showTree(column(button('Behind'), dialog(`Stay ${round}`)))
      await sees(drawn, [`Stay ${round}`])
    }
    find(document, '#after').focus()
    drawn.showTree(column(button('Behind'), dialog('Stay for ever')))
    await sees(drawn, ['Stay for ever'])
    expect(focused()).toBe('after')
  })

  test('takes Escape from the page once, and not again', async () => {
    const { box } = await widgetOf(stubborn, inHost)
    const seen: boolean[] = []
    const listener = (event: KeyboardEvent): void => void seen.push(event.defaultPrevented)
    document.addEventListener('keydown', listener)
    find(box, '.pui-dialog').focus()
    await userEvent.keyboard('{Escape}{Escape}x')
    find(document, '#before').focus()
    await userEvent.keyboard('{Escape}')
    document.removeEventListener('keydown', listener)
    expect(seen).toEqual([true, false, false, false])
  })

  test('covers nothing of the host’s, nor what the host says about the widget', async () => {
    const long = dialog('Long', { size: 'lg', children: Array.from({ length: 80 }, (_, index) => button(`b${index}`)) })
    const { box, screen } = await widgetOf(column(button('Behind'), long, dialog('Other')), {
      ...inHost,
      widget: { renderStatus: () => <button id="stop">Stop it</button> },
    })
    await expect.element(screen.getByRole('dialog', { name: 'Other' })).toBeVisible()
    for (const id of ['before', 'after', 'stop']) {
      const element = find(document, `#${id}`)
      element.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = element.getBoundingClientRect()
      expect(document.elementFromPoint(left + width / 2, top + height / 2)?.id).toBe(id)
    }
    expect(box.contains(document.elementFromPoint(1, 1))).toBe(false)
  })

  test('does not scroll the page of the host', async () => {
    const { box, showTree } = await widgetOf(column(button('Open'), dialog('Here', { open: false })), {
      wrap: (widget) => (
        <div>
          {widget}
          <div style={{ blockSize: 3_000 }} />
          <p id="read">What is being read</p>
          <div style={{ blockSize: 3_000 }} />
        </div>
      ),
    })
    find(box, 'button').focus()
    const read = find(document, '#read')
    read.scrollIntoView({ block: 'center' })
    const { top } = read.getBoundingClientRect()
    showTree(column(button('Open'), dialog('Here')))
    await expect.poll(() => document.activeElement?.className).toBe('pui-dialog')
    expect(Math.abs(read.getBoundingClientRect().top - top)).toBeLessThan(100)
    window.scrollTo(0, 0)
  })
})

describe('room', () => {
  const tall = dialog('Tall', { children: Array.from({ length: 60 }, (_, index) => button(`b${index}`)) })

  test('is made for a dialog in a widget that is one line high', async () => {
    const { box } = await widgetOf(column(button('x'), dialog('Rename')))
    const inner = find(box, '.pui-dialog').getBoundingClientRect()
    const outer = box.getBoundingClientRect()
    expect(inner.height).toBeGreaterThan(80)
    expect(inner.top).toBeGreaterThanOrEqual(outer.top)
    expect(inner.bottom).toBeLessThanOrEqual(outer.bottom)
  })

  test('is not taken from a host that gave 40 pixels: the dialog is scrolled in them, to its end', async () => {
    const { box, screen } = await widgetOf(column(button('x'), dialog('Low', { footer: [button('Save')] })), {
      wrap: (widget) => (
        <div>
          <style>{'.pui-widget { block-size: 40px }'}</style>
          {widget}
          <button id="after">After</button>
        </div>
      ),
    })
    expect(box.getBoundingClientRect().height).toBe(40)
    // What scrolls becomes a stop of the Tab key once it was measured, a frame after it was drawn.
    await expect.poll(() => find(box, '.pui-dialog-body').tabIndex).toBe(0)
    find(box, '.pui-dialog').focus()
    for (const stop of ['Close', 'In Low', 'In Low', 'Save']) {
      await userEvent.tab()
      expect(focused()).toBe(stop)
    }
    const save = screen.getByRole('button', { name: 'Save' }).element().getBoundingClientRect()
    const seen = box.getBoundingClientRect()
    expect(save.top).toBeGreaterThanOrEqual(seen.top - 1)
    expect(save.top).toBeLessThan(seen.bottom)
  })

  test('has an end: a long dialog is scrolled in itself, by the keyboard too', async () => {
    const words: UINode = { kind: 'text', text: 'word '.repeat(5_000) }
    const { box, showTree } = await widgetOf(tall)
    expect(find(box, '.pui-dialog').getBoundingClientRect().height).toBeLessThan(600)
    showTree(dialog('Tall', { children: [words] }))
    await expect.poll(() => find(box, '.pui-dialog-body').tabIndex).toBe(0)
  })

  test('is found in view in a widget that is higher than the screen', async () => {
    const rows = Array.from({ length: 300 }, (_, index): UINode => ({ kind: 'text', text: `row ${index}` }))
    const { box } = await widgetOf(column(...rows, dialog('Rename')))
    for (const at of [0, 1_500, 3_000]) {
      window.scrollTo(0, at)
      const { top, bottom } = find(box, '.pui-dialog').getBoundingClientRect()
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeLessThanOrEqual(window.innerHeight)
    }
    window.scrollTo(0, 0)
  })
})

test('where a host draws nodes in a place of its own, which has no layer, a dialog is drawn where it stands', async () => {
  const source = createFakeWidgetSource()
  const node = dialog('Rename', { children: [] })
  source.showTree(WIDGET.instanceId, WIDGET.widgetId, node)
  const OwnPlace = (): ReactElement | null => {
    const tree = usePluginTree(WIDGET.instanceId, WIDGET.widgetId)
    if (tree.scope === null) return null
    return (
      <main>
        <PluginTreeScope tree={tree}>
          <BUILT_IN_COMPONENTS.dialog node={node} emit={tree.emit} renderNode={() => null} />
        </PluginTreeScope>
      </main>
    )
  }
  const screen = await render(
    <PluginProvider source={source}>
      <OwnPlace />
    </PluginProvider>,
  )
  await expect.element(screen.getByRole('dialog', { name: 'Rename' })).toBeVisible()
  expect(screen.getByRole('dialog').element().closest('main')).not.toBeNull()
  await screen.getByRole('button', { name: 'Close' }).click()
  expect(source.emitted.map(({ handler }) => handler)).toEqual(['close'])
  expect(document.activeElement?.closest('[role=dialog]')).not.toBeNull()
})
