import { counterSource, createFakeRuntime, describeContainment, hostileGuests } from '@plugboard/contract-tests'
import { createInstanceId } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

// The runtime contract itself is run by the sample of the README.

describeContainment({
  name: 'FakeRuntime',
  createRuntime: ({ now }) => createFakeRuntime({ now }),
  defence: 'checks',
  // The others would stop this process instead of the fake.
  guests: hostileGuests.filter(({ needs }) => needs === 'checks'),
})

describe('failNext', () => {
  const identity = { packageId: 'counter', instanceId: createInstanceId('counter') }
  const view = {
    pluginState: { value: 1 },
    globalState: { self: identity, shared: {} },
    grants: { readShared: [], writeShared: [], systemCommands: [] },
  }

  test('plays the code that it is given, once', async () => {
    await using runtime = createFakeRuntime()
    await runtime.load({ ...identity, code: counterSource })
    runtime.failNext(identity.instanceId, 'RUNTIME_MEMORY')
    const render = { kind: 'render', widgetId: 'main', view } as const
    await expect(runtime.call(identity.instanceId, render)).rejects.toMatchObject({ code: 'RUNTIME_MEMORY' })
    expect((await runtime.health()).groups).toMatchObject([{ alive: false, restarts: 0 }])
    expect((await runtime.call(identity.instanceId, render)).tree.kind).toBe('column')
    expect((await runtime.health()).groups).toMatchObject([{ alive: true, restarts: 1 }])
  })

  test('refuses a code that does not cost a VM', async () => {
    await using runtime = createFakeRuntime()
    expect(() => runtime.failNext('counter@12345678', 'PLUGIN_THREW')).toThrow(TypeError)
  })
})
