import { NO_GRANTS, NOT_BEGUN, PluginRuntimeError, resolveLimits, type LoadPluginRequest } from '@plugboard/contracts'
import { expect, test, vi, type MockInstance } from 'vitest'

import { compiled } from '../../test/vmKit.ts'
import type { VmHome } from '../vm/VmHome.ts'
import { HostedInstance } from './HostedInstance.ts'
import { VmPool } from './VmPool.ts'

const FINE = "definePlugin(({ ui }) => ({ title: 'Fine', widgets: { main: { render: () => ui.divider() } } }))"

/** An instance of this code, and every home that it was given. */
function host(code: string) {
  const pool = new VmPool({ compile: () => compiled, images: true })
  const left: MockInstance<VmHome['leave']>[] = []
  const open = pool.open.bind(pool)
  vi.spyOn(pool, 'open').mockImplementation(async (request: LoadPluginRequest, limits): Promise<VmHome> => {
    const home = await open(request, limits)
    left.push(vi.spyOn(home, 'leave'))
    return home
  })
  const instance = new HostedInstance({
    request: { packageId: 'a', instanceId: 'a@12345678', code },
    limits: resolveLimits(),
    seed: { random: 1, epochMs: 0 },
    now: () => 0,
    pool,
    observer: { onLog: () => {}, onLost: () => {}, onRestarted: () => {}, assertAllowed: () => {} },
  })
  return { instance, left, pool }
}

test.each([
  ['throws', 'throw new Error("no")'],
  ['defines nothing', 'globalThis.kept = new Array(1000).fill("kept")'],
  ['never ends', 'for (;;);'],
])('a load that %s leaves nothing in the memory that it shared', async (_what, code) => {
  const { instance, left } = host(code)
  await expect(instance.load()).rejects.toHaveProperty('code')
  expect(left).toHaveLength(1)
  expect(left[0]).toHaveBeenCalled()
})

test('an instance that is disposed gives its place back, once', async () => {
  const { instance, left } = host(FINE)
  await instance.load()
  expect(left[0]).not.toHaveBeenCalled()
  instance.dispose()
  instance.dispose()
  expect(left[0]).toHaveBeenCalledTimes(1)
})

test('an event whose plugin cannot be started again was not begun, and is told so', async () => {
  const code = FINE.replace(
    'render: () => ui.divider()',
    'render: () => ui.divider(), handlers: { spin() { for (;;); } }',
  )
  const { instance, pool } = host(code)
  await instance.load()
  const view = {
    pluginState: null,
    globalState: { self: { packageId: 'a', instanceId: 'a@12345678' }, shared: {} },
    grants: NO_GRANTS,
  }
  const event = { kind: 'event', widgetId: 'main', handler: 'spin', event: { type: 'press' }, view } as const
  await expect(instance.call(event)).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
  vi.spyOn(pool, 'open').mockRejectedValue(new PluginRuntimeError({ code: 'RUNTIME_MEMORY', message: 'No room.' }))
  await expect(instance.call(event)).rejects.toMatchObject({
    code: 'RUNTIME_CRASHED',
    message: 'The plugin could not be started again: No room.',
    details: NOT_BEGUN,
  })
  await expect(instance.call({ kind: 'render', widgetId: 'main', view })).rejects.toMatchObject({
    code: 'RUNTIME_MEMORY',
  })
})
