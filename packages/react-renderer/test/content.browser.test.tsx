import '../src/styles.css'

import type { UINode } from '@plugboard/contracts'
import { BUILT_IN_ICONS, type DecideNavigation } from '@plugboard/react-renderer'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { find, WIDGET, widgetOf } from './widgetOf.tsx'

const link: UINode = { kind: 'link', text: 'The manual', href: 'https://example.com/manual' }

/** What a click on the link would have done, without a tab that opens. */
async function followed(decide?: DecideNavigation, tree = link): Promise<readonly boolean[]> {
  const { screen } = await widgetOf(tree, { provider: decide === undefined ? {} : { onNavigate: decide } })
  const opened: boolean[] = []
  const listener = (event: Event): void => {
    opened.push(!event.defaultPrevented)
    event.preventDefault()
  }
  document.addEventListener('click', listener)
  await screen.getByRole('link').first().click()
  document.removeEventListener('click', listener)
  return opened
}

describe('a link', () => {
  test('opens a tab of its own that knows nothing of the page, where the host lets it', async () => {
    const decide = vi.fn<DecideNavigation>(() => 'open')
    expect(await followed(decide)).toEqual([true])
    expect(decide).toHaveBeenCalledExactlyOnceWith('https://example.com/manual', WIDGET)
    const element = find(document, '.pui-link a')
    expect(element.getAttribute('target')).toBe('_blank')
    expect(element.getAttribute('rel')).toContain('noopener noreferrer')
  })

  test('asks first where the host says nothing, and says where it leads', async () => {
    const drawn = await widgetOf(link)
    await drawn.screen.getByRole('link', { name: /The manual/ }).click()
    await expect
      .element(drawn.screen.getByRole('status'))
      .toHaveTextContent('This leads away from this page, to example.com')
    await expect
      .element(drawn.screen.getByRole('link', { name: 'Open it' }))
      .toHaveAttribute('href', 'https://example.com/manual')
    await drawn.screen.getByRole('button', { name: 'Stay here' }).click()
    await expect.poll(() => drawn.box.querySelectorAll('a')).toHaveLength(1)
  })

  test('is asked about by the keyboard as by the mouse', async () => {
    const { box, screen } = await widgetOf(link)
    find(box, 'a').focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('link', { name: 'Open it' })).toBeVisible()
  })

  test('says so when the host does not open it, and offers nothing else', async () => {
    expect(await followed(() => 'block')).toEqual([false])
    await expect
      .poll(() => find(document, '.pui-link-question').textContent)
      .toBe('This page does not open example.com')
  })

  test('names the receiver of a message', async () => {
    await followed(undefined, { kind: 'link', text: 'Write', href: 'mailto:help@example.com?subject=Hi' })
    await expect.poll(() => find(document, '.pui-link-place').textContent).toBe('a message to help@example.com')
  })
})

describe('code', () => {
  afterEach(() => vi.restoreAllMocks())
  const code = (more: object): UINode => ({ kind: 'code', text: 'first\nsecond', ...more })

  test('keeps its line breaks, and its numbers are no part of it', async () => {
    const { box } = await widgetOf(code({ lineNumbers: true }))
    expect(find(box, 'code').textContent).toBe('first\nsecond\n')
    expect(box.querySelectorAll('.pui-code-line')).toHaveLength(2)
  })

  test('is copied by the host, which says whether it could', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce()
    const { screen } = await widgetOf(code({ copy: true, language: 'text' }))
    await screen.getByRole('button', { name: 'Copy' }).click()
    await expect.element(screen.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(write).toHaveBeenCalledExactlyOnceWith('first\nsecond')
    write.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
    await screen.getByRole('button').click()
    await expect.element(screen.getByRole('button', { name: 'Cannot copy here' })).toBeVisible()
  })

  test('is a tab stop only when it has to be scrolled', async () => {
    const { box, showTree } = await widgetOf(code({}))
    expect(find(box, 'pre').tabIndex).toBe(-1)
    showTree(code({ text: 'wide '.repeat(1_000) }))
    await expect.poll(() => find(box, 'pre').tabIndex).toBe(0)
  })
})

describe('an icon', () => {
  const icon = (more: object): UINode => ({ kind: 'icon', name: 'check', ...more })

  test('is decoration without a label, and an image with one', async () => {
    const { screen, showTree } = await widgetOf(icon({}))
    expect(screen.getByRole('img').elements()).toHaveLength(0)
    showTree(icon({ label: 'Done' }))
    await expect.element(screen.getByRole('img', { name: 'Done' })).toBeVisible()
  })

  test.each(['no-such-icon', 'constructor', '__proto__'])(
    'of a name that the host does not have is a dot: %s',
    async (name) => {
      const { box } = await widgetOf(icon({ name }))
      expect(find(box, '.pui-icon-mark').dataset['missing']).toBe('true')
    },
  )

  test("may be the host's own", async () => {
    const icons = { ...BUILT_IN_ICONS, logo: () => <svg data-mine="true" /> }
    const { box } = await widgetOf(icon({ name: 'logo' }), { provider: { icons } })
    expect(box.querySelector('[data-mine]')).not.toBeNull()
  })
})

describe('an empty place', () => {
  test('has a heading in the outline of the page, and sends its action', async () => {
    const { screen, source } = await widgetOf(
      {
        kind: 'empty',
        title: 'No orders',
        icon: 'inbox',
        action: { label: 'Add one', onPress: { handler: 'add', args: 1 } },
      },
      { provider: { headingLevel: 3 } },
    )
    await expect.element(screen.getByRole('heading', { level: 4, name: 'No orders' })).toBeVisible()
    await expect.element(screen.getByRole('group', { name: 'No orders' })).toBeVisible()
    await screen.getByRole('button', { name: 'Add one' }).click()
    expect(source.emitted.map(({ handler, event }) => [handler, event])).toEqual([['add', { type: 'press', args: 1 }]])
  })
})

describe('a grid', () => {
  const columnsOf = (box: HTMLElement): number =>
    getComputedStyle(find(box, '.pui-grid')).gridTemplateColumns.split(' ').length

  test.each([
    [800, { columns: 3 }, 3],
    [800, { minColumn: 'lg' }, 2],
    [800, { columns: 12, minColumn: 'sm' }, 5],
    [240, { columns: 3 }, 1],
    [100, { columns: 3 }, 1],
  ] as const)('has as many columns as fit in %i pixels of %o: %i', async (width, props, expected) => {
    const children = Array.from({ length: 12 }, (): UINode => ({ kind: 'text', text: 'x' }))
    const { box } = await widgetOf(
      { kind: 'grid', ...props, children },
      { wrap: (widget) => <div style={{ inlineSize: width }}>{widget}</div> },
    )
    expect(columnsOf(box)).toBe(expected)
  })
})

describe('a spinner', () => {
  test('says what is under way to those who cannot see it turn', async () => {
    const { screen } = await widgetOf({ kind: 'spinner', label: 'Loading orders' })
    await expect.element(screen.getByRole('status')).toHaveTextContent('Loading orders')
  })

  test('falls silent when its widget says too much', async () => {
    const spinner = (label: string): UINode => ({ kind: 'spinner', label })
    const { box, screen, showTree } = await widgetOf(spinner('step 0'))
    for (let step = 1; step <= 5; step += 1) {
      showTree(spinner(`step ${step}`))
      await expect.element(screen.getByText(`step ${step}`)).toBeVisible()
    }
    await expect.poll(() => find(box, '.pui-spinner').getAttribute('aria-live')).toBe('off')
  })
})
