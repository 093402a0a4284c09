import { mountPlugin } from '@plugboard/sdk-testing'
import { describe, expect, it } from 'vitest'

import { drawing, heardBy } from './scripts.ts'

describe('pressing', () => {
  it('finds a button by its label, by its name for those who do not see it, and by a pattern', async () => {
    await using plugin = await mountPlugin(
      drawing(`ui.row([
        ui.button('−1', { a11y: { label: 'Decrease' }, onPress: { handler: 'hear', args: 'less' } }),
        ui.button('Add one', { onPress: { handler: 'hear', args: 'more' } }),
      ])`),
    )
    await plugin.press('−1')
    await plugin.press('Decrease')
    await plugin.press(/^add/i)
    await plugin.press(plugin.get('button', 'Add one'))
    expect(heardBy(plugin.state)).toMatchObject([
      { args: 'less' },
      { args: 'less' },
      { args: 'more' },
      { args: 'more' },
    ])
  })

  it('says what there is, and what may have been meant', async () => {
    await using plugin = await mountPlugin(
      drawing(`ui.row([ui.button('Start', { onPress: 'hear' }), ui.button('Stop', { onPress: 'hear' })])`),
    )
    await expect(plugin.press('Strat')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no thing to press called "Strat". Did you mean "Start"? There is: "Start", "Stop".',
    })
    expect(heardBy(plugin.state)).toEqual([])
  })

  it('refuses to choose between two, until it is said where', async () => {
    await using plugin = await mountPlugin(
      drawing(`ui.list('People', ['Ann', 'Bob'].map((name) => ({
        key: name,
        onPress: { handler: 'hear', args: 'item' },
        content: [ui.text(name), ui.button('Remove', { onPress: { handler: 'hear', args: name } })],
      })))`),
    )
    await expect(plugin.press('Remove')).rejects.toMatchObject({ code: 'AMBIGUOUS' })
    await plugin.press('Remove', { within: 'Bob' })
    await plugin.press(/Ann/)
    expect(heardBy(plugin.state)).toMatchObject([{ args: 'Bob' }, { args: 'item', key: 'Ann' }])
    await expect(plugin.press('Remove', { within: 'Bop' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Did you mean "Bob"?'),
    })
  })

  it.each([
    ['disabled', `ui.button('Go', { disabled: true, onPress: 'hear' })`, 'The button "Go" is disabled.'],
    ['busy', `ui.button('Go', { busy: true, onPress: 'hear' })`, /just now: it is busy/],
    ['without a handler', `ui.button('Go', {})`, /it has no handler/],
    [
      'behind a dialog',
      `ui.column([ui.button('Go', { onPress: 'hear' }), ui.dialog('Sure', [], { open: true, onClose: 'hear' })])`,
      /the dialog "Sure" is open before it/,
    ],
  ])('does not press what is %s', async (_name, tree, message) => {
    await using plugin = await mountPlugin(drawing(tree))
    await expect(plugin.press('Go')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
  })

  it('answers a question before the press is sent', async () => {
    await using plugin = await mountPlugin(
      drawing(`ui.row([
        ui.button('Delete', { onPress: 'hear', confirm: { title: 'Delete all?', confirmLabel: 'Delete all' } }),
        ui.button('Other', { onPress: 'hear' }),
      ])`),
    )
    await plugin.press('Delete')
    expect(heardBy(plugin.state)).toEqual([])
    expect(plugin.text()).toContain('? Delete all?')
    await expect(plugin.press('Other')).rejects.toThrow(/a question waits for an answer, "Delete all" or "Cancel"/)
    await plugin.press('Delete all')
    expect(heardBy(plugin.state)).toMatchObject([{ type: 'press' }])
  })

  it('folds panels and changes tabs, of which the plugin need not hear', async () => {
    await using plugin = await mountPlugin(
      drawing(`ui.column([
        ui.panel([ui.text('Inside')], { title: 'More', collapsible: true }),
        ui.tabs('t', [{ id: 'a', label: 'First', children: [] }, { id: 'b', label: 'Second', children: [ui.text('Two')] }], { label: 'Tabs' }),
      ])`),
    )
    await plugin.press('More')
    expect(plugin.text()).not.toContain('Inside')
    await plugin.press('Second')
    expect(plugin.text()).toContain('Two')
    await plugin.select('Tabs', 'First')
    expect(plugin.text()).not.toContain('Two')
  })
})

const FORM = `ui.form('order', [
  ui.input('city', { label: 'City', required: true, onChange: 'hear' }),
  ui.select('size', [{ value: 's', label: 'Small' }, { value: 'l', label: 'Large' }, { value: 'x', label: 'Sold out', disabled: true }], { label: 'Size' }),
  ui.checkbox('gift', { label: 'Gift' }),
  ui.input('code', { label: 'Code', readOnly: true, value: 'A1' }),
  ui.input('off', { label: 'Off', disabled: true }),
  ui.button('Order', { submit: true }),
], { onSubmit: 'hear' })`

describe('fields and forms', () => {
  it('are filled in by label, and sent together', async () => {
    await using plugin = await mountPlugin(drawing(FORM))
    await plugin.type('City', 'Oslo')
    await plugin.select('Size', 'Large')
    await plugin.check('Gift')
    await plugin.uncheck('Gift')
    await plugin.check('Gift')
    await plugin.submit()
    expect(heardBy(plugin.state)).toMatchObject([
      { type: 'change', name: 'city', value: 'Oslo' },
      { type: 'submit', name: 'order', values: { city: 'Oslo', size: 'l', gift: true, code: 'A1' } },
    ])
  })

  it('are not sent with faults: the error names them, whichever way the form was to be sent', async () => {
    await using plugin = await mountPlugin(drawing(FORM))
    const refused = { code: 'INVALID_FORM', message: 'The form "order" was not sent. "City": Fill this in.' }
    await expect(plugin.submit()).rejects.toMatchObject(refused)
    await expect(plugin.press('Order')).rejects.toMatchObject(refused)
    expect(heardBy(plugin.state)).toEqual([])
  })

  it.each([
    ['type', 'Off', 'x', 'UNAVAILABLE', 'The field "Off" is disabled.'],
    ['type', 'Code', 'x', 'UNAVAILABLE', 'The field "Code" can only be read.'],
    ['type', 'Citty', 'x', 'NOT_FOUND', /Did you mean "City"\?/],
    ['type', 'Size', 'x', 'NOT_FOUND', /There is no field to type into called "Size"/],
    ['select', 'Size', 'Huge', 'REFUSED', 'The field "Size" does not take "Huge". It has: "Small", "Large".'],
    ['select', 'Size', 'Sold out', 'REFUSED', /does not take "Sold out"/],
  ] as const)('%s %s with %s is refused as %s', async (verb, label, value, code, message) => {
    await using plugin = await mountPlugin(drawing(FORM))
    await expect(plugin[verb](label, value)).rejects.toMatchObject({
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
  })

  it('has its own button where the plugin has drawn none, and says when it is busy', async () => {
    await using plugin = await mountPlugin(
      drawing(
        `ui.form('f', [ui.input('a', { label: 'A', value: '1' }), ui.button('Wait', { onPress: { handler: 'set', args: { busy: true } } })], { onSubmit: 'hear', busy: state.busy })`,
        '{ heard: [], busy: false }',
      ),
    )
    await plugin.submit('f')
    expect(heardBy(plugin.state)).toMatchObject([{ type: 'submit', values: { a: '1' } }])
    await plugin.press('Wait')
    await expect(plugin.submit()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('busy'),
    })
  })
})

describe('dialogs, alerts and tables', () => {
  it('closes the open dialog, and what is in a closed one is not there', async () => {
    await using plugin = await mountPlugin(
      drawing(
        `ui.column([ui.dialog('Ask', [ui.text('Inside')], { open: state.open, onClose: { handler: 'set', args: { open: false } } })])`,
        '{ heard: [], open: true }',
      ),
    )
    expect(plugin.get('text').text).toBe('Inside')
    await plugin.close('Ask')
    expect([plugin.find('dialog'), plugin.find('text')]).toEqual([undefined, undefined])
    await expect(plugin.close()).rejects.toMatchObject({
      message: 'There is no dialog or alert to close. There is none at all.',
    })
  })

  it('takes an alert away by its title', async () => {
    await using plugin = await mountPlugin(
      drawing(
        `ui.column(['One', 'Two'].map((title) => ui.alert('warning', title, { onDismiss: { handler: 'hear', args: title } })))`,
      ),
    )
    await expect(plugin.close()).rejects.toMatchObject({ code: 'AMBIGUOUS' })
    await plugin.close('Two')
    expect(heardBy(plugin.state)).toMatchObject([{ type: 'close', args: 'Two' }])
  })

  it('sorts by a column, selects and presses rows, and reaches what is in one', async () => {
    await using plugin = await mountPlugin(
      drawing(`ui.table({
        caption: 'Stock', select: 'many', onSelect: 'hear', onSort: 'hear',
        columns: [{ id: 'name', header: 'Name', sortable: true }, { id: 'do', header: 'Do' }],
        rows: ['Pear', 'Fig'].map((name) => ({
          key: name, onPress: { handler: 'hear' }, cells: { name, do: { node: ui.button('Buy', { onPress: { handler: 'hear', args: name } }) } },
        })),
      })`),
    )
    await plugin.sort('Name')
    await plugin.press('Select Fig')
    await plugin.press('Pear')
    await plugin.press('Buy', { within: 'Fig' })
    expect(heardBy(plugin.state)).toMatchObject([
      { type: 'sort', column: 'name', dir: 'asc' },
      { type: 'select', keys: ['Fig'] },
      { type: 'press', key: 'Pear' },
      { type: 'press', args: 'Fig' },
    ])
    await expect(plugin.sort('Do')).rejects.toThrow('There is no column to sort by called "Do". There is: "Name".')
  })
})

it('emits what no person here can do', async () => {
  await using plugin = await mountPlugin(drawing(`ui.custom('acme/Map', { events: { move: { handler: 'hear' } } })`))
  await plugin.emit('hear', { type: 'custom', event: 'move', detail: { lat: 1 } })
  expect(heardBy(plugin.state)).toMatchObject([{ type: 'custom', detail: { lat: 1 } }])
})
