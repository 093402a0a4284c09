import { expect, test } from './test.ts'

const ATTACKS = {
  'a loop without an end': 'while (true) {}',
  'a native call that no interrupt reaches': `new Array(1e9) + ''`,
  'endless recursion': '(function again() { again() })()',
  'memory without end': 'const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length))',
}

for (const [what, attack] of Object.entries(ATTACKS)) {
  test(`${what} is stopped and reported while a sibling keeps answering, and the plugin restarts with its state`, async ({
    playground,
  }) => {
    await playground.paste(
      'Runaway',
      `definePlugin(({ ui }) => ({ title: 'Runaway', initialState: { presses: 0 }, widgets: { main: {
        render({ pluginState }) {
          return ui.column([ui.text('presses ' + pluginState.presses), ui.button('Count', { onPress: 'count' }), ui.button('Attack', { onPress: 'attack' })])
        },
        handlers: {
          count(ctx) { ctx.dispatchPluginAction('state/merge', { presses: ctx.pluginState.presses + 1 }) },
          attack() { ${attack} },
        } } } }))`,
    )
    const runaway = playground.cards('Runaway')
    await runaway.getByRole('button', { name: 'Count' }).click()
    await expect(runaway).toContainText('presses 1')
    await runaway.getByRole('button', { name: 'Attack' }).click()
    const greeter = playground.cards('Greeter')
    await greeter.getByRole('textbox', { name: 'Your name' }).fill('Ada')
    await expect(greeter).toContainText('Hello, Ada')
    // Some recursion ends in an error of the guest's own: that is contained as well, and leaves the plugin running.
    const report = runaway.getByRole('group', { name: 'Error' })
    await expect(report).toContainText(/RUNTIME_(TIMEOUT|MEMORY|STACK)|PLUGIN_THREW/, { timeout: 20_000 })
    await playground.act(runaway, 'Restart')
    await expect(runaway).toContainText('presses 1')
    await runaway.getByRole('button', { name: 'Count' }).click()
    await expect(runaway).toContainText('presses 2')
  })
}

test('an error points at the line and column of the pasted code, and the last good picture stays', async ({
  playground,
}) => {
  await playground.paste(
    'Fragile',
    `definePlugin(({ ui }) => ({
  title: 'Fragile', initialState: {},
  widgets: { main: {
    render() { return ui.button('Break', { onPress: 'break' }) },
    handlers: {
      break() {
        null.property
      },
    },
  } },
}))`,
  )
  const fragile = playground.cards('Fragile')
  await fragile.getByRole('button', { name: 'Break' }).click()
  await expect(fragile.getByRole('group', { name: 'Error' })).toContainText('line 7')
  await expect(fragile.getByRole('button', { name: 'Break' })).toBeVisible()
})
