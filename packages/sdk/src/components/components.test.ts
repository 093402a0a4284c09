import { UI_BUILDERS } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import * as sdk from '../index.ts'

const { Alert, Badge, Button, Checkbox, Code, Column, Custom, Dialog, Divider, Empty, Form, Grid, Heading, Icon } = sdk
const { Image, Input, Link, List, Panel, Progress, Radio, Row, Select, Spinner, Stat, Switch, Table, Tabs } = sdk
const { Text, Textarea, ui } = sdk

const options = [
  { value: 's', label: 'Small' },
  { value: 'l', label: 'Large' },
]

describe('components', () => {
  test('exist for every kind', () => {
    for (const kind of Object.keys(UI_BUILDERS)) {
      expect(sdk).toHaveProperty(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, expect.any(Function))
    }
  })

  test('give the nodes that the builders give', () => {
    const a11y = { label: 'Increase' }
    expect(Alert({ tone: 'warning', title: 'Full', text: 3, onDismiss: 'close' })).toEqual(
      ui.alert('warning', 'Full', { text: 3, onDismiss: 'close' }),
    )
    expect(Badge({ children: 'new', tone: 'accent' })).toEqual(ui.badge('new', { tone: 'accent' }))
    expect(Button({ children: ['+', 1], a11y, onPress: 'add' })).toEqual(ui.button('+1', { a11y, onPress: 'add' }))
    expect(Button({ children: 'Send', submit: true, icon: 'send' })).toEqual(
      ui.button('Send', { submit: true, icon: 'send' }),
    )
    expect(Checkbox({ name: 'n', label: 'Yes', checked: 'mixed', onChange: 'go' })).toEqual(
      ui.checkbox('n', { label: 'Yes', checked: 'mixed', onChange: 'go' }),
    )
    expect(Column({ children: ['a', Divider({})], gap: 'sm' })).toEqual(ui.column(['a', ui.divider()], { gap: 'sm' }))
    expect(Code({ children: ['a ', 1], language: 'js' })).toEqual(ui.code('a 1', { language: 'js' }))
    expect(Dialog({ title: 'Sure?', open: true, onClose: 'no', children: 'a', footer: ['b', null] })).toEqual(
      ui.dialog('Sure?', 'a', { open: true, onClose: 'no', footer: 'b' }),
    )
    expect(Empty({ title: 'None', text: 3, icon: 'inbox' })).toEqual(ui.empty('None', { text: 3, icon: 'inbox' }))
    expect(Form({ name: 'f', onSubmit: 'send', children: [Divider({}), false] })).toEqual(
      ui.form('f', ui.divider(), { onSubmit: 'send' }),
    )
    expect(Grid({ children: 'a', columns: 2 })).toEqual(ui.grid('a', { columns: 2 }))
    expect(Icon({ name: 'check', label: 'Done' })).toEqual(ui.icon('check', { label: 'Done' }))
    expect(Link({ children: 'Home', href: 'https://example.com/' })).toEqual(ui.link('Home', 'https://example.com/'))
    expect(Spinner({ label: 'Loading', size: 'sm' })).toEqual(ui.spinner('Loading', { size: 'sm' }))
    expect(Heading({ children: 'Title', level: 2 })).toEqual(ui.heading('Title', { level: 2 }))
    expect(Image({ src: 'data:image/png;base64,AAAA', alt: 3, fit: 'cover' })).toEqual(
      ui.image('data:image/png;base64,AAAA', 3, { fit: 'cover' }),
    )
    expect(Input({ name: 'n', label: 'Name', value: 3 })).toEqual(ui.input('n', { label: 'Name', value: 3 }))
    expect(Panel({ children: null, title: 'Panel', actions: 'a' })).toEqual(
      ui.panel([], { title: 'Panel', actions: 'a' }),
    )
    expect(Progress({ label: 'Done', value: null })).toEqual(ui.progress('Done', null))
    expect(Radio({ name: 'n', label: 'Size', options, value: 's' })).toEqual(
      ui.radio('n', options, { label: 'Size', value: 's' }),
    )
    expect(Select({ name: 'n', label: 'Size', options, multiple: true, value: ['s'] })).toEqual(
      ui.select('n', options, { label: 'Size', multiple: true, value: ['s'] }),
    )
    expect(Switch({ name: 'n', label: 'On', checked: true })).toEqual(ui.switch('n', { label: 'On', checked: true }))
    expect(Textarea({ name: 'n', label: 'Why', value: 3, rows: 2 })).toEqual(
      ui.textarea('n', { label: 'Why', value: 3, rows: 2 }),
    )
    expect(Row({ children: 'a', wrap: true })).toEqual(ui.row('a', { wrap: true }))
    expect(Stat({ label: 'Total', value: 7 })).toEqual(ui.stat('Total', 7))
    expect(Text({ children: ['n = ', 3, null, false], mono: true })).toEqual(ui.text('n = 3', { mono: true }))
  })

  test('turn what stands in their parts into nodes', () => {
    expect(
      Tabs({
        name: 't',
        label: 'Views',
        selected: 'a',
        tabs: [{ id: 'a', label: 'A', badge: '3', content: ['x', null] }],
      }),
    ).toEqual(
      ui.tabs('t', [{ id: 'a', label: 'A', badge: '3', children: [ui.text('x')] }], { label: 'Views', selected: 'a' }),
    )
    expect(
      Custom({
        component: 'acme/Map',
        props: { lat: 1 },
        events: { move: 'moved', press: { handler: 'go', args: 1 } },
        slots: { popup: ['here', false] },
        fallback: 'No map',
      }),
    ).toEqual(
      ui.custom('acme/Map', {
        props: { lat: 1 },
        events: { move: { handler: 'moved' }, press: { handler: 'go', args: 1 } },
        slots: { popup: [ui.text('here')] },
        fallback: 'No map',
      }),
    )
    expect(Custom({ component: 'acme/Map' })).toEqual({ kind: 'custom', component: 'acme/Map' })
  })

  test.each([Column, Grid, Row, Panel])('%o has no children when it is empty', (component) => {
    expect(component({}).children).toEqual([])
  })

  test('put the args of a button beside its handler', () => {
    expect(Button({ children: '+1', onPress: 'add', args: { by: 1 } }).onPress).toEqual({
      handler: 'add',
      args: { by: 1 },
    })
    expect(Button({ children: '+1', args: { by: 1 } })).toEqual(ui.button('+1'))
  })

  test('take a handler by name where nodes are nested', () => {
    expect(Alert({ tone: 'critical', title: 'Full', action: { label: 'Show', onPress: 'show' } }).action).toEqual({
      label: 'Show',
      onPress: { handler: 'show' },
    })
    expect(Empty({ title: 'None', action: { label: 'Add', onPress: 'add' } }).action).toEqual({
      label: 'Add',
      onPress: { handler: 'add' },
    })
    expect(List({ label: 'All', items: [{ key: 'a', onPress: 'open', content: ['A', null] }] })).toEqual(
      ui.list('All', [{ key: 'a', onPress: { handler: 'open' }, content: [ui.text('A')] }]),
    )
    const columns = [{ id: 'name', header: 'Name' }]
    expect(
      Table({
        caption: 'All',
        columns,
        rows: [{ key: 'a', cells: { name: { node: ui.badge('A') } }, onPress: 'open' }],
      }),
    ).toEqual(
      ui.table({
        caption: 'All',
        columns,
        rows: [{ key: 'a', cells: { name: { node: ui.badge('A') } }, onPress: { handler: 'open' } }],
      }),
    )
  })
})
