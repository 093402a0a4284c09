import '../src/styles.css'

import { hostileTrees } from '@plugboard/contract-tests'
import type { UINode } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import { type NodeProps, useDraft } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { find, widgetOf } from './widgetOf.tsx'

const pressed = vi.fn()
const submitted = vi.fn()

/** A host with a form around the widget, and controls before and after it. */
function host(widget: ReactElement): ReactElement {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submitted()
      }}
    >
      <input id="host-field" name="host-field" defaultValue="host" />
      {widget}
      <button id="allow-button" type="submit" onClick={pressed}>
        Allow
      </button>
    </form>
  )
}

const field: UINode = { kind: 'input', name: 'allow', label: 'Name', required: true }

beforeEach(() => {
  pressed.mockClear()
  submitted.mockClear()
  // What a tree does to a component is the error boundary's business, and React's to report.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** A tree that no parser has seen: what would reach the page if the host's parser had a hole. */
function unparsed(create: () => unknown): UINode {
  // the point of these tests
  return create() as UINode
}

describe('a hostile tree', () => {
  const drawable = hostileTrees.filter(({ outcome }) => outcome !== 'refused')

  test.each(drawable.map(({ name, create }) => [name, create] as const))(
    'with %s stays in its box, parsed or not',
    async (_name, create) => {
      for (const tree of [parseUITree(create()).tree, unparsed(create)]) {
        const elements = document.querySelectorAll('*').length
        const requests = performance.getEntriesByType('resource').length
        // One after the other: they share a page.
        const { box, screen } = await widgetOf(tree, { wrap: host })
        const ownField = find(document, '#host-field')
        ownField.focus()
        expect(document.querySelectorAll('*').length - elements).toBe(1 + screen.container.querySelectorAll('*').length)
        expect(box.querySelector('script, style, link, iframe, object, embed, form, img, a, base, meta')).toBeNull()
        expect(
          box.querySelector(
            '[name]:not([type="radio"]), [href], [src], [srcdoc], [slot], [contenteditable], [data-testid]',
          ),
        ).toBeNull()
        // A group of radio buttons has a name, and it is the renderer's.
        for (const { name } of box.querySelectorAll('input')) expect(name).toMatch(/^(?:pui-_r_\w+_)?$/)
        expect(document.querySelectorAll('#allow-button')).toHaveLength(1)
        expect(performance.getEntriesByType('resource')).toHaveLength(requests)
        expect(document.activeElement).toBe(ownField)
        expect(pressed).not.toHaveBeenCalled()
        expect(isOnTop(find(document, '#allow-button'))).toBe(true)
        await screen.unmount()
      }
    },
  )
})

/** Whether a click in the middle of an element would reach it. */
function isOnTop(element: HTMLElement): boolean {
  element.scrollIntoView({ block: 'center' })
  const { left, top, width, height } = element.getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, top + height / 2) === element
}

describe('the box', () => {
  test('cuts off, keeps under the host and holds in direction whatever is drawn in it', async () => {
    const Cover = (): ReactElement => (
      <div style={{ position: 'fixed', inset: '-2000px', zIndex: 2_147_483_647, background: 'red' }} />
    )
    const { box } = await widgetOf(
      { kind: 'text', text: '\u202E' },
      {
        // A host's own rules do not undo it.
        wrap: (widget) => [<style key="style">{'div { unicode-bidi: normal; contain: none }'}</style>, host(widget)],
        provider: { components: { text: Cover } },
      },
    )
    expect(isOnTop(find(document, '#allow-button'))).toBe(true)
    expect(isOnTop(find(document, '#host-field'))).toBe(true)
    const style = getComputedStyle(box)
    // short for layout, paint and style
    expect(style.contain).toBe('content')
    expect([style.overflow, style.isolation, style.unicodeBidi, style.position]).toEqual([
      'clip',
      'isolate',
      'isolate',
      'relative',
    ])
  })

  test('does not need the stylesheet for that', async () => {
    const { box } = await widgetOf({ kind: 'divider' })
    expect(box.style.contain).toContain('paint')
    expect(box.style.overflow).toBe('clip')
  })
})

describe('a form of the host around a widget', () => {
  test('is not sent by Enter in a field, nor by a button, of the widget', async () => {
    await widgetOf(
      { kind: 'column', children: [field, { kind: 'button', label: 'Go', onPress: { handler: 'go' } }] },
      { wrap: host },
    )
    find(document, '.pui-input').focus()
    await userEvent.keyboard('x{Enter}')
    find(document, '.pui-button').click()
    expect(submitted).not.toHaveBeenCalled()
    expect(pressed).not.toHaveBeenCalled()
  })

  test('is not sent by Enter in a field that the host draws itself', async () => {
    const MyInput = ({ node }: NodeProps<'input'>): ReactElement => (
      <input className="mine" aria-label={node.label} {...useDraft(node)} />
    )
    await widgetOf(field, { wrap: host, provider: { components: { input: MyInput } } })
    find(document, '.mine').focus()
    await userEvent.keyboard('x{Enter}')
    expect(submitted).not.toHaveBeenCalled()
  })

  test('neither waits for what the widget requires nor sends what it holds', async () => {
    await widgetOf(field, { wrap: host })
    const form = find(document, 'form')
    if (!(form instanceof HTMLFormElement)) throw new Error('No form.')
    expect(form.checkValidity()).toBe(true)
    expect([...new FormData(form).keys()]).toEqual(['host-field'])
    expect([...form.elements].map(({ id }) => id)).toEqual(['host-field', 'allow-button'])
  })
})

describe('what a plugin names', () => {
  test('names nothing in the page: ids are the renderer’s own, fields have no name', async () => {
    const { box } = await widgetOf({
      kind: 'column',
      key: 'allow-button',
      children: [{ ...field, key: 'allow-button' }],
    })
    const input = find(box, 'input')
    expect(input.getAttribute('name')).toBeNull()
    expect(document.getElementById('allow-button')).toBeNull()
    expect(document.getElementById('allow')).toBeNull()
  })

  test('gets no saved password of the host’s', async () => {
    const { box } = await widgetOf({ kind: 'input', name: 'password', label: 'Password', type: 'password' })
    expect(find(box, 'input').getAttribute('autocomplete')).toBe('new-password')
  })
})
