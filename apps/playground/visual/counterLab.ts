import { expect } from '@playwright/test'

import type { PlaygroundPage } from '../e2e/playgroundPage.ts'

const POMODORO = `import { definePlugin, Text } from '@plugboard/sdk'

const phases = { focus: { label: 'Focus' } }

definePlugin({
  id: 'pomodoro',
  title: 'Pomodoro',
  initialState: { phase: 'rest' },
  widgets: {
    main: {
      render({ state }) {
        const phase = phases[state.phase]
        return <Text size="lg">{phase.label}</Text>
      },
    },
  },
})
`

/** What somebody else's workspace holds. */
export const TEAM_PULSE = `import { definePlugin, Text } from '@plugboard/sdk'

definePlugin({
  id: 'team-pulse',
  title: 'Team pulse',
  initialState: {},
  widgets: { main: { render: () => <Text>Quiet.</Text> } },
})
`

/** The workspace of the mock-up: counters of which one is denied, a greeter, a paused monitor, a plugin that broke. */
export async function fillCounterLab(playground: PlaygroundPage): Promise<void> {
  const first = playground.cards('Counter').first()
  const second = playground.cards('Counter').last()
  for (let value = 4; value <= 7; value += 1) {
    await first.getByRole('button', { name: 'Increase' }).click()
    await expect(playground.value(first, 'This instance')).toContainText(String(value))
  }
  const greeter = playground.cards('Greeter')
  await greeter.getByRole('textbox', { name: 'Your name' }).fill('Ada Lovelace')
  await expect(greeter).toContainText('Hello, Ada Lovelace')
  const monitor = await playground.add('Runtime monitor')
  await playground.paste('Pomodoro', POMODORO)
  await expect(playground.cards('Pomodoro').getByRole('group', { name: 'Error' })).toBeVisible()
  await playground.act(monitor, 'Pause')
  await expect(monitor).toContainText('Paused by you')
  for (let value = 2; value <= 3; value += 1) {
    await second.getByRole('button', { name: 'Increase' }).click()
    await expect(playground.value(second, 'This instance')).toContainText(String(value))
  }
  await expect(second).toContainText('3 writes denied')
}
