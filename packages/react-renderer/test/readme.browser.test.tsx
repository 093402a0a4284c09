import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'

import { createFakePluginSource } from './fakePluginSource.ts'
import { App } from './readme.sample.tsx'

test('the sample of the README starts a plugin and draws it with the button and the looks of its own', async () => {
  const host = createFakePluginSource({ kind: 'button', label: 'Add', onPress: { handler: 'add' } })
  const screen = await render(<App host={host} code="definePlugin(…)" />)
  await expect.element(screen.getByRole('button', { name: 'Add' })).toHaveClass('my-button')
  expect(host.started).toEqual(['definePlugin(…)'])
  const box = screen.container.querySelector<HTMLElement>('.pui-widget')
  expect(box?.style.getPropertyValue('--pui-accent')).toBe('rebeccapurple')
})
