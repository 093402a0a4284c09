import { createInstanceId, NO_GRANTS, type RuntimeEvents } from '@plugboard/contracts'
import { variableSource } from '@plugboard/contract-tests'
import { expect, it } from 'vitest'

import { createNodeEngine } from '../engine/nodeEngine.ts'
import { InlineRuntime } from './InlineRuntime.ts'

it('is the in-process service: it loads, calls, tells of what happens, and ends', async () => {
  const runtime = new InlineRuntime({
    engine: createNodeEngine(),
    limits: { fuel: { load: 20, render: 10, event: 10 } },
  })
  const told: (keyof RuntimeEvents)[] = []
  for (const name of ['crash', 'restart', 'quarantine', 'log'] as const) runtime.on(name, () => void told.push(name))
  const identity = { packageId: 'guest', instanceId: createInstanceId('guest') }
  const { instanceId } = identity
  const code = variableSource.replace('variable += 1', "variable += 1; console.log('bumped')")
  const press = (handler: string) =>
    runtime.call(instanceId, {
      kind: 'event',
      widgetId: 'main',
      handler,
      event: { type: 'press' },
      view: { pluginState: null, globalState: { self: identity, shared: {} }, grants: NO_GRANTS },
    })

  await expect(runtime.load({ ...identity, code })).resolves.toMatchObject({ instanceId, title: 'Variable' })
  expect((await press('bump')).intents).toHaveLength(1)
  await expect(press('spin')).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
  expect((await press('bump')).intents).toMatchObject([{ payload: 1 }])
  expect((await runtime.health()).groups).toMatchObject([{ instanceIds: [instanceId], alive: true }])
  await expect(press('spin')).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
  await expect(press('spin')).rejects.toMatchObject({ code: 'RUNTIME_TIMEOUT' })
  expect(told).toEqual(['log', 'crash', 'restart', 'log', 'crash', 'restart', 'crash', 'quarantine'])

  await runtime.dispose(instanceId)
  expect((await runtime.health()).groups).toEqual([])
  await runtime[Symbol.asyncDispose]()
  await expect(runtime.load({ ...identity, code })).rejects.toMatchObject({ code: 'DISPOSED' })
})
