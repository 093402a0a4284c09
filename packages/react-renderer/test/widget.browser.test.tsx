import '../src/styles.css'

import { createFakeWidgetSource } from '@plugboard/contract-tests'
import { shareStructure } from '@plugboard/contracts'
import type { UINode } from '@plugboard/contracts'
import { INHERIT_TOKENS, type NodeProps, PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'

import { find, WIDGET, widgetOf } from './widgetOf.tsx'

const button: UINode = { kind: 'button', label: 'Go', onPress: { handler: 'go' } }

describe('a widget', () => {
  test.each([
    [{ enabled: false }, /Paused/],
    [{ status: 'error', error: { code: 'RUNTIME_TIMEOUT', message: 'It ran too long.' } }, /stopped/],
    [{ status: 'quarantined' }, /held back/],
  ] as const)('that is $0 keeps its tree, greyed and out of reach, and says why', async (parts, words) => {
    const { box, screen, show } = await widgetOf(button)
    expect(find(box, '.pui-tree').inert).toBe(false)
    show(parts)
    await expect.element(screen.getByText(words)).toBeVisible()
    expect(find(box, '.pui-button').textContent).toBe('Go')
    expect(find(box, '.pui-tree').inert).toBe(true)
    await expect.poll(() => Number(getComputedStyle(find(box, '.pui-tree')).opacity)).toBeLessThan(1)
  })

  test('stays usable beside an error that only one handler had', async () => {
    const { box, screen, show, source } = await widgetOf(button)
    show({ error: { code: 'PLUGIN_THREW', message: 'It threw.', source: { line: 18, column: 17 } } })
    await expect.element(screen.getByText('It threw.')).toBeVisible()
    await expect.element(screen.getByText('Line 18, column 17')).toBeVisible()
    expect(find(box, '.pui-tree').inert).toBe(false)
    await screen.getByRole('button', { name: 'Go' }).click()
    expect(source.emitted).toHaveLength(1)
  })

  test('leaves status to a host that shows it itself', async () => {
    const { screen, show } = await widgetOf(button, { widget: { renderStatus: ({ error }) => error?.code ?? null } })
    show({ error: { code: 'PLUGIN_THREW', message: 'It threw.' } })
    await expect.element(screen.getByText(/PLUGIN_THREW/)).toBeInTheDocument()
    expect(screen.container.textContent).not.toContain('It threw.')
  })

  test('does not draw again what did not change', async () => {
    const drawn: string[] = []
    const Text = ({ node }: NodeProps<'text'>): ReactElement => {
      drawn.push(node.text)
      return <p>{node.text}</p>
    }
    const row = (value: number): UINode => ({ kind: 'text', text: `row ${value}` })
    const before: UINode = {
      kind: 'column',
      children: [
        row(1),
        { kind: 'list', label: 'List', items: [1, 2].map((n) => ({ key: `${n}`, content: [row(n * 10)] })) },
        {
          kind: 'table',
          caption: 'Table',
          columns: [{ id: 'c', header: 'C' }],
          rows: [1, 2].map((n) => ({ key: `${n}`, cells: { c: { node: row(n * 100) } } })),
        },
      ],
    }
    const { screen, showTree, show } = await widgetOf(before, { provider: { components: { text: Text } } })
    drawn.length = 0
    // the same tree, with one item of the list another
    const after = JSON.parse(JSON.stringify(before).replace('"row 20"', '"row 21"')) as UINode
    showTree(shareStructure(before, after))
    await expect.element(screen.getByText('row 21')).toBeVisible()
    expect(drawn).toEqual(['row 21'])
    show({ acknowledged: { some: 1 } })
    show({ error: { code: 'PLUGIN_THREW', message: 'It threw.' } })
    await expect.element(screen.getByText('It threw.')).toBeVisible()
    expect(drawn).toEqual(['row 21'])
  })

  test('does not look again at the items and rows that did not change', async () => {
    let looks = 0
    const item = {
      key: 'a',
      get content(): readonly UINode[] {
        looks += 1
        return []
      },
    }
    const row = {
      key: 'a',
      get cells() {
        looks += 1
        return { c: 'cell' }
      },
    }
    const columns = [{ id: 'c', header: 'C' }]
    const tree = (label: string): UINode => ({
      kind: 'column',
      children: [
        { kind: 'list', label, items: [item] },
        { kind: 'table', caption: label, columns, rows: [row] },
      ],
    })
    const { screen, showTree } = await widgetOf(tree('first'))
    expect(looks).toBeGreaterThan(0)
    looks = 0
    showTree(tree('second'))
    await expect.element(screen.getByRole('list', { name: 'second' })).toBeInTheDocument()
    expect(looks).toBe(0)
  })

  test('whose component throws says so, alone, and is tried again on the next tree', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const Text = ({ node }: NodeProps<'text'>): ReactElement => {
      if (node.text === 'bad') throw new Error('secret of the host')
      return <p>{node.text}</p>
    }
    const { screen, showTree } = await widgetOf(
      { kind: 'text', text: 'bad' },
      { provider: { components: { text: Text } }, wrap: (widget) => [widget, <p key="page">The page</p>] },
    )
    await expect.element(screen.getByText('This widget cannot be drawn')).toBeVisible()
    expect(screen.container.textContent).not.toContain('secret')
    await expect.element(screen.getByText('The page')).toBeVisible()
    showTree({ kind: 'text', text: 'good' })
    await expect.element(screen.getByText('good')).toBeVisible()
    vi.restoreAllMocks()
  })

  test.each(['marquee', 'constructor', '__proto__'])('draws a placeholder for the kind "%s"', async (kind) => {
    // kinds that this version has no type for
    const unknown = { kind } as unknown as UINode
    const { screen } = await widgetOf({ kind: 'column', children: [unknown, { kind: 'text', text: 'after' }] })
    await expect.element(screen.getByText('This part cannot be shown.')).toBeVisible()
    await expect.element(screen.getByText('after')).toBeVisible()
  })

  test('needs a provider, and says so', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(render(<WidgetRenderer instanceId="a@00000000" widgetId="main" />)).rejects.toMatchObject({
      code: 'NO_PROVIDER',
    })
    vi.restoreAllMocks()
  })
})

describe('a host', () => {
  test('replaces one kind with a component of its own', async () => {
    const MyButton = ({ node, emit }: NodeProps<'button'>): ReactElement => (
      <button type="button" className="mine" onClick={() => emit(node.onPress, { type: 'press' })}>
        {node.label}!
      </button>
    )
    const MyPanel = ({ children, node, renderNode }: NodeProps<'panel'>): ReactElement => (
      <fieldset>
        <legend>{node.title}</legend>
        {children}
        {renderNode({ kind: 'badge', text: 'mine' })}
      </fieldset>
    )
    const { screen, source } = await widgetOf(
      { kind: 'panel', title: 'Title', children: [button] },
      { provider: { components: { button: MyButton, panel: MyPanel } } },
    )
    await screen.getByRole('button', { name: 'Go!' }).click()
    expect(source.emitted.map(({ handler }) => handler)).toEqual(['go'])
    await expect.element(screen.getByRole('group', { name: 'Title' })).toHaveTextContent('TitleGo!mine')
  })

  test('draws what stayed no second time: not beside what changed, not in a row that changed', async () => {
    const drawn: string[] = []
    const Counted = ({ node }: NodeProps<'badge'>): ReactElement => {
      drawn.push(node.text)
      return <b>{node.text}</b>
    }
    const badge = (text: string): UINode => ({ kind: 'badge', text })
    const [left, right] = [badge('left'), badge('right')]
    const treeOf = (words: string, cell: UINode): UINode => ({
      kind: 'column',
      children: [
        left,
        { kind: 'text', text: words },
        {
          kind: 'table',
          caption: 'T',
          columns: [
            { id: 'a', header: 'A' },
            { id: 'b', header: 'B' },
          ],
          rows: [{ key: 'r', cells: { a: words, b: { node: cell } } }],
        },
      ],
    })
    const { screen, showTree } = await widgetOf(treeOf('first', right), {
      provider: { components: { badge: Counted } },
    })
    expect(drawn).toEqual(['left', 'right'])
    showTree(treeOf('second', right))
    await expect.element(screen.getByRole('cell', { name: 'second' })).toBeVisible()
    expect(drawn).toEqual(['left', 'right'])
    showTree(treeOf('second', badge('other')))
    await expect.element(screen.getByText('other')).toBeVisible()
    expect(drawn).toEqual(['left', 'right', 'other'])
  })

  test('sets looks by tokens, and overrules any rule without a fight', async () => {
    const { box, screen } = await widgetOf(button, {
      provider: { tokens: { 'surface-raised': 'rgb(1, 2, 3)' } },
      wrap: (widget) => [<style key="style">{'button { color: rgb(4, 5, 6) }'}</style>, widget],
    })
    const style = getComputedStyle(find(box, 'button'))
    expect([style.backgroundColor, style.color]).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)'])
    await screen.unmount()
  })

  test('has widgets look like the page around them by the ready map for it', async () => {
    const { box, screen } = await widgetOf(
      { kind: 'column', children: [{ kind: 'text', text: 'words' }, button] },
      { provider: { tokens: INHERIT_TOKENS } },
    )
    screen.container.style.color = 'rgb(1, 2, 3)'
    screen.container.style.fontSize = '20px'
    const style = getComputedStyle(find(box, 'p'))
    expect([style.color, style.fontSize]).toEqual(['rgb(1, 2, 3)', '20px'])
    expect(getComputedStyle(box).backgroundColor).toBe('rgba(0, 0, 0, 0)')
  })

  test('has its color-scheme followed', async () => {
    const { box, screen } = await widgetOf({ kind: 'text', text: 'words' })
    screen.container.style.colorScheme = 'light'
    const light = getComputedStyle(find(box, 'p')).color
    screen.container.style.colorScheme = 'dark'
    expect(getComputedStyle(find(box, 'p')).color).not.toBe(light)
  })

  test('keeps its outline: headings of a widget begin one level below its own', async () => {
    const { screen } = await widgetOf(
      {
        kind: 'column',
        children: [
          { kind: 'heading', text: 'first' },
          { kind: 'heading', text: 'third', level: 3 },
        ],
      },
      { provider: { headingLevel: 4 } },
    )
    expect(screen.getByText('first').element().tagName).toBe('H5')
    expect(screen.getByText('third').element().tagName).toBe('H6')
  })

  test('swaps the source, and the widget follows', async () => {
    const { screen, source } = await widgetOf({ kind: 'text', text: 'old source' })
    const other = createFakeWidgetSource()
    other.showTree(WIDGET.instanceId, WIDGET.widgetId, { kind: 'text', text: 'other source' })
    await screen.rerender(
      <PluginProvider source={other}>
        <WidgetRenderer {...WIDGET} />
      </PluginProvider>,
    )
    await expect.element(screen.getByText('other source')).toBeVisible()
    expect(source.leaseCount).toBe(0)
  })
})
