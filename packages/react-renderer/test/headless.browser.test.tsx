import { createFakeWidgetSource, type FakeWidgetSource } from '@plugboard/contract-tests'
import { childNodesOf, type UINode } from '@plugboard/contracts'
import { type NodeProps, PluginProvider, PluginTreeScope, useDraft, usePluginTree } from '@plugboard/react-renderer'
import { type ReactElement, StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'

/** A tree as lines of text with buttons: nothing of the renderer's own components. */
function Lines({ instanceId, widgetId = 'main' }: { readonly instanceId: string; readonly widgetId?: string }) {
  const { snapshot, emit } = usePluginTree(instanceId, widgetId)
  const line = (node: UINode): ReactElement[] => [
    ...(node.kind === 'text' ? [<li key={node.text}>{node.text}</li>] : []),
    ...(node.kind === 'button'
      ? [
          <li key={node.label}>
            <button type="button" onClick={() => emit(node.onPress, { type: 'press' })}>
              {node.label}
            </button>
          </li>,
        ]
      : []),
    ...(node.kind === 'column' ? node.children : childNodesOf(node)).flatMap(line),
  ]
  return (
    <>
      <p>status: {snapshot.status}</p>
      <ul>{snapshot.tree === null ? null : line(snapshot.tree)}</ul>
    </>
  )
}

const tree: UINode = {
  kind: 'column',
  children: [
    { kind: 'text', text: 'words' },
    { kind: 'button', label: 'Go', onPress: { handler: 'go', args: [1] } },
  ],
}

const ADDRESS = ['guest@00000000', 'main'] as const

function sourceWith(node: UINode): FakeWidgetSource {
  const source = createFakeWidgetSource()
  source.showTree(...ADDRESS, node)
  return source
}

describe('usePluginTree', () => {
  test('gives the tree and a way to send, and leaves the drawing to the host', async () => {
    const source = sourceWith(tree)
    const screen = await render(
      <PluginProvider source={source}>
        <Lines instanceId={ADDRESS[0]} />
      </PluginProvider>,
    )
    await expect.element(screen.getByText('words')).toBeVisible()
    await screen.getByRole('button', { name: 'Go' }).click()
    expect(source.emitted).toEqual([
      { instanceId: ADDRESS[0], widgetId: 'main', handler: 'go', event: { type: 'press', args: [1] } },
    ])
    expect(screen.container.querySelector('[class^=pui-]')).toBeNull()
    source.show(...ADDRESS, { status: 'error', error: { code: 'PLUGIN_THREW', message: 'It threw.' } })
    await expect.element(screen.getByText('status: error')).toBeVisible()
    expect(screen.container.textContent).toContain('words')
  })

  test('mounted twice by StrictMode holds one lease, and gives it back', async () => {
    const source = sourceWith(tree)
    const screen = await render(
      <StrictMode>
        <PluginProvider source={source}>
          <Lines instanceId={ADDRESS[0]} />
        </PluginProvider>
      </StrictMode>,
    )
    expect(source.leaseCount).toBe(1)
    await screen.unmount()
    expect([source.leaseCount, source.listenerCount]).toEqual([0, 0])
  })

  test('asked for another widget never gives the tree of the last one under its name', async () => {
    const source = sourceWith(tree)
    source.showTree('other@00000000', 'main', { kind: 'text', text: 'other' })
    const seen: string[] = []
    const Watch = ({ instanceId }: { readonly instanceId: string }): null => {
      const { snapshot } = usePluginTree(instanceId, 'main')
      seen.push(`${instanceId.split('@')[0] ?? ''}: ${snapshot.tree?.kind ?? 'none'}`)
      return null
    }
    const app = (instanceId: string): ReactElement => (
      <PluginProvider source={source}>
        <Watch instanceId={instanceId} />
      </PluginProvider>
    )
    const screen = await render(app(ADDRESS[0]))
    await screen.rerender(app('other@00000000'))
    await expect.poll(() => seen.at(-1)).toBe('other: text')
    expect(seen).not.toContain('other: column')
    expect(source.leaseCount).toBe(1)
  })

  test('with a scope around it, fields keep what is typed, and it is sent before a press', async () => {
    const source = sourceWith(tree)
    const Field = ({ node }: Pick<NodeProps<'input'>, 'node'>): ReactElement => (
      <input aria-label={node.label} {...useDraft(node)} />
    )
    const node = { kind: 'input', name: 'city', label: 'City', onChange: { handler: 'change' } } as const
    const App = (): ReactElement => {
      const plugin = usePluginTree(...ADDRESS)
      return (
        <PluginTreeScope tree={plugin}>
          <Field node={node} />
          <button type="button" onClick={() => plugin.emit({ handler: 'go' }, { type: 'press' })}>
            Go
          </button>
        </PluginTreeScope>
      )
    }
    const screen = await render(
      <PluginProvider source={source}>
        <App />
      </PluginProvider>,
    )
    await screen.getByLabelText('City').fill('Oslo')
    await screen.getByRole('button', { name: 'Go' }).click()
    expect(source.emitted.map(({ handler }) => handler)).toEqual(['change', 'go'])
  })

  test('needs a provider, and says so', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(render(<Lines instanceId={ADDRESS[0]} />)).rejects.toMatchObject({ code: 'NO_PROVIDER' })
    vi.restoreAllMocks()
  })
})
