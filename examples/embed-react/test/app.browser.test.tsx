import { StrictMode } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'

import { App } from '../src/App.tsx'
import { store } from '../src/store.ts'

test('the plugin and the application live in one store, and StrictMode’s double mount is one VM', async () => {
  const screen = await render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  const add = screen.getByRole('button', { name: '+1' })
  await expect.element(add, { timeout: 30_000 }).toBeVisible()
  await add.click()
  await screen.getByRole('button', { name: 'Add a todo' }).click()
  await expect.poll(() => Object.values(store.getState().plugins.pluginStateByInstance)).toEqual([{ value: 1 }])
  expect(store.getState().todos).toEqual(['Read the manual', 'Todo 2'])
})
