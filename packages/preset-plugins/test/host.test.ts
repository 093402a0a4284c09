import { createFakeRuntime } from '@plugboard/contract-tests'
import type { InstanceId, UIEvent } from '@plugboard/contracts'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { presetPlugins, presetSharedDomains } from '../src/index.ts'

const runtime = createFakeRuntime()

function createHost() {
  const host = createPluginHost({ runtime, packages: presetPlugins, sharedDomains: presetSharedDomains })
  return { host, store: createHostStore(host) }
}

let { host, store } = createHost()
beforeEach(() => {
  ;({ host, store } = createHost())
})
afterEach(() => host.dispose())

async function open(packageId: string) {
  const instanceId = await host.load({ packageId })
  return { instanceId, lease: host.lease(instanceId, 'main') }
}

type Opened = Awaited<ReturnType<typeof open>>

const drawn = ({ lease }: Opened): string => JSON.stringify(lease.getSnapshot().tree)
const press = ({ lease }: Opened, handler: string, event: UIEvent = { type: 'press' }): void =>
  lease.emit(handler, event)
const stateOf = (instanceId: InstanceId) => store.getState().plugins.pluginStateByInstance[instanceId]

describe('the presets in a host', () => {
  it('count side by side, and share one total', async () => {
    const [one, other] = [await open('counter'), await open('counter')]
    press(one, 'increment')
    press(one, 'increment')
    press(other, 'decrement')
    await vi.waitFor(() => {
      expect(drawn(one)).toContain('"label":"This instance","value":"2"')
      expect(drawn(other)).toContain('"label":"This instance","value":"-1"')
      expect(drawn(one)).toContain('"label":"Shared total","value":"1"')
      expect(drawn(other)).toContain('"label":"Shared total","value":"1"')
    })
  })

  it('take an unloaded counter out of the total', async () => {
    const [one, other] = [await open('counter'), await open('counter')]
    press(one, 'increment')
    press(other, 'increment')
    await vi.waitFor(() => expect(drawn(one)).toContain('"label":"Shared total","value":"2"'))
    await host.unload(other.instanceId)
    await vi.waitFor(() => expect(drawn(one)).toContain('"label":"Shared total","value":"1"'))
  })

  it('go on counting when the shared write is denied, and the dashboard says why', async () => {
    const [counter, dashboard] = [await open('counter'), await open('status-dashboard')]
    host.setGrants(counter.instanceId, { readShared: [], writeShared: [], systemCommands: [] })
    press(counter, 'increment')
    await vi.waitFor(() => {
      expect(stateOf(counter.instanceId)).toEqual({ value: 1 })
      expect(drawn(counter)).toContain('The shared total is not shown to this counter.')
      expect(drawn(dashboard)).toContain('missing-write-grant:counter-summary')
    })
    expect(dashboard.lease.getSnapshot().issues).toEqual([])
  })

  it('share a greeting that another package shows, and withdraw it with its owner', async () => {
    const [greeter, shared] = [await open('greeter'), await open('greeter-shared-state')]
    press(greeter, 'rename', { type: 'change', name: 'name', value: 'Ada', rev: 1 })
    await vi.waitFor(() => expect(drawn(greeter)).toContain('Hello, Ada'))
    press(greeter, 'share')
    await vi.waitFor(() => expect(drawn(shared)).toContain('Hello, Ada'))
    expect(drawn(shared)).toContain(greeter.instanceId)
    await host.unload(greeter.instanceId)
    await vi.waitFor(() => expect(drawn(shared)).toContain('Nobody has shared a greeting yet.'))
  })

  it('watch each other: the monitor lists what is loaded and what is paused', async () => {
    const [monitor, calculator] = [await open('runtime-monitor'), await open('calculator')]
    await vi.waitFor(() => expect(drawn(monitor)).toContain(calculator.instanceId))
    host.setEnabled(calculator.instanceId, false)
    await vi.waitFor(() => expect(drawn(monitor)).toContain('Paused'))
    expect(monitor.lease.getSnapshot().error).toBeNull()
  })
})
