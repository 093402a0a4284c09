import { grantRequested, operatorPolicy } from '@plugboard/capabilities'
import { counterSource, createFakeRuntime } from '@plugboard/contract-tests'
import { NO_GRANTS } from '@plugboard/contracts'
import { describe, expect, it, vi } from 'vitest'

import { manifestOf } from './kit/counterPackage.ts'
import { createHostKit } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

const manifest = {
  ...manifestOf('clock', { readShared: ['*'], writeShared: ['counter-summary'], systemCommands: [] }),
  stateVersion: 3,
}
const code = counterSource
const policy = operatorPolicy({ operators: ['clock'], otherwise: grantRequested })

describe('a manifest that is the word of its author', () => {
  it('names the code and its state, and puts it among code from elsewhere', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime, policy })
    const instanceId = await kit.host.load({ packageId: 'clock', code, manifest, trusted: false })
    expect(runtime.loads).toMatchObject([{ trusted: false }])
    expect(kit.instance(instanceId)).toMatchObject({ stateVersion: 3 })
    expect(kit.host.describe(instanceId)).toMatchObject({ manifest, isTrusted: false })
  })

  it('gets nothing by what it asks for: neither from a policy nor as an operator', async () => {
    const kit = createHostKit({ policy })
    const instanceId = await kit.host.load({ packageId: 'clock', code, manifest, trusted: false })
    expect(kit.state().grantsByInstance[instanceId]).toEqual(NO_GRANTS)
    const granted = { readShared: ['*', 'counter-summary'], writeShared: [], systemCommands: [] }
    const second = await kit.host.load({
      packageId: 'clock',
      code,
      manifest,
      trusted: false,
      initialGrants: granted,
    })
    expect(kit.state().grantsByInstance[second]).toEqual({ ...NO_GRANTS, readShared: ['counter-summary'] })
  })

  it('does not make code trusted that takes over, and its version decides about the state', async () => {
    const runtime = createFakeRuntime()
    const load = vi.spyOn(runtime, 'load')
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'clock', code, manifest, trusted: false })
    const next = { ...manifest, stateVersion: 4 }
    const { state } = await kit.host.reload(instanceId, { code, manifest: next, trusted: false })
    expect(state).toBe('reset')
    expect(load.mock.calls.map(([{ trusted }]) => trusted)).toEqual([false, false])
  })

  it('is refused where nobody can tell whose word it is', async () => {
    const kit = createHostKit()
    const request = { packageId: 'clock', code, manifest, trusted: 'no' }
    await expect(kit.host.load(request as never)).rejects.toMatchObject({ code: 'PROTOCOL' })
  })
})
