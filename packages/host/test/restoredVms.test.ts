import { counterSource } from '@plugboard/contract-tests'
import { createQuickJSRuntime, type QuickJSRuntimeOptions } from '@plugboard/runtime-quickjs'
import { createMemoryPlace } from '@plugboard/storage'
import { describe, expect, it, onTestFinished } from 'vitest'

import { settled, textOf } from './kit/hostKit.ts'
import { openKit, type WorkspaceKit } from './kit/workspaceKit.ts'

describe.each<QuickJSRuntimeOptions['placement']>(['inline', 'isolated'])('over real VMs, placed %s', (placement) => {
  const openVmKit = async (place = createMemoryPlace()): Promise<WorkspaceKit> => {
    const runtime = createQuickJSRuntime(placement === undefined ? {} : { placement })
    onTestFinished(() => runtime[Symbol.asyncDispose]())
    return await openKit({ place, runtime })
  }
  const drawn = async (kit: WorkspaceKit, instanceId: string, words: string): Promise<void> => {
    const lease = kit.lease(instanceId)
    const { promise, resolve } = Promise.withResolvers<void>()
    const look = (): void => {
      if (textOf(lease.getSnapshot().tree).includes(words)) resolve()
    }
    lease.subscribe(look)
    look()
    await promise
  }

  it('what was counted is drawn again, and counted on', async () => {
    const place = createMemoryPlace()
    const before = await openVmKit(place)
    const instanceId = await before.host.load({ packageId: 'counter' })
    before.lease(instanceId).emit('increment', { type: 'press' })
    await drawn(before, instanceId, 'Count: 1')
    await before.workspace.flush()
    const after = await openVmKit(place)
    await drawn(after, instanceId, 'Count: 1')
    after.lease(instanceId).emit('increment', { type: 'press' })
    await drawn(after, instanceId, 'Count: 2')
  })

  it('an import in the place of itself has every instance in a fresh VM under its id', async () => {
    const kit = await openVmKit()
    const ids = [
      await kit.host.load({ packageId: 'counter' }),
      await kit.host.load({ packageId: 'mine', code: counterSource }),
    ]
    await kit.workspace.importWorkspace(kit.workspace.export())
    await kit.workspace.started
    await settled()
    expect(Object.values(kit.state().instances).map(({ instanceId, status }) => [instanceId, status])).toEqual(
      ids.map((id) => [id, 'ready']),
    )
    for (const id of ids) await drawn(kit, id, 'Count: 0')
  })
})
