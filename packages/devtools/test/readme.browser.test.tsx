import { createFakeRuntime } from '@plugboard/contract-tests'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'

import { packages } from './kit/packages.ts'
import { mountParts, mountTools } from './readme.sample.tsx'

test('the sample of the README mounts all of it, and its parts', async () => {
  const host = createPluginHost({ runtime: createFakeRuntime(), packages })
  const store = createHostStore(host)
  await host.load({ packageId: 'logger' })
  const tools = await render(mountTools(host, store))
  await expect.element(tools.getByRole('row', { name: /loaded/ })).toBeVisible()
  await tools.unmount()
  const parts = await render(mountParts(host, store))
  await parts.getByRole('row', { name: /loaded/ }).click()
  await expect.element(parts.getByRole('button', { name: 'Forget what happened' })).toBeVisible()
  await parts.getByRole('button', { name: 'Remove' }).click()
  await expect.element(parts.getByRole('heading', { name: 'Nothing selected' })).toBeVisible()
})
