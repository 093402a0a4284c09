import '../src/styles.css'

import type { FieldNode, UINode } from '@plugboard/contracts'
import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'

import { type DrawnWidget, find, WIDGET, widgetOf } from './widgetOf.tsx'

const onChange = { handler: 'change' }
const options = [
  { value: 's', label: 'Small' },
  { value: 'm', label: 'Medium' },
  { value: 'l', label: 'Large', disabled: true },
  { value: 'xl', label: 'Huge' },
]

const checkbox = { kind: 'checkbox', name: 'agree', label: 'I agree', onChange } as const
const toggle = { kind: 'switch', name: 'live', label: 'Live', onChange } as const
const radio = { kind: 'radio', name: 'size', label: 'Size', options, onChange } as const
const select = { kind: 'select', name: 'size', label: 'Size', options, onChange } as const
const many = { ...select, multiple: true } as const
const textarea = { kind: 'textarea', name: 'note', label: 'Note', onChange } as const
const number = { kind: 'input', type: 'number', name: 'count', label: 'Count', notify: 'input', onChange } as const
const tabs = {
  kind: 'tabs',
  name: 'view',
  label: 'Views',
  onChange,
  tabs: [
    { id: 'one', label: 'One', children: [{ kind: 'input', name: 'inside', label: 'Inside' }] },
    { id: 'two', label: 'Two', badge: '3', children: [{ kind: 'text', text: 'Second view' }] },
    { id: 'three', label: 'Three', children: [] },
  ],
} as const satisfies UINode

/** Values that were sent, in order. */
function changes({ source }: DrawnWidget): readonly unknown[] {
  return source.emitted.map(({ event }) => (event.type === 'change' ? event.value : event.type))
}

/** Shows a tree that contains everything up to this revision. */
function answer({ source, show }: DrawnWidget, tree: UINode): void {
  const acknowledged: Record<string, number> = {}
  for (const { event } of source.emitted) if (event.type === 'change') acknowledged[event.name] = event.rev
  show({ tree, acknowledged })
}

describe('a checkbox', () => {
  test('is ticked by its label, by Space, and says so at once', async () => {
    const drawn = await widgetOf(checkbox)
    const box = drawn.screen.getByRole('checkbox', { name: 'I agree' })
    await drawn.screen.getByText('I agree').click()
    await expect.element(box).toBeChecked()
    await userEvent.keyboard(' ')
    await expect.element(box).not.toBeChecked()
    expect(changes(drawn)).toEqual([true, false])
  })

  test('that is mixed becomes ticked', async () => {
    const drawn = await widgetOf({ ...checkbox, checked: 'mixed' })
    const box = drawn.screen.getByRole('checkbox')
    await expect.element(box).toBePartiallyChecked()
    await box.click()
    await expect.element(box).not.toBePartiallyChecked()
    await expect.element(box).toBeChecked()
    answer(drawn, { ...checkbox, checked: 'mixed', help: 'Again' })
    await expect.element(box).toBePartiallyChecked()
  })

  test('goes back when the plugin that has seen the tick takes it away, and not before', async () => {
    const drawn = await widgetOf({ ...checkbox, checked: false })
    const box = drawn.screen.getByRole('checkbox')
    await box.click()
    drawn.showTree({ ...checkbox, checked: false, help: 'An older answer' })
    await expect.element(drawn.screen.getByText('An older answer')).toBeVisible()
    await expect.element(box).toBeChecked()
    answer(drawn, { ...checkbox, checked: false, help: 'No' })
    await expect.element(box).not.toBeChecked()
  })
})

describe('a switch', () => {
  test('is one, and is turned by Space', async () => {
    const drawn = await widgetOf({ ...toggle, checked: true })
    const control = drawn.screen.getByRole('switch', { name: 'Live' })
    await expect.element(control).toBeChecked()
    find(drawn.box, 'input').focus()
    await userEvent.keyboard(' ')
    await expect.element(control).not.toBeChecked()
    expect(changes(drawn)).toEqual([false])
  })
})

describe('radio buttons', () => {
  test('are a group with a name, one tab stop, and chosen by arrow keys past what is disabled', async () => {
    const drawn = await widgetOf({ kind: 'column', children: [{ ...radio, value: 's', required: true }, textarea] })
    const group = drawn.screen.getByRole('radiogroup', { name: 'Size' })
    await expect.element(group).toHaveAttribute('aria-required', 'true')
    await userEvent.tab()
    expect(document.activeElement).toBe(drawn.screen.getByRole('radio', { name: 'Small' }).element())
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(drawn.screen.getByRole('radio', { name: 'Huge' })).toBeChecked()
    expect(changes(drawn)).toEqual(['m', 'xl'])
    await userEvent.tab()
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
  })

  test('are nobody else’s group: not the page’s, not another widget’s, whatever their names', async () => {
    const { screen } = await widgetOf(radio, {
      wrap: (widget) => (
        <>
          <input type="radio" name="size" aria-label="Host" defaultChecked form="" />
          {widget}
        </>
      ),
    })
    const other = await widgetOf({ ...radio, label: 'Other' })
    await screen.getByRole('radiogroup', { name: 'Size' }).getByLabelText('Small').click()
    await other.screen.getByRole('radiogroup', { name: 'Other' }).getByLabelText('Medium').click()
    await expect.element(screen.getByLabelText('Host')).toBeChecked()
    await expect.element(screen.getByRole('radiogroup', { name: 'Size' }).getByLabelText('Small')).toBeChecked()
    const names = [...document.querySelectorAll<HTMLInputElement>('.pui-radio')].map(({ name }) => name)
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(name).toMatch(/^pui-_r_/)
  })
})

describe('a select', () => {
  test('shows that nothing is chosen until something is, and that an option is gone', async () => {
    const drawn = await widgetOf({ ...select, placeholder: 'Pick a size' })
    const control = drawn.screen.getByRole('combobox', { name: 'Size' })
    await expect.element(control).toHaveDisplayValue('Pick a size')
    await control.selectOptions('Medium')
    await expect.element(control).toHaveDisplayValue('Medium')
    await control.selectOptions('Pick a size')
    expect(changes(drawn)).toEqual(['m', null])
    await control.selectOptions('Small')
    drawn.showTree({ ...select, options: options.slice(1) })
    await expect.element(control).toHaveDisplayValue('')
  })

  test('without a placeholder shows no empty option once something is chosen', async () => {
    const { box } = await widgetOf({ ...select, value: 's' })
    expect(box.querySelectorAll('option')).toHaveLength(4)
  })

  test('keeps options of one group together', async () => {
    const { box, screen } = await widgetOf({
      ...select,
      value: 'apple',
      options: [
        { value: 'apple', label: 'Apple', group: 'Fruit' },
        { value: 'leek', label: 'Leek', group: 'Vegetables' },
        { value: 'pear', label: 'Pear', group: 'Fruit' },
        { value: 'other', label: 'Other' },
      ],
    })
    const texts = [...box.querySelectorAll('select > *')].map((element) => element.textContent)
    expect(texts).toEqual(['ApplePear', 'Leek', 'Other'])
    await screen.getByRole('combobox').selectOptions('Pear')
    await expect.element(screen.getByRole('combobox')).toHaveDisplayValue('Pear')
  })

  test('of several is a group of checkboxes that gives its values in the order of the options', async () => {
    const drawn = await widgetOf({ ...many, required: true, value: ['xl', 'gone', 'xl'] })
    const group = drawn.screen.getByRole('group', { name: /^Size/ })
    await expect.element(group.getByLabelText('Huge')).toBeChecked()
    await group.getByLabelText('Small').click()
    await group.getByLabelText('Huge').click()
    expect(changes(drawn)).toEqual([['s', 'xl'], ['s']])
    answer(drawn, { ...many, value: ['m'] })
    await expect.element(group.getByLabelText('Medium')).toBeChecked()
    await expect.element(group.getByLabelText('Small')).not.toBeChecked()
  })

  test('puts nothing that the plugin says into an attribute of an option', async () => {
    const { box } = await widgetOf({ ...select, options: [{ value: 'javascript:x', label: 'X' }] })
    expect(box.innerHTML).not.toContain('javascript:')
  })
})

describe('a textarea', () => {
  test('takes lines, sends nothing for Enter but the text, and commits when it is left', async () => {
    const drawn = await widgetOf({ ...textarea, notify: 'commit', onCommit: { handler: 'commit' }, rows: 5 })
    find(drawn.box, 'textarea').focus()
    await userEvent.keyboard('one{Enter}two')
    expect(drawn.source.emitted).toEqual([])
    await userEvent.tab()
    expect(drawn.source.emitted.map(({ handler, event }) => [handler, 'value' in event ? event.value : null])).toEqual([
      ['change', 'one\ntwo'],
      ['commit', 'one\ntwo'],
    ])
    await expect.element(drawn.screen.getByLabelText('Note')).toHaveAttribute('rows', '5')
  })

  test('shows line ends of any system as its own, and keeps the caret', async () => {
    const drawn = await widgetOf({ ...textarea, value: 'one\r\ntwo' })
    const element = find(drawn.box, 'textarea')
    if (!(element instanceof HTMLTextAreaElement)) throw new Error('No textarea.')
    element.focus()
    element.setSelectionRange(1, 1)
    drawn.showTree({ ...textarea, value: 'one\r\ntwo', help: 'Drawn again' })
    await expect.element(drawn.screen.getByText('Drawn again')).toBeVisible()
    expect([element.value, element.selectionStart]).toEqual(['one\ntwo', 1])
  })
})

describe('a number', () => {
  test('goes up and down by its step, within its bounds, and says what it is', async () => {
    const drawn = await widgetOf({ ...number, value: '0.8', min: 0, max: 1, step: 0.1 })
    const field = drawn.screen.getByRole('spinbutton', { name: 'Count' })
    find(drawn.box, 'input').focus()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowDown}')
    expect(changes(drawn)).toEqual(['0.9', '1', '0.9'])
    await expect.element(field).toHaveAttribute('aria-valuenow', '0.9')
    await expect.element(field).toHaveAttribute('aria-valuemin', '0')
    await expect.element(field).toHaveAttribute('aria-valuemax', '1')
    await field.fill('x')
    await expect.element(field).not.toHaveAttribute('aria-valuenow')
  })

  test('that may not be changed is not changed by keys', async () => {
    const drawn = await widgetOf({ ...number, value: '1', readOnly: true })
    find(drawn.box, 'input').focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(changes(drawn)).toEqual([])
  })

  test('leaves the arrow keys of other fields and other combinations to the browser', async () => {
    const drawn = await widgetOf({ kind: 'column', children: [number, { ...number, name: 'text', type: 'text' }] })
    const prevented: boolean[] = []
    drawn.screen.container.addEventListener('keydown', (event) => prevented.push(event.defaultPrevented))
    for (const input of drawn.box.querySelectorAll('input')) {
      input.focus()
      await userEvent.keyboard('{ArrowUp}{Control>}{ArrowUp}{/Control}{PageDown}')
    }
    expect(prevented.filter(Boolean)).toHaveLength(1)
  })

  test('stands between its prefix and its suffix, which describe it', async () => {
    const { screen } = await widgetOf({ ...number, prefix: '€', suffix: 'a month', help: 'Without tax' })
    await expect.element(screen.getByLabelText('Count')).toHaveAccessibleDescription('€ a month Without tax')
  })
})

describe('tabs', () => {
  const selected = (box: HTMLElement): string => find(box, '[aria-selected="true"]').textContent

  test('move the focus by arrow keys, Home and End, and are chosen by Enter, Space or a click', async () => {
    const drawn = await widgetOf(tabs)
    await userEvent.tab()
    const visited: string[] = []
    for (const key of ['{ArrowRight}', '{ArrowRight}', '{ArrowRight}', '{ArrowLeft}', '{Home}', '{End}']) {
      await userEvent.keyboard(key)
      visited.push(document.activeElement?.textContent ?? '')
    }
    expect(visited).toEqual(['Two3', 'Three', 'One', 'Three', 'One', 'Three'])
    expect([selected(drawn.box), changes(drawn)]).toEqual(['One', []])
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => selected(drawn.box)).toBe('Three')
    await userEvent.keyboard('{ArrowLeft} ')
    await drawn.screen.getByRole('tab', { name: 'One' }).click()
    await drawn.screen.getByRole('tab', { name: 'One' }).click()
    expect(changes(drawn)).toEqual(['three', 'two', 'one'])
  })

  test('go the other way where the page is read the other way', async () => {
    await widgetOf(tabs, { wrap: (widget) => <div dir="rtl">{widget}</div> })
    await userEvent.tab()
    await userEvent.keyboard('{ArrowLeft}')
    expect(document.activeElement?.textContent).toBe('Two3')
  })

  test('show one view under the name of its tab, and keep what was typed in the others', async () => {
    const drawn = await widgetOf(tabs)
    await drawn.screen.getByLabelText('Inside').fill('typed')
    await drawn.screen.getByRole('tab', { name: 'Two 3' }).click()
    await expect.element(drawn.screen.getByRole('tabpanel', { name: 'Two 3' })).toHaveTextContent('Second view')
    expect(drawn.screen.getByRole('tabpanel').elements()).toHaveLength(1)
    await expect.element(drawn.screen.getByText('Inside')).not.toBeVisible()
    await drawn.screen.getByRole('tab', { name: 'One' }).click()
    await expect.element(drawn.screen.getByLabelText('Inside')).toHaveValue('typed')
  })

  test('follow the plugin once it has heard of every choice, and fall back to the first', async () => {
    const drawn = await widgetOf({ ...tabs, selected: 'two' })
    expect(selected(drawn.box)).toBe('Two3')
    await drawn.screen.getByRole('tab', { name: 'One' }).click()
    drawn.showTree({ ...tabs, selected: 'two', label: 'Older' })
    await expect.element(drawn.screen.getByRole('tablist', { name: 'Older' })).toBeVisible()
    expect(selected(drawn.box)).toBe('One')
    answer(drawn, { ...tabs, selected: 'three' })
    await expect.poll(() => selected(drawn.box)).toBe('Three')
    answer(drawn, { ...tabs, tabs: tabs.tabs.slice(0, 2) })
    await expect.poll(() => selected(drawn.box)).toBe('One')
  })

  test('draw nothing of a view again that did not change', async () => {
    let drawnTexts = 0
    const components = {
      text: () => {
        drawnTexts += 1
        return <p>text</p>
      },
    }
    const drawn = await widgetOf(tabs, { provider: { components } })
    const before = drawnTexts
    await drawn.screen.getByRole('tab', { name: 'Three' }).click()
    drawn.showTree({ ...tabs, label: 'Again' })
    await expect.element(drawn.screen.getByRole('tablist', { name: 'Again' })).toBeVisible()
    expect(drawnTexts).toBe(before)
  })
})

const fields: readonly FieldNode[] = [
  checkbox,
  toggle,
  radio,
  select,
  many,
  textarea,
  number,
  { ...number, prefix: '€', suffix: '.00' },
]
const titled = fields.map((node) => [`${node.kind}${'multiple' in node ? ' of several' : ''}`, node] as const)

describe.each(titled)('any field: %s', (_title, node) => {
  test('says its help and its error, and is dead when it is disabled', async () => {
    const { box, screen, source } = await widgetOf({
      ...node,
      help: 'Help.',
      error: 'Wrong.',
      disabled: true,
    } as UINode)
    const described = find(box, '[aria-describedby]')
    await expect.element(described).toHaveAccessibleDescription(/Wrong\. Help\.$/)
    await expect.element(screen.getByText('Wrong.')).toBeVisible()
    expect(find(box, '[aria-invalid="true"]')).toBeDefined()
    const controls = box.querySelectorAll('input, select, textarea')
    expect(controls.length).toBeGreaterThan(0)
    for (const control of controls) {
      expect(control.matches(':disabled')).toBe(true)
      if (control instanceof HTMLElement) control.click()
    }
    expect(source.emitted).toEqual([])
  })

  test('hides its label from the eye alone', async () => {
    const { box, screen } = await widgetOf({ ...node, hideLabel: true } as UINode)
    const role = { radio: 'radiogroup', select: 'multiple' in node ? 'group' : 'combobox' } as const
    const named =
      node.kind in role ? screen.getByRole(role[node.kind as keyof typeof role]) : screen.getByLabelText(node.label)
    await expect.element(named).toHaveAccessibleName(node.label)
    expect(find(box, '.pui-hidden').textContent).toBe(node.label)
  })

  test('belongs to no form of the page, and names nothing in it', async () => {
    const { box } = await widgetOf(node, { wrap: (widget) => <form id="host">{widget}</form> })
    const form = find(document, '#host')
    if (!(form instanceof HTMLFormElement)) throw new Error('No form.')
    expect([...form.elements]).toEqual([])
    expect([...new FormData(form).keys()]).toEqual([])
    for (const element of box.querySelectorAll('[id], [name]')) {
      expect(`${element.id} ${element.getAttribute('name') ?? ''}`).not.toContain(node.name)
    }
  })

  test.each(['light', 'dark'] as const)('is drawn without a fault that axe finds, %s', async (theme) => {
    for (const parts of [{}, { required: true, help: 'Help.', error: 'Wrong.' }, { disabled: true }]) {
      const { screen } = await widgetOf({ ...node, ...parts })
      expect(await violations(screen.container, theme)).toEqual([])
      await screen.unmount()
    }
  })
})

test.each(['light', 'dark'] as const)('axe finds nothing wrong with tabs, %s', async (theme) => {
  const { screen } = await widgetOf(tabs)
  expect(await violations(screen.container, theme)).toEqual([])
})

async function violations(container: HTMLElement, theme: string): Promise<readonly string[]> {
  container.style.colorScheme = theme
  container.style.background = theme === 'dark' ? '#13161b' : '#ffffff'
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  const found = await axe.run(container)
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

describe('a hostile plugin', () => {
  test('that floods values takes nothing from what a person is doing', async () => {
    const node = { ...textarea, notify: 'input' } as const
    const drawn = await widgetOf({ ...node, value: '' })
    find(drawn.box, 'textarea').focus()
    for (const key of 'abc') {
      await userEvent.keyboard(key)
      for (let round = 0; round < 20; round += 1) drawn.showTree({ ...node, value: `flood ${round}` })
    }
    await expect.element(drawn.screen.getByLabelText('Note')).toHaveValue('abc')
    expect(document.activeElement).toBe(find(drawn.box, 'textarea'))
  })

  test('that gives two fields one name cannot pass a text for a choice', async () => {
    const both: UINode = { kind: 'column', children: [{ ...textarea, name: 'agree' }, checkbox] }
    const drawn = await widgetOf(both)
    await drawn.screen.getByLabelText('Note').fill('true')
    await expect.element(drawn.screen.getByRole('checkbox')).not.toBeChecked()
    await drawn.screen.getByRole('checkbox').click()
    await expect.element(drawn.screen.getByLabelText('Note')).toHaveValue('true')
  })

  test('that changes the kind of a field under its name starts anew, and does not break the page', async () => {
    const drawn = await widgetOf(many)
    await drawn.screen.getByLabelText('Small').click()
    for (const node of [
      select,
      { ...textarea, name: 'size' },
      { ...toggle, name: 'size' },
      { ...tabs, name: 'size' },
    ]) {
      drawn.showTree(node)
      await expect
        .element(drawn.screen.getByText(node.label, { exact: true }).or(drawn.screen.getByRole('tablist')).first())
        .toBeInTheDocument()
    }
    drawn.showTree(many)
    await expect.element(drawn.screen.getByLabelText('Small')).toBeChecked()
  })
})

describe('in little room', () => {
  afterEach(() => cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }))

  test('fields of 320 pixels overflow in neither direction', async () => {
    const wide = 'A label that is a good deal longer than there is room for '.repeat(3)
    const long = [...fields, tabs].map((node, index) => ({ ...node, name: `f${index}`, label: wide }))
    for (const dir of ['ltr', 'rtl']) {
      const { box, screen } = await widgetOf(
        { kind: 'column', children: long },
        {
          wrap: (widget) => (
            <div dir={dir} style={{ inlineSize: 320 }}>
              {widget}
            </div>
          ),
        },
      )
      expect(box.scrollWidth).toBeLessThanOrEqual(320)
      await screen.unmount()
    }
  })

  test('a finger has 44 pixels for each', async () => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await expect.poll(() => matchMedia('(pointer: coarse)').matches).toBe(true)
    const { box } = await widgetOf({
      kind: 'column',
      children: [...fields.map((node, index) => ({ ...node, name: `f${index}` })), tabs],
    })
    const targets = [...box.querySelectorAll('.pui-tickable, .pui-input, .pui-tab')].filter((one) =>
      one.checkVisibility(),
    )
    expect(targets.length).toBeGreaterThan(12)
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect()
      expect(Math.min(width, height), target.outerHTML).toBeGreaterThanOrEqual(44)
    }
  })
})

test('only what can be read and not written looks like it', async () => {
  const nodes = [select, textarea, number, { ...number, suffix: '%' }, { ...textarea, readOnly: true }]
  const { box } = await widgetOf({
    kind: 'column',
    children: nodes.map((node, index) => ({ ...node, name: `f${index}` })),
  })
  const frames = [...box.querySelectorAll('.pui-field > :is(.pui-input, .pui-affixed)')]
  const colors = frames.map((frame) => getComputedStyle(frame).backgroundColor)
  expect(colors.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => colors[0]))
  expect(colors[4]).not.toBe(colors[0])
})

test('a tick that is at fault shows the focus as any other', async () => {
  const { box } = await widgetOf({ kind: 'column', children: [checkbox, { ...checkbox, name: 'other', error: 'No.' }] })
  const rings: string[] = []
  for (const control of box.querySelectorAll('input')) {
    await userEvent.tab()
    rings.push(getComputedStyle(control).outline)
  }
  expect(rings[1]).toBe(rings[0])
})

test('drafts of every kind are there when the widget comes back', async () => {
  const children = [
    checkbox,
    { ...radio, name: 'r', label: 'R' },
    { ...many, name: 'm', label: 'M' },
    textarea,
  ] as const
  const drawn = await widgetOf({ kind: 'column', children })
  await drawn.screen.getByRole('checkbox', { name: 'I agree' }).click()
  await drawn.screen.getByRole('radiogroup').getByLabelText('Medium').click()
  await drawn.screen.getByRole('group', { name: 'M' }).getByLabelText('Small').click()
  await drawn.screen.getByLabelText('Note').fill('a note')
  drawn.show({ tree: { kind: 'text', text: 'Gone' } })
  await expect.element(page.getByText('Gone')).toBeVisible()
  drawn.source.showTree(WIDGET.instanceId, WIDGET.widgetId, { kind: 'column', children })
  await expect.element(drawn.screen.getByRole('checkbox', { name: 'I agree' })).toBeChecked()
  await expect.element(drawn.screen.getByRole('radiogroup').getByLabelText('Medium')).toBeChecked()
  await expect.element(drawn.screen.getByRole('group', { name: 'M' }).getByLabelText('Small')).toBeChecked()
  await expect.element(drawn.screen.getByLabelText('Note')).toHaveValue('a note')
})
