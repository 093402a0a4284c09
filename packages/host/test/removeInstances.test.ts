import { counterSource } from '@plugboard/contract-tests'
import { removeInstances } from '@plugboard/host'
import { describe, expect, it } from 'vitest'

import { createHostKit, settled, textOf } from './kit/hostKit.ts'

describe('an instance that is removed and taken back', () => {
  it('has its id, state, grants and pause again, and goes on from there', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.press(instanceId, 'increment')
    await kit.press(instanceId, 'increment')
    kit.host.setGrants(instanceId, { readShared: ['counter-summary'], writeShared: [], systemCommands: [] })
    kit.host.setEnabled(instanceId, false)
    const state = kit.pluginState(instanceId)
    const removal = await removeInstances(kit.host, [instanceId])
    expect(kit.instance(instanceId)).toBeUndefined()
    await removal.undo()
    expect(kit.instance(instanceId)).toMatchObject({ enabled: false, status: 'ready', title: 'Counter' })
    expect(kit.pluginState(instanceId)).toEqual(state)
    expect(kit.state().grantsByInstance[instanceId]).toMatchObject({ writeShared: [] })
    kit.host.setEnabled(instanceId, true)
    await kit.press(instanceId, 'increment')
    expect(kit.pluginState(instanceId)).not.toEqual(state)
  })

  it('brings its own code along, which is trusted no more than before', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'own', code: counterSource })
    const removal = await removeInstances(kit.host, [instanceId])
    expect(removal.saved[0]?.code).toBe(counterSource)
    await removal.undo()
    const lease = kit.lease(instanceId)
    await settled()
    expect(textOf(lease.getSnapshot().tree)).not.toBe('')
    expect(kit.state().grantsByInstance[instanceId]).toEqual({ readShared: [], writeShared: [], systemCommands: [] })
  })

  it('is in the shared domain again, where nobody has written since', async () => {
    const kit = createHostKit()
    const [first, second] = [
      await kit.host.load({ packageId: 'counter' }),
      await kit.host.load({ packageId: 'counter' }),
    ]
    await kit.press(first, 'increment')
    await kit.press(second, 'increment')
    const { shared } = kit.state()
    const removal = await removeInstances(kit.host, [first])
    expect(kit.state().shared).not.toEqual(shared)
    await removal.undo()
    expect(kit.state().shared).toEqual(shared)
  })

  it('leaves a shared domain alone that somebody has written to since', async () => {
    const kit = createHostKit()
    const [first, second] = [
      await kit.host.load({ packageId: 'counter' }),
      await kit.host.load({ packageId: 'counter' }),
    ]
    await kit.press(first, 'increment')
    const removal = await removeInstances(kit.host, [first])
    await kit.press(second, 'increment')
    const { shared } = kit.state()
    await removal.undo()
    expect(kit.state().shared).toEqual(shared)
  })

  it('comes back with those that were removed with it, in their order, each in the shared domain', async () => {
    const kit = createHostKit()
    const ids = [await kit.host.load({ packageId: 'counter' }), await kit.host.load({ packageId: 'counter' })]
    for (const id of ids) await kit.press(id, 'increment')
    const { shared } = kit.state()
    const removal = await removeInstances(kit.host, ids)
    expect(Object.keys(kit.state().instances)).toEqual([])
    await removal.undo()
    expect(Object.keys(kit.state().instances)).toEqual(ids)
    expect(kit.state().shared).toEqual(shared)
  })

  it('comes back also where one that was removed with it is there already', async () => {
    const kit = createHostKit()
    const ids = [await kit.host.load({ packageId: 'counter' }), await kit.host.load({ packageId: 'counter' })]
    const removal = await removeInstances(kit.host, ids)
    const [first] = removal.saved
    if (first === undefined) throw new Error('Nothing was kept.')
    await kit.host.restore(first)
    await removal.undo()
    expect(Object.keys(kit.state().instances)).toEqual(ids)
  })

  it('is taken back once', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const removal = await removeInstances(kit.host, [instanceId])
    await removal.undo()
    await kit.press(instanceId, 'increment')
    const { shared } = kit.state()
    await expect(removal.undo()).rejects.toMatchObject({ code: 'DUPLICATE_INSTANCE' })
    expect(kit.state().shared).toBe(shared)
  })
})

it('refuses what is no host of this package, and an instance that is not there', async () => {
  const kit = createHostKit()
  const there = await kit.host.load({ packageId: 'counter' })
  await expect(removeInstances(kit.host, [there, 'counter@gone0000'])).rejects.toMatchObject({
    code: 'UNKNOWN_INSTANCE',
  })
  await expect(removeInstances({ ...kit.host }, [there])).rejects.toMatchObject({ code: 'PROTOCOL' })
  expect(kit.instance(there)).toMatchObject({ status: 'ready' })
})
