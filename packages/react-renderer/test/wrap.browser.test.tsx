import '../src/styles.css'

import type { UINode } from '@plugboard/contracts'
import type { NodeProps, WrapProps } from '@plugboard/react-renderer'
import { Component, type ReactElement, type ReactNode } from 'react'
import { describe, expect, test, vi } from 'vitest'

import { find, widgetOf } from './widgetOf.tsx'

const Frame = ({ node, children }: WrapProps<UINode['kind']>): ReactElement => (
  <div data-frame={node.kind}>{children}</div>
)
const Card = ({ node, children }: WrapProps<'panel'>): ReactElement => (
  <article aria-label={`Card ${node.title ?? ''}`}>{children}</article>
)

const panel: UINode = {
  kind: 'panel',
  title: 'Weather',
  children: [
    { kind: 'text', text: 'Rain' },
    { kind: 'list', label: 'Days', items: [{ key: 'a', content: [{ kind: 'badge', text: 'Monday' }] }] },
  ],
}

describe('wrap', () => {
  test('puts a component around each node of a kind, and another around every node, outermost', async () => {
    const { box, screen } = await widgetOf(panel, { provider: { wrap: { '*': Frame, panel: Card } } })
    const card = screen.getByRole('article', { name: 'Card Weather' }).element()
    expect(card.parentElement?.dataset['frame']).toBe('panel')
    expect(card.firstElementChild?.className).toBe('pui-panel')
    expect([...box.querySelectorAll<HTMLElement>('[data-frame]')].map(({ dataset }) => dataset['frame'])).toEqual([
      'panel',
      'text',
      'list',
      'badge',
    ])
  })

  test('goes around components of the host’s own too', async () => {
    const MyText = ({ node }: NodeProps<'text'>): ReactElement => <p className="mine">{node.text}</p>
    const { box } = await widgetOf(panel, { provider: { wrap: { text: Frame }, components: { text: MyText } } })
    expect(find(box, '[data-frame=text] > .mine').textContent).toBe('Rain')
    expect(box.querySelectorAll('[data-frame]')).toHaveLength(1)
  })

  test('keeps elements and what was typed from one tree to the next', async () => {
    const input: UINode = { kind: 'input', name: 'city', label: 'City' }
    const { box, screen, showTree } = await widgetOf(
      { kind: 'column', children: [input] },
      { provider: { wrap: { '*': Frame } } },
    )
    await screen.getByLabelText('City').fill('Oslo')
    const element = find(box, 'input')
    showTree({
      kind: 'column',
      children: [
        { ...input, help: 'Where you are.' },
        { kind: 'text', text: 'new' },
      ],
    })
    await expect.element(screen.getByText('new')).toBeVisible()
    expect(find(box, 'input')).toBe(element)
    await expect.element(screen.getByLabelText('City')).toHaveValue('Oslo')
  })

  test('draws again only what changed', async () => {
    const drawn: string[] = []
    const Counted = ({ node, children }: WrapProps<'text'>): ReactNode => {
      drawn.push(node.text)
      return children
    }
    const same: UINode = { kind: 'text', text: 'same' }
    const { screen, showTree } = await widgetOf(
      { kind: 'column', children: [same, { kind: 'text', text: 'one' }] },
      { provider: { wrap: { text: Counted } } },
    )
    expect(drawn).toEqual(['same', 'one'])
    showTree({ kind: 'column', children: [same, { kind: 'text', text: 'two' }] })
    await expect.element(screen.getByText('two')).toBeVisible()
    expect(drawn).toEqual(['same', 'one', 'two'])
  })

  test('may be an error boundary around every node: one that fails takes nothing else with it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    class Boundary extends Component<WrapProps<UINode['kind']>, { readonly hasFailed: boolean }> {
      override state = { hasFailed: false }
      static getDerivedStateFromError(): { readonly hasFailed: boolean } {
        return { hasFailed: true }
      }
      override render(): ReactNode {
        return this.state.hasFailed ? <p>failed: {this.props.node.kind}</p> : this.props.children
      }
    }
    const Bad = (): ReactElement => {
      throw new Error('bad')
    }
    const { screen } = await widgetOf(panel, { provider: { wrap: { '*': Boundary }, components: { list: Bad } } })
    await expect.element(screen.getByText('failed: list')).toBeVisible()
    await expect.element(screen.getByText('Rain')).toBeVisible()
    vi.restoreAllMocks()
  })

  test.each(['constructor', '__proto__', '*'])('wraps no kind "%s" of a plugin’s own making', async (kind) => {
    // kinds that this version has no type for
    const unknown = { kind } as unknown as UINode
    const { box, screen } = await widgetOf(
      { kind: 'column', children: [unknown] },
      { provider: { wrap: { '*': Frame } } },
    )
    await expect.element(screen.getByText('This part cannot be shown.')).toBeVisible()
    expect(box.querySelectorAll('[data-frame]')).toHaveLength(1)
  })
})
