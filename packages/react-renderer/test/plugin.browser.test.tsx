import { createFakeWidgetSource } from '@plugboard/contract-tests'
import type { PackageManifest } from '@plugboard/contracts'
import { Plugin, PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { StrictMode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'

import { createFakePluginSource } from './fakePluginSource.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('<Plugin>', () => {
  test('mounted twice by StrictMode starts one VM, and ends it when it leaves the screen', async () => {
    const source = createFakePluginSource()
    const screen = await render(
      <StrictMode>
        <PluginProvider source={source}>
          <Plugin packageId="counter" code="one" />
        </PluginProvider>
      </StrictMode>,
    )
    await expect.element(screen.getByText('runs one')).toBeVisible()
    expect(source.started).toEqual(['one'])
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(source.disposed).toEqual([])
    await screen.unmount()
    await expect.poll(() => source.disposed).toEqual(['counter@00000000'])
  })

  test('starts another instance for other code, and keeps the one it has for the same', async () => {
    const source = createFakePluginSource()
    const manifest = (): PackageManifest => ({
      apiVersion: 1,
      packageId: 'counter',
      title: 'Counter',
      capabilities: {},
    })
    const app = (code: string) => (
      <PluginProvider source={source}>
        <Plugin packageId="counter" code={code} manifest={manifest()} />
      </PluginProvider>
    )
    const screen = await render(app('one'))
    await screen.rerender(app('one'))
    expect(source.started).toEqual(['one'])
    await screen.rerender(app('two'))
    await expect.element(screen.getByText('runs two')).toBeVisible()
    expect(source.started).toEqual(['one', 'two'])
    await expect.poll(() => source.disposed).toEqual(['counter@00000000'])
  })

  test('twice on a page is two instances', async () => {
    const source = createFakePluginSource()
    await render(
      <PluginProvider source={source}>
        <Plugin packageId="counter" code="one" />
        <Plugin packageId="counter" code="one" />
      </PluginProvider>,
    )
    expect(source.started).toEqual(['one', 'one'])
  })

  test('says what is missing when the source cannot start plugins', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const source = createFakeWidgetSource()
    await expect(
      render(
        <PluginProvider source={source}>
          <Plugin packageId="counter" code="one" />
        </PluginProvider>,
      ),
    ).rejects.toMatchObject({ code: 'CANNOT_OPEN' })
  })
})

describe('<WidgetRenderer>', () => {
  test('mounted twice by StrictMode holds one lease', async () => {
    const source = createFakeWidgetSource()
    source.showTree('a@00000000', 'main', { kind: 'text', text: 'words' })
    const screen = await render(
      <StrictMode>
        <PluginProvider source={source}>
          <WidgetRenderer instanceId="a@00000000" widgetId="main" />
        </PluginProvider>
      </StrictMode>,
    )
    await expect.element(screen.getByText('words')).toBeVisible()
    expect(source.leaseCount).toBe(1)
    await screen.unmount()
    expect(source.leaseCount).toBe(0)
  })
})
