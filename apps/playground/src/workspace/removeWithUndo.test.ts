import type { InstanceId } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { openImports } from '../../test/kit/importsPage.ts'
import { clockCode, type PackedPluginOptions } from '../../test/kit/packedPlugin.ts'
import { importsActions } from '../imports/importsSlice.ts'
import { removeWithUndo } from './removeWithUndo.ts'

const AWAY = /Not taken back: clock@[\w-]+\. The plugin was disabled, updated or removed since/

/** A page with one clock that has all that it asks for. */
async function openWithClock() {
  const page = openImports()
  const { host, offers, packages, store } = page
  const enable = async (options?: PackedPluginOptions): Promise<void> => {
    const facts = await page.factsOf(options)
    packages.enable(facts, facts.asks.known)
  }
  await enable()
  const instanceId = await packages.add('clock')
  return {
    ...page,
    enable,
    instanceId,
    ids: () => page.instances().map((instance) => instance.instanceId),
    close: async (...instanceIds: readonly InstanceId[]) => {
      await removeWithUndo({ host, offers, store, instanceIds, text: 'Closed.' })
      const offer = offers.last
      if (offer === undefined) throw new Error('Nothing is offered.')
      return () => offers.take(offer)
    },
  }
}

test('an instance that was closed is back with its grants, also after its package was disabled and enabled', async () => {
  const { close, grantsOf, ids, instanceId, packages } = await openWithClock()
  const grants = grantsOf(instanceId)
  const undo = await close(instanceId)
  await packages.disable('clock')
  await expect(undo()).rejects.toThrow(AWAY)
  expect(ids()).toEqual([])
  await packages.enableAgain('clock')
  await undo()
  expect(ids()).toEqual([instanceId])
  expect(grantsOf(instanceId)).toEqual(grants)
})

test('what an older version was granted does not come back beside a newer one', async () => {
  const { close, factsOf, ids, instanceId, packages } = await openWithClock()
  const undo = await close(instanceId)
  await packages.update(await factsOf({ manifest: { version: '2.0.0', requests: {} } }), [])
  await expect(undo()).rejects.toThrow(AWAY)
  expect(ids()).toEqual([])
})

test('what one package was granted does not come back under another one of its id', async () => {
  const { close, factsOf, ids, instanceId, packages } = await openWithClock()
  const undo = await close(instanceId)
  await packages.remove('clock')
  await expect(undo()).rejects.toThrow(AWAY)
  packages.enable(await factsOf({ code: clockCode({ label: 'Of another author' }) }), [])
  await expect(undo()).rejects.toThrow(AWAY)
  expect(ids()).toEqual([])
})

test('a plugin of one’s own does not come back under the id that an imported package took', async () => {
  const { close, enable, host, ids, packages } = await openWithClock()
  await packages.remove('clock')
  const instanceId = await host.load({ packageId: 'clock', code: clockCode() })
  const undo = await close(instanceId)
  await enable()
  await expect(undo()).rejects.toThrow(AWAY)
  expect(ids()).toEqual([])
})

test('an instance whose content was changed stays away until that is put back', async () => {
  const { close, factsOf, ids, instanceId, packages, store } = await openWithClock()
  const undo = await close(instanceId)
  const digest = store.getState().imports['clock']?.digest ?? 'sha256:'
  const check = { state: 'rejected', diagnostics: [] } as const
  store.dispatch(importsActions.importChecked({ packageId: 'clock', digest, check }))
  await expect(undo()).rejects.toThrow(AWAY)
  await packages.update(await factsOf(), [])
  await undo()
  expect(ids()).toEqual([instanceId])
})

test('of several that were closed, those come back whose package is as it was, and the others with the next undo', async () => {
  const { close, host, ids, instanceId, packages } = await openWithClock()
  const counter = await host.load({ packageId: 'counter' })
  const undo = await close(instanceId, counter)
  await packages.disable('clock')
  await expect(undo()).rejects.toThrow(AWAY)
  expect(ids()).toEqual([counter])
  await expect(undo()).rejects.toThrow(AWAY)
  await packages.enableAgain('clock')
  await undo()
  expect(ids().toSorted()).toEqual([instanceId, counter].toSorted())
})
