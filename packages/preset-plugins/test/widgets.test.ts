import { describe, expect, it } from 'vitest'

import {
  calculator,
  counter,
  createGreeter,
  greeter,
  greeterSharedState,
  runtimeMonitor,
  statusDashboard,
} from '../src/index.ts'
import { mountPreset, nodesOf } from './mountPreset.ts'
import { presetViews } from './views.ts'

describe('the counter', () => {
  const view = presetViews['counter']?.['a counter that may read and write']

  it('shows its own value and the shared total, and three buttons with names for everybody', async () => {
    await using mounted = await mountPreset(counter, view)
    expect(await mounted.text()).toBe('This instance: 7 | Shared total: 12 | [−1] | [+1] | [Reset]')
    const names = nodesOf(await mounted.tree()).map((node) =>
      node.kind === 'button' ? (node.a11y?.label ?? node.label) : null,
    )
    expect(names.filter((name) => name !== null)).toEqual(['Decrease', 'Increase', 'Reset'])
  })

  it('tells the shared total what its own value becomes, also on reset', async () => {
    await using mounted = await mountPreset(counter, view)
    const shared = []
    for (const name of ['Increase', 'Increase', 'Decrease', 'Reset']) {
      const [own, write] = await mounted.press(name)
      expect(own).toMatchObject({ scope: 'plugin' })
      expect(write).toMatchObject({ scope: 'shared', domain: 'counter-summary', actionType: 'set-instance' })
      expect(write).toHaveProperty('payload', mounted.state)
      shared.push(write?.payload)
    }
    expect(shared).toEqual([{ value: 8 }, { value: 9 }, { value: 8 }, { value: 0 }])
  })

  it('counts on without grants, says what it cannot do, and still asks to write', async () => {
    await using mounted = await mountPreset(counter)
    expect(await mounted.text()).toBe(
      'This instance: 0 | [−1] | [+1] | [Reset] | The shared total is not shown to this counter. | ' +
        'This counter is not added to the shared total.',
    )
    expect(await mounted.press('Increase')).toMatchObject([{ scope: 'plugin' }, { scope: 'shared' }])
    expect(mounted.state).toEqual({ value: 1 })
  })
})

describe('the calculator', () => {
  it('has a key for every digit and operation, by name', async () => {
    await using mounted = await mountPreset(calculator)
    for (const name of ['1', '2', 'Decimal point', '5', 'Multiply', '4', 'Change sign']) await mounted.press(name)
    expect(await mounted.text()).toContain('12.5 ×: −4 |')
    await mounted.press('Equals')
    expect(await mounted.text()).toContain('Result: −50 |')
    for (const name of ['Divide', '0', 'Equals']) await mounted.press(name)
    expect(await mounted.text()).toContain('Result: Error |')
    for (const name of ['Clear', '3', '6', 'Delete last digit', 'Add', '7', 'Subtract', '8', 'Equals', '9']) {
      await mounted.press(name)
    }
    expect(await mounted.text()).toContain('Result: 9 |')
  })

  it('asks for nothing and shares nothing', async () => {
    await using mounted = await mountPreset(calculator)
    expect(calculator.manifest.capabilities).toEqual({})
    expect(await mounted.press('7')).toMatchObject([{ scope: 'plugin', actionType: 'digit', payload: { digit: 7 } }])
  })
})

describe('the greeter', () => {
  const grants = { writeShared: ['greeter-profile'] }

  it('greets by the name that is typed, as it is typed', async () => {
    await using mounted = await mountPreset(greeter, { grants })
    expect(await mounted.text()).toBe('Your name: <> | Hello! | [Share greeting]')
    await mounted.type('Your name', 'Ada ')
    expect(await mounted.text()).toBe('Your name: <Ada > | Hello, Ada | [Share greeting]')
    const input = nodesOf(await mounted.tree()).find((node) => node.kind === 'input')
    expect(input).toMatchObject({ notify: 'input', maxLength: 80 })
  })

  it('shares the name on request, without the spaces around it', async () => {
    await using mounted = await mountPreset(greeter, { grants, pluginState: { name: ' Ada ' } })
    expect(await mounted.press('Share greeting')).toMatchObject([
      { scope: 'shared', domain: 'greeter-profile', actionType: 'set-profile', payload: { name: 'Ada' } },
    ])
  })

  it('has nothing to share without a name', async () => {
    await using mounted = await mountPreset(greeter, { grants, pluginState: { name: '  ' } })
    await expect(mounted.press('Share greeting')).rejects.toThrow('disabled')
  })

  it('asks to share only with its switch on, and says so when it may not', async () => {
    expect(greeter.manifest.capabilities).toEqual({ writeShared: ['greeter-profile'] })
    const unshared = createGreeter({ isSharing: false })
    expect(unshared.manifest.capabilities).toEqual({})
    await using mounted = await mountPreset(unshared, { pluginState: { name: 'Ada' } })
    expect(await mounted.text()).toContain('Sharing is switched off for this greeter.')
    await expect(mounted.press('Share greeting')).rejects.toThrow('disabled')
  })
})

describe('the status dashboard', () => {
  it('shows packages, the budget, outcomes, denials and the counters', async () => {
    await using mounted = await mountPreset(statusDashboard, presetViews['status-dashboard']?.['all three domains'])
    expect((await mounted.text()).split(' | ')).toEqual([
      'Packages',
      'counter 1 41',
      'guest 3 0',
      'Instance budget: 5 / 60',
      'Applied: 38',
      'Denied: 3',
      'Ignored: 2',
      'Denials by reason',
      'missing-write-grant:counter-summary 3',
      'Counter total: 12',
      'Counters: 2',
    ])
  })

  it('says which domains are not granted, each on its own', async () => {
    await using mounted = await mountPreset(statusDashboard)
    expect(await mounted.text()).toBe(
      'The metrics are not shown to this widget. | The list of instances is not shown to this widget. | ' +
        'The counter summary is not shown to this widget.',
    )
  })

  it('says when nothing has happened yet', async () => {
    const view = presetViews['status-dashboard']?.['a host on which nothing has run']
    await using mounted = await mountPreset(statusDashboard, view)
    expect(await mounted.text()).toContain('Packages | Nothing has run yet.')
    expect(await mounted.text()).toContain('Denials by reason | Nothing was denied.')
  })
})

describe('the runtime monitor', () => {
  it('lists every instance with its status in words', async () => {
    await using mounted = await mountPreset(runtimeMonitor, presetViews['runtime-monitor']?.['every status'])
    expect((await mounted.text()).split(' | ')).toEqual([
      'Running',
      'counter@aaaaaaaa',
      'Paused',
      'greeter@bbbbbbbb',
      'Loading',
      'guest@cccccccc',
      'Stopped',
      'guest@dddddddd',
      'Quarantined',
      'guest@eeeeeeee',
    ])
  })

  it('says when the list is not granted, and when it is empty', async () => {
    await using refused = await mountPreset(runtimeMonitor)
    expect(await refused.text()).toBe('The list of instances is not shown to this widget.')
    await using empty = await mountPreset(runtimeMonitor, presetViews['runtime-monitor']?.['an empty registry'])
    expect(await empty.text()).toBe('Nothing is loaded.')
  })
})

describe('the shared greeting', () => {
  it('greets whoever was shared, and says by whom', async () => {
    await using mounted = await mountPreset(
      greeterSharedState,
      presetViews['greeter-shared-state']?.['a shared greeting'],
    )
    expect(await mounted.text()).toBe('Hello, Ada | greeter@bbbbbbbb')
  })

  it('says when nobody was shared, and when the profile is not granted', async () => {
    await using nobody = await mountPreset(greeterSharedState, presetViews['greeter-shared-state']?.['nobody yet'])
    expect(await nobody.text()).toBe('Nobody has shared a greeting yet.')
    await using refused = await mountPreset(greeterSharedState)
    expect(await refused.text()).toBe('The shared greeting is not shown to this widget.')
  })
})
