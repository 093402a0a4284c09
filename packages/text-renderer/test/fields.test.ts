import type { FieldNode, UINode } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { viewOf } from './viewOf.ts'

const column = (...children: readonly UINode[]): UINode => ({ kind: 'column', children })
const onChange = { handler: 'change' }
const options = [
  { value: 'no', label: 'Norway' },
  { value: 'se', label: 'Sweden' },
  { value: 'dk', label: 'Denmark', disabled: true },
]

it('shows what was typed until the plugin has seen it, and what the plugin says after that', () => {
  const field = (value: string): UINode => column({ kind: 'input', name: 'city', label: 'City', value, onChange })
  const { view, show, sent } = viewOf(field(''))
  expect(view.type('city', 'oslo')).toBe('done')
  const { event } = sent().at(-1) ?? {}
  const rev = event?.type === 'change' ? event.rev : 0
  show(field('o'))
  expect(view.text()).toBe('City: [oslo]')
  show(field('OSLO'), { acknowledged: { city: rev } })
  expect(view.text()).toBe('City: [OSLO]')
})

it('keeps what was typed where the plugin is told nothing, until it says something new', () => {
  const field = (value: string): UINode => ({ kind: 'input', name: 'city', label: 'City', value })
  const { view, show } = viewOf(field('a'))
  view.type('city', 'b')
  show(field('a'))
  expect(view.text()).toBe('City: [b]')
  show(field('c'))
  expect(view.text()).toBe('City: [c]')
})

it('takes a name that comes back with another kind of value for another field', () => {
  const { view, show } = viewOf({ kind: 'select', name: 'x', label: 'X', options })
  view.type('x', 'no')
  show({ kind: 'input', name: 'x', label: 'X' })
  expect(view.text()).toBe('X: [____]')
})

it('takes values and labels of options, and what a person says for on and off', () => {
  const fields: readonly FieldNode[] = [
    { kind: 'select', name: 'one', label: 'One', options },
    { kind: 'select', name: 'many', label: 'Many', options, multiple: true },
    { kind: 'radio', name: 'radio', label: 'Radio', options },
    { kind: 'checkbox', name: 'check', label: 'Check' },
    { kind: 'switch', name: 'switch', label: 'Switch' },
    {
      kind: 'tabs',
      name: 'tabs',
      label: 'Tabs',
      tabs: [
        { id: 'a', label: 'A', children: [] },
        { id: 'b', label: 'B', children: [] },
      ],
    },
    { kind: 'textarea', name: 'note', label: 'Note' },
  ]
  const { view } = viewOf(column(...fields))
  const said = {
    one: 'Norway',
    many: ['se', 'Norway'],
    radio: 'se',
    check: true,
    switch: 'on',
    tabs: 'B',
    note: 'a\r\nb',
  } as const
  for (const [name, value] of Object.entries(said)) expect(view.type(name, value), name).toBe('done')
  expect(Object.fromEntries(view.fields().map(({ name, value }) => [name, value]))).toEqual({
    one: 'no',
    many: ['no', 'se'],
    radio: 'se',
    check: true,
    switch: true,
    tabs: 'b',
    note: 'a\nb',
  })
})

it('refuses what a field cannot hold', () => {
  const fields: readonly FieldNode[] = [
    { kind: 'input', name: 'short', label: 'x', maxLength: 3 },
    { kind: 'input', name: 'read', label: 'x', readOnly: true },
    { kind: 'input', name: 'off', label: 'x', disabled: true },
    { kind: 'select', name: 'one', label: 'x', options },
    { kind: 'checkbox', name: 'check', label: 'x' },
    { kind: 'tabs', name: 'tabs', label: 'x', tabs: [{ id: 'a', label: 'A', children: [] }] },
  ]
  const { view, sent } = viewOf(column(...fields.map((field) => ({ ...field, onChange }))))
  const wrong = { short: 'long', read: 'x', off: 'x', one: 'Denmark', check: 'maybe', tabs: 'b' }
  for (const [name, value] of Object.entries(wrong)) expect(view.type(name, value), name).toBe('refused')
  expect(view.type('one', ['no', 'se'])).toBe('refused')
  expect(view.type('nobody', 'x')).toBe('unknown')
  expect(sent()).toEqual([])
})

it('toggles, chooses and unchooses by number', () => {
  const { view, press, sent } = viewOf(
    column(
      { kind: 'checkbox', name: 'gift', label: 'Gift', checked: 'mixed', onChange },
      { kind: 'select', name: 'to', label: 'To', options, multiple: true, value: ['no'], onChange },
    ),
  )
  press('Gift')
  press('Sweden')
  press('Norway')
  expect(sent().map(({ event }) => ('value' in event ? event.value : null))).toEqual([true, ['no', 'se'], ['se']])
  expect(view.text()).toContain('[1] [x] Gift\nTo: [Sweden]')
})

it('sends the values of a form, once its fields hold what they have to', () => {
  const form: UINode = {
    kind: 'form',
    name: 'order',
    onSubmit: { handler: 'submit', args: 7 },
    children: [
      { kind: 'input', name: 'mail', label: 'Mail', type: 'email', required: true },
      { kind: 'input', name: 'count', label: 'Count', type: 'number', min: 1, max: 2, step: 0.1 },
      { kind: 'checkbox', name: 'gift', label: 'Gift' },
      { kind: 'input', name: 'off', label: 'Off', disabled: true, required: true },
      { kind: 'button', label: 'Order', submit: true, onPress: { handler: 'press' } },
    ],
  }
  const { view, press, sent } = viewOf(form)
  expect(view.actions().map(({ label }) => label)).toEqual(['Gift', 'Order'])
  expect(press('Order')).toBe('invalid')
  expect(view.text()).toContain('Mail*: [____]\n  ! Fill this in.')
  expect(view.text()).toContain('Not sent: Mail')
  view.type('mail', 'nobody')
  view.type('count', '1.55')
  expect(press('Order')).toBe('invalid')
  expect(view.text()).toContain('Enter an email address, such as name@example.com.')
  expect(view.text()).toContain('Enter 1 plus a multiple of 0.1.')
  view.type('mail', 'a@example.com')
  view.type('count', '1.3')
  expect(view.text()).not.toContain('Not sent')
  expect(press('Order')).toBe('done')
  expect(sent().filter(({ handler }) => handler === 'submit')).toEqual([
    {
      handler: 'submit',
      event: { type: 'submit', name: 'order', values: { mail: 'a@example.com', count: '1.3', gift: false }, args: 7 },
    },
  ])
})

it('has a button for a form that brings none, and none for one that is busy', () => {
  const form = (busy: boolean): UINode => ({
    kind: 'form',
    name: 'f',
    onSubmit: { handler: 'submit' },
    busy,
    children: [],
  })
  const { view, show, press, sent } = viewOf(form(false))
  press('Send')
  expect(sent()).toMatchObject([{ handler: 'submit' }])
  show(form(true))
  expect(view.text()).toBe('[-] Send (busy)')
})

it('leaves the fields of a form in a form to that one', () => {
  const input = (name: string): UINode => ({ kind: 'input', name, label: name })
  const { view, sent } = viewOf({
    kind: 'form',
    name: 'outer',
    onSubmit: { handler: 'outer' },
    children: [input('a'), { kind: 'form', name: 'inner', onSubmit: { handler: 'inner' }, children: [input('b')] }],
  })
  view.text()
  view.press(1)
  view.press(2)
  expect(sent().map(({ event }) => ('values' in event ? event.values : null))).toEqual([{ b: '' }, { a: '' }])
})

it('gives no number to an option, or a field, that is switched off', () => {
  const { view } = viewOf(
    column(
      { kind: 'radio', name: 'r', label: 'R', options },
      { kind: 'select', name: 's', label: 'S', options, disabled: true },
      { kind: 'switch', name: 't', label: 'T', disabled: true },
    ),
  )
  expect(view.actions().map(({ label }) => label)).toEqual(['Norway', 'Sweden'])
  expect(view.text()).toContain('[-] ( ) Denmark')
})

it('sends options that were typed in their own order, each once', () => {
  const { view, sent } = viewOf({ kind: 'select', name: 'to', label: 'To', options, multiple: true, onChange })
  expect(view.type('to', ['Sweden', 'no', 'se'])).toBe('done')
  expect(sent().map(({ event }) => ('value' in event ? event.value : null))).toEqual([['no', 'se']])
})

it('takes no word for what stands behind a dialog or a question, nor for what is not there', () => {
  const field = (name: string): UINode => ({ kind: 'input', name, label: name, onChange })
  const dialog = (open: boolean): UINode => ({
    kind: 'dialog',
    title: 'D',
    open,
    onClose: { handler: 'close' },
    children: [field('inside')],
  })
  const ask: UINode = {
    kind: 'button',
    label: 'Ask',
    onPress: { handler: 'press' },
    confirm: { title: 'Sure?', confirmLabel: 'Yes' },
  }
  const slot: UINode = { kind: 'custom', component: 'a/B', slots: { s: [field('in-slot')] } }
  const { view, press, show, sent } = viewOf(column(field('outside'), slot, ask, dialog(true)))
  const names = (): readonly string[] => view.fields().map(({ name }) => name)
  expect([names(), view.type('outside', 'x')]).toEqual([['inside'], 'unknown'])
  show(column(field('outside'), slot, ask, dialog(false)))
  expect([names(), view.type('inside', 'x'), view.type('in-slot', 'x')]).toEqual([['outside'], 'unknown', 'unknown'])
  press('Ask')
  expect([names(), view.type('outside', 'x')]).toEqual([[], 'unknown'])
  expect(sent()).toEqual([])
  press('Cancel')
  expect(view.type('outside', 'x')).toBe('done')
})
