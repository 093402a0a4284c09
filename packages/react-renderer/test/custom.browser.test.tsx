import '../src/styles.css'

import type { UINode } from '@plugboard/contracts'
import { type ComponentDiagnostic, type CustomPropsOf, defineComponent } from '@plugboard/react-renderer'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import { type ReactElement, useLayoutEffect } from 'react'
import * as v from 'valibot'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'

import { type DrawnWidget, find, widgetOf } from './widgetOf.tsx'

const place = z.strictObject({ lat: z.number(), lng: z.number() })
const MapComponent = defineComponent({
  name: 'acme/Map',
  props: place,
  events: { move: place, close: z.undefined(), 'not.json': z.any() },
  slots: ['popup', 'legend'],
})

const drawn: unknown[] = []
const emits: CustomPropsOf<typeof MapComponent>['emit'][] = []
function MapView({ props, emit, renderSlot }: CustomPropsOf<typeof MapComponent>): ReactElement {
  drawn.push(props)
  emits.push(emit)
  if (props.lat > 90) throw new Error('secret of the host')
  return (
    <figure aria-label={`Map of ${props.lat}, ${props.lng}`}>
      <button type="button" onClick={() => emit('move', { lat: props.lat + 1, lng: props.lng })}>
        North
      </button>
      <button type="button" onClick={() => emit('close')}>
        Close
      </button>
      <div data-slot="popup">{renderSlot('popup')}</div>
    </figure>
  )
}

const oslo = { lat: 60, lng: 11 }
const fallback: readonly UINode[] = [{ kind: 'text', text: 'Oslo, in words' }]
const map = (parts: Partial<Extract<UINode, { kind: 'custom' }>> = {}): UINode => ({
  kind: 'custom',
  component: 'acme/Map',
  props: oslo,
  ...parts,
})

interface Drawn extends DrawnWidget {
  readonly diagnostics: readonly ComponentDiagnostic[]
}

async function draw(tree: UINode, components = [MapComponent.implement(MapView)]): Promise<Drawn> {
  const diagnostics: ComponentDiagnostic[] = []
  drawn.length = 0
  const onDiagnostic = (diagnostic: ComponentDiagnostic): void => void diagnostics.push(diagnostic)
  return { ...(await widgetOf(tree, { provider: { custom: components, onDiagnostic } })), diagnostics }
}

const codesOf = ({ diagnostics }: Drawn): readonly string[] => diagnostics.map(({ code }) => code)

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a component of the host’s own', () => {
  test('is drawn with the props that its schema made, and sends its events to the plugin', async () => {
    const { screen, source } = await draw(
      map({ events: { move: { handler: 'moved', args: 1 }, close: { handler: 'closed' } } }),
    )
    await expect.element(screen.getByRole('figure', { name: 'Map of 60, 11' })).toBeVisible()
    await screen.getByRole('button', { name: 'North' }).click()
    await screen.getByRole('button', { name: 'Close' }).click()
    expect(source.emitted.map(({ handler, event }) => ({ handler, event }))).toEqual([
      { handler: 'moved', event: { type: 'custom', event: 'move', detail: { lat: 61, lng: 11 }, args: 1 } },
      { handler: 'closed', event: { type: 'custom', event: 'close' } },
    ])
  })

  test('sends nothing that the plugin does not listen to', async () => {
    const widget = await draw(map({ events: { move: { handler: 'moved' } } }))
    await widget.screen.getByRole('button', { name: 'Close' }).click()
    expect([widget.source.emitted, widget.diagnostics]).toEqual([[], []])
  })

  test('has the plugin’s nodes in its slots, drawn by the host, and nothing in an empty one', async () => {
    const popup: readonly UINode[] = [{ kind: 'button', label: 'Book', onPress: { handler: 'book' } }]
    const { box, screen, showTree, source } = await draw(map({ slots: { popup } }))
    await screen.getByRole('button', { name: 'Book' }).click()
    expect(source.emitted.map(({ handler }) => handler)).toEqual(['book'])
    showTree(map())
    await expect.poll(() => find(box, '[data-slot=popup]').childElementCount).toBe(0)
  })

  test('keeps its props the same object, and its element, while other parts of the node change', async () => {
    const { box, screen, showTree } = await draw(map())
    const element = find(box, 'figure')
    const before = drawn.at(-1)
    showTree(map({ slots: { popup: [{ kind: 'text', text: 'new' }] } }))
    await expect.element(screen.getByText('new')).toBeVisible()
    expect(drawn.at(-1)).toBe(before)
    expect(find(box, 'figure')).toBe(element)
    showTree(map({ props: { lat: 61, lng: 11 } }))
    await expect.element(screen.getByRole('figure', { name: 'Map of 61, 11' })).toBeVisible()
    expect(find(box, 'figure')).toBe(element)
  })

  test('is not drawn again when something beside it changes', async () => {
    const node = map()
    const { screen, showTree } = await draw({ kind: 'column', children: [node, { kind: 'text', text: 'one' }] })
    drawn.length = 0
    showTree({ kind: 'column', children: [node, { kind: 'text', text: 'two' }] })
    await expect.element(screen.getByText('two')).toBeVisible()
    expect(drawn).toEqual([])
  })

  test('may send while it is mounted, and reaches nobody once it is gone', async () => {
    const Ready = defineComponent({ name: 'acme/Ready', props: z.strictObject({}), events: { ready: z.string() } })
    let send: CustomPropsOf<typeof Ready>['emit'] | undefined
    const ReadyView = ({ emit }: CustomPropsOf<typeof Ready>): ReactElement => {
      useLayoutEffect(() => {
        send = emit
        emit('ready', 'mounted')
      }, [emit])
      return <p>ready</p>
    }
    const node: UINode = { kind: 'custom', component: 'acme/Ready', events: { ready: { handler: 'ready' } } }
    const { screen, showTree, source } = await draw(node, [Ready.implement(ReadyView)])
    await expect.element(screen.getByText('ready')).toBeVisible()
    showTree({ kind: 'text', text: 'gone' })
    await expect.element(screen.getByText('gone')).toBeVisible()
    send?.('ready', 'too late')
    expect(source.emitted.map(({ event }) => event)).toEqual([{ type: 'custom', event: 'ready', detail: 'mounted' }])
  })

  test('that declares names which every object inherits finds them only where the plugin gave them', async () => {
    const Odd = defineComponent({
      name: 'acme/Odd',
      props: z.strictObject({}),
      events: { constructor: z.any() },
      slots: ['constructor'],
    })
    const OddView = ({ emit, renderSlot }: CustomPropsOf<typeof Odd>): ReactElement => (
      <button type="button" onClick={() => emit('constructor', 1)}>
        Odd {renderSlot('constructor')}
      </button>
    )
    const node: UINode = { kind: 'custom', component: 'acme/Odd', events: {}, slots: {} }
    const { screen, source } = await draw(node, [Odd.implement(OddView)])
    await screen.getByRole('button', { name: 'Odd' }).click()
    expect(source.emitted).toEqual([])
  })

  test('carries the words of the node for those who do not see it', async () => {
    const { screen } = await draw(map({ a11y: { label: 'Where we are' } }))
    await expect.element(screen.getByRole('group', { name: 'Where we are' })).toBeVisible()
  })

  test('is defined by any Standard Schema', async () => {
    const Film = defineComponent({
      name: 'acme/Film',
      props: v.strictObject({ minutes: v.pipe(v.string(), v.transform(Number)) }),
    })
    const FilmView = ({ props }: CustomPropsOf<typeof Film>): ReactElement => <p>{props.minutes + 1} minutes</p>
    const film = (minutes: string | number): UINode => ({ kind: 'custom', component: 'acme/Film', props: { minutes } })
    const widget = await draw(film('90'), [Film.implement(FilmView)])
    await expect.element(widget.screen.getByText('91 minutes')).toBeVisible()
    widget.showTree(film(90))
    await expect.element(widget.screen.getByText(/props\.minutes/)).toBeVisible()
  })
})

describe('where the page has no such component', () => {
  test('the plugin’s fallback is drawn, and without one a mark that names it', async () => {
    const widget = await draw(map({ fallback }), [])
    await expect.element(widget.screen.getByText('Oslo, in words')).toBeVisible()
    expect(widget.diagnostics).toEqual([])
    widget.showTree(map())
    await expect.element(widget.screen.getByText(/"acme\/Map": This page has no such component/)).toBeVisible()
    expect(widget.diagnostics).toMatchObject([
      { code: 'unknown-component', component: 'acme/Map', instanceId: 'guest@00000000', widgetId: 'main' },
    ])
  })

  test.each(['constructor', '__proto__', '__proto__/x', 'constructor/x', 'toString', 'get', 'acme/map', ''])(
    'the name "%s" is looked up among the host’s components and nowhere else',
    async (component) => {
      const widget = await draw(map({ component }))
      await expect.element(widget.screen.getByText('This part cannot be shown.')).toBeVisible()
      expect(codesOf(widget)).toEqual(['unknown-component'])
    },
  )
})

describe('what a plugin may get wrong', () => {
  test.each([
    ['a prop of another type', { props: { lat: 'north', lng: 11 } }, 'invalid-props', /props\.lat/],
    ['no props', { props: {} }, 'invalid-props', /props\.lat.*and 1 more/],
    ['a prop that is not there', { props: { ...oslo, dangerouslySetInnerHTML: 'x' } }, 'invalid-props', /props/],
    ['a slot that is not there', { slots: { header: [] } }, 'unknown-slot', /no slot "header"/],
    ['an inherited slot', { slots: { constructor: [] } }, 'unknown-slot', /no slot "constructor"/],
    ['an event that is not there', { events: { zoom: { handler: 'a' } } }, 'unknown-event', /no event "zoom"/],
    ['an inherited event', { events: { toString: { handler: 'a' } } }, 'unknown-event', /no event "toString"/],
  ] as const)('%s leaves a mark and a diagnostic, and the rest is drawn', async (_name, parts, code, words) => {
    const widget = await draw({ kind: 'column', children: [map(parts), { kind: 'text', text: 'after' }] })
    await expect.element(widget.screen.getByText(words)).toBeVisible()
    await expect.element(widget.screen.getByText('after')).toBeVisible()
    expect(codesOf(widget)).toEqual([code])
    expect(drawn).toEqual([])
  })

  test('however much it is, the words stay short and on one line', async () => {
    const props = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`\u202Ekey\n${index}`, index]))
    const widget = await draw(map({ props, slots: { ['s'.repeat(100_000)]: [] } }))
    widget.showTree(map({ props }))
    await expect.poll(() => codesOf(widget)).toEqual(['unknown-slot', 'invalid-props'])
    for (const { message } of widget.diagnostics) {
      expect(message.length).toBeLessThanOrEqual(300)
      expect(message).not.toMatch(/[\n\u202E]/)
    }
  })

  test('the same fault in tree after tree is told once', async () => {
    const widget = await draw(map({ props: {} }))
    widget.showTree(map({ props: {}, fallback }))
    widget.showTree(map({ props: {}, fallback: [] }))
    await expect.element(widget.screen.getByText(/props\.lat/)).toBeVisible()
    expect(codesOf(widget)).toEqual(['invalid-props'])
  })
})

describe('what a host may get wrong', () => {
  test.each([
    ['that does not fit', 'move', { lat: 'x' }, 'invalid-detail'],
    ['that no plugin can be told', 'not.json', { when: () => 1 }, 'invalid-detail'],
    ['that its definition does not know', 'zoom', 1, 'undeclared-event'],
    ['that its definition inherits', 'toString', 1, 'undeclared-event'],
  ])('an event %s is dropped and reported, and throws nothing', async (_name, event, detail, code) => {
    const widget = await draw(map({ events: { move: { handler: 'moved' }, 'not.json': { handler: 'odd' } } }))
    await expect.element(widget.screen.getByRole('figure')).toBeVisible()
    // An untyped component.
    const emit = emits.at(-1) as unknown as (event: string, detail: unknown) => void
    emit(event, detail)
    expect(codesOf(widget)).toEqual([code])
    expect(widget.source.emitted).toEqual([])
  })

  test('a component that throws is caught alone, says nothing of why, and is tried again with the next node', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const widget = await draw({ kind: 'row', children: [map({ props: { lat: 99, lng: 0 } }), ...fallback] })
    await expect.element(widget.screen.getByText('"acme/Map" failed on it.')).toBeVisible()
    await expect.element(widget.screen.getByText('Oslo, in words')).toBeVisible()
    expect(widget.screen.container.textContent).not.toContain('secret')
    expect(widget.diagnostics).toMatchObject([{ code: 'component-threw', cause: { message: 'secret of the host' } }])
    widget.showTree({ kind: 'row', children: [map(), ...fallback] })
    await expect.element(widget.screen.getByRole('figure')).toBeVisible()
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('secret')
      },
      /failed/,
    ],
    ['answers later', () => Promise.reject(new Error('late')), /answers later/],
  ] as const)('a schema that %s leaves a mark', async (_name, validate, words) => {
    const props: StandardSchemaV1 = { '~standard': { version: 1, vendor: 'test', validate } }
    const Odd = defineComponent({ name: 'acme/Odd', props })
    const widget = await draw({ kind: 'custom', component: 'acme/Odd' }, [Odd.implement(() => <p>drawn</p>)])
    await expect.element(widget.screen.getByText(words)).toBeVisible()
    expect(codesOf(widget)).toEqual(['invalid-props'])
    expect(widget.screen.container.textContent).not.toContain('secret')
  })

  test('a name that no plugin could say, a capability that nobody could grant and a name twice are errors', async () => {
    const props = z.strictObject({})
    const define =
      (name: string, capability = 'maps') =>
      () =>
        defineComponent({ name, props, capability })
    expect(define('Map')).toThrow(/vendor\/Component/)
    expect(define('acme/Map', 'ui:acme/Map')).toThrow(/never be granted/)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const twice = [MapComponent.implement(MapView), MapComponent.implement(MapView)]
    await expect(draw(map(), twice)).rejects.toMatchObject({ code: 'DUPLICATE_COMPONENT' })
  })

  test('without a function that hears of it, the console is told, once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    for (const round of [1, 2]) {
      const widget = await widgetOf(map({ component: 'acme/Console', key: `${round}` }))
      await expect.element(widget.screen.getByText(/acme\/Console/)).toBeVisible()
      await widget.screen.unmount()
    }
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn).toHaveBeenCalledWith('"acme/Console": This page has no such component.')
  })
})

describe('a component with a capability', () => {
  const Secret = defineComponent({ name: 'acme/Secret', props: z.strictObject({}), capability: 'secrets' })
  const components = [Secret.implement(() => <p>the secret</p>)]
  const secret: UINode = { kind: 'custom', component: 'acme/Secret', fallback: [{ kind: 'text', text: 'without it' }] }

  test('is drawn for instances that were granted it, and for no others', async () => {
    const widget = await draw({ ...secret, fallback: undefined } as unknown as UINode, components)
    await expect.element(widget.screen.getByText(/may not use/)).toBeVisible()
    expect(codesOf(widget)).toEqual(['not-granted'])
    widget.show({ components: ['other', 'secrets'] })
    await expect.element(widget.screen.getByText('the secret')).toBeVisible()
  })

  test('makes room for the fallback as soon as the grant is taken away, and nothing else is drawn again', async () => {
    const texts: string[] = []
    const Text = ({ node }: { readonly node: { readonly text: string } }): ReactElement => {
      texts.push(node.text)
      return <p>{node.text}</p>
    }
    const widget = await widgetOf(
      { kind: 'column', children: [secret, { kind: 'text', text: 'beside' }] },
      { provider: { custom: components, components: { text: Text } } },
    )
    widget.show({ components: ['secrets'] })
    await expect.element(widget.screen.getByText('the secret')).toBeVisible()
    texts.length = 0
    widget.show({ components: [] })
    await expect.element(widget.screen.getByText('without it')).toBeVisible()
    expect(widget.screen.container.textContent).not.toContain('the secret')
    expect(texts).toEqual(['without it'])
  })
})

test('a form asks for the fields that are drawn: of a component its slots, elsewhere the fallback', async () => {
  const input = (name: string): UINode => ({ kind: 'input', name, label: name })
  const form = (component: string): UINode => ({
    kind: 'form',
    name: 'place',
    onSubmit: { handler: 'send' },
    children: [
      {
        ...map({ component, slots: { popup: [input('in-slot')] } }),
        fallback: [{ ...input('in-fallback'), required: true }],
      } as UINode,
      { kind: 'button', label: 'Send', submit: true },
    ],
  })
  const known = await draw(form('acme/Map'))
  await known.screen.getByRole('button', { name: 'Send' }).click()
  expect(known.source.emitted.map(({ event }) => event)).toMatchObject([{ type: 'submit', values: { 'in-slot': '' } }])
  known.showTree(form('acme/Chart'))
  await known.screen.getByRole('textbox', { name: 'in-fallback' }).fill('here')
  await known.screen.getByRole('button', { name: 'Send' }).click()
  expect(known.source.emitted.at(-1)?.event).toMatchObject({ type: 'submit', values: { 'in-fallback': 'here' } })
})
