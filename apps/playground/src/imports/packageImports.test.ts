import { NO_GRANTS } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { openImports } from '../../test/kit/importsPage.ts'
import { clockCode, packClock, type PackedPluginOptions } from '../../test/kit/packedPlugin.ts'
import type { Ask } from '../consent/asks.ts'
import { projectsActions } from '../projects/projectsSlice.ts'
import type { PackageFacts } from './arrivedPackage.ts'
import { importsActions } from './importsSlice.ts'

const ALL = { readShared: ['counter-summary'], writeShared: ['greeter-profile'] }

type Kit = ReturnType<typeof openImports>

const granting = ({ asks }: PackageFacts, name: string): readonly Ask[] => asks.known.filter((ask) => ask.name === name)

async function enabled(kit: Kit, options?: PackedPluginOptions): Promise<string> {
  const facts = await kit.factsOf(options)
  kit.packages.enable(facts, granting(facts, 'counter-summary'))
  return await kit.packages.add('clock')
}

async function press(kit: Kit, instanceId: string): Promise<void> {
  const lease = kit.host.lease(instanceId, 'main')
  lease.emit('press', { type: 'press' })
  lease.release()
  await expect.poll(() => kit.stateOf(instanceId)).toEqual({ presses: 1 })
}

test('a package is read and enabled without a VM, and an instance has what was granted of what it asks for', async () => {
  const kit = openImports()
  const { diagnostics, facts, offer } = await kit.read()
  expect([diagnostics, offer]).toEqual([[], { kind: 'import' }])
  if (facts === null) throw new Error('It was not read.')
  expect(facts).toMatchObject({ packageId: 'clock', title: 'Clock', code: clockCode(), asks: { unavailable: [] } })
  kit.packages.enable(facts, granting(facts, 'counter-summary'))
  expect(kit.load).not.toHaveBeenCalled()
  const instanceId = await kit.packages.add('clock')
  expect(kit.grantsOf(instanceId)).toEqual({ ...NO_GRANTS, readShared: ['counter-summary'] })
  expect(kit.load.mock.calls[0]?.[0]).toMatchObject({ code: clockCode(), trusted: false })
  // The trace says what it asked for: the inspector tells requested and granted apart.
  expect(kit.host.describe(instanceId)?.manifest?.capabilities).toEqual(ALL)
})

test('what it does not ask for is not granted, whatever the answer holds', async () => {
  const kit = openImports()
  const facts = await kit.factsOf()
  const more: readonly Ask[] = [
    { verb: 'readShared', name: 'runtime-metrics' },
    { verb: 'systemCommand', name: 'restart-plugin' },
  ]
  kit.packages.enable(facts, more)
  expect(kit.store.getState().imports['clock']?.granted).toEqual(NO_GRANTS)
  // Nor is what somebody wrote into what was saved.
  const granted = { ...NO_GRANTS, readShared: ['runtime-metrics'], systemCommands: ['restart-plugin'] }
  kit.store.dispatch(importsActions.importGranted({ packageId: 'clock', granted }))
  expect(kit.grantsOf(await kit.packages.add('clock'))).toEqual(NO_GRANTS)
})

test('what this playground does not have is told in words, and cannot be granted', async () => {
  const kit = openImports()
  const requests = { readShared: ['*'], https: [{ host: '*', reason: 'To know the time' }], secrets: ['token'] }
  const { asks } = await kit.factsOf({ manifest: { requests } })
  expect(asks.known.map(({ name }) => name)).toContain('runtime-metrics')
  expect(asks.unavailable).toMatchObject([
    { kind: 'https', isBroad: true, reason: 'To know the time' },
    { kind: 'secrets' },
  ])
})

test.for([
  ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -10)],
  ['of something else', () => new Uint8Array([1, 2, 3])],
  [
    'with a flipped byte',
    (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
  ],
] as const)('a file that is %s is refused with a code and a hint, and nothing changes', async ([, spoil]) => {
  const kit = openImports()
  const { diagnostics, offer } = await kit.packages.read(new File([spoil(await packClock())], 'clock.plug'))
  expect(offer).toEqual({ kind: 'refused', reason: { code: 'faulty' } })
  expect(diagnostics[0]).toMatchObject({ severity: 'error', code: expect.any(String), hint: expect.any(String) })
  expect(kit.store.getState().imports).toEqual({})
})

test('a runtime that is not here is refused with a way forward', async () => {
  const kit = openImports()
  const runtime = { kind: 'wasm-component', component: 'plugin.js', world: 'plugboard:plugin' } as const
  const { packPackage } = await import('@plugboard/package-format')
  const { clockFiles } = await import('../../test/kit/packedPlugin.ts')
  const { archive } = await packPackage(clockFiles({ manifest: { runtime } }), { runtimes: ['wasm-component'] })
  const { offer } = await kit.packages.read(new File([new Uint8Array(archive ?? [])], 'clock.plug'))
  expect(offer.kind).toBe('refused')
})

test('an id that something else has is not taken', async () => {
  const kit = openImports()
  for (const id of ['counter', 'stress-loop']) {
    const { offer } = await kit.read({ manifest: { id } })
    expect(offer).toEqual({ kind: 'refused', reason: { code: 'taken', packageId: id } })
  }
  const files = { 'plugin.tsx': '', 'manifest.json': '' }
  kit.store.dispatch(projectsActions.projectPut({ packageId: 'clock', title: 'Mine', files, editedAt: 1 }))
  expect((await kit.read()).offer).toMatchObject({ reason: { code: 'taken' } })
})

test('the same content, an older version, and a version of another content are refused by name', async () => {
  const kit = openImports()
  await enabled(kit, { manifest: { version: '1.1.0' } })
  expect((await kit.read({ manifest: { version: '1.1.0' } })).offer).toMatchObject({ reason: { code: 'present' } })
  expect((await kit.read({ manifest: { version: '1.0.9' } })).offer).toMatchObject({
    reason: { code: 'older', version: '1.0.9', present: '1.1.0' },
  })
  expect((await kit.read({ manifest: { version: '1.1.0' }, code: clockCode({ label: 'Other' }) })).offer).toMatchObject(
    {
      reason: { code: 'other-content', version: '1.1.0' },
    },
  )
})

test('an update asks for what is new alone, and keeps instances, states and answers', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  await press(kit, instanceId)
  const requests = { readShared: ['counter-summary', 'runtime-metrics'] }
  const code = clockCode({ label: 'New' })
  const { facts, offer } = await kit.read({ manifest: { version: '2.0.0', requests }, code })
  if (facts === null || offer.kind !== 'update') throw new Error('It is no update.')
  expect(offer.added.known).toEqual([{ verb: 'readShared', name: 'runtime-metrics' }])
  await kit.packages.update(facts, offer.added.known)
  expect(kit.store.getState().imports['clock']).toMatchObject({ version: '2.0.0', granted: requests })
  expect(kit.host.describe(instanceId)?.code).toBe(code)
  expect(kit.stateOf(instanceId)).toEqual({ presses: 1 })
  expect(kit.grantsOf(instanceId)).toMatchObject(requests)
})

test('a grant that a new version does not ask for any more goes', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  await kit.packages.update(await kit.factsOf({ manifest: { version: '2.0.0', requests: {} } }), [])
  expect(kit.grantsOf(instanceId)).toEqual(NO_GRANTS)
  expect(kit.store.getState().imports['clock']?.granted).toEqual(NO_GRANTS)
})

test('an update that does not prove itself in one instance is taken back in all of them', async () => {
  const kit = openImports()
  const first = await enabled(kit)
  const second = await kit.packages.add('clock')
  await press(kit, second)
  // It begins with a state of another shape where it may, and does not draw what the second one has.
  const code = clockCode({ render: `if (globalState.self.instanceId === '${second}') throw new Error('not today')` })
  const facts = await kit.factsOf({ manifest: { version: '2.0.0', stateVersion: 2 }, code })
  await expect(kit.packages.update(facts, [])).rejects.toThrow(/The update was taken back.*not today/s)
  expect(kit.store.getState().imports['clock']).toMatchObject({ version: '1.0.0' })
  for (const instanceId of [first, second]) expect(kit.host.describe(instanceId)?.code).toBe(clockCode())
  expect([kit.stateOf(first), kit.stateOf(second)]).toEqual([{ presses: 0 }, { presses: 1 }])
})

test('what other code under its id was granted is nothing that a package takes over with an update', async () => {
  const kit = openImports()
  const own = await enabled(kit)
  // As it may come in a workspace file, beside the package itself.
  const grants = { ...NO_GRANTS, writeShared: ['counter-summary', 'greeter-profile'] }
  const foreign = 'clock@foreign'
  await kit.host.restore({ instanceId: foreign, code: clockCode({ label: 'Other' }), grants })
  await kit.packages.update(await kit.factsOf({ manifest: { version: '2.0.0' } }), [])
  expect(kit.host.describe(foreign)?.code).toBe(clockCode())
  expect(kit.grantsOf(foreign)).toEqual(NO_GRANTS)
  expect(kit.grantsOf(own)).toMatchObject({ readShared: ['counter-summary'] })
})

test('of a content that was lost all is asked again, and nothing that was granted is carried over', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  const digest = kit.store.getState().imports['clock']?.digest ?? 'sha256:'
  const check = { state: 'rejected', diagnostics: [] } as const
  for (const version of ['1.0.0', '1.1.0']) {
    kit.store.dispatch(importsActions.importChecked({ packageId: 'clock', digest, check }))
    await expect(kit.packages.add('clock')).rejects.toThrow(/What is saved of Clock is not what you agreed to/)
    const { facts, offer } = await kit.read({ manifest: { version } })
    if (facts === null || offer.kind !== 'update') throw new Error('It is no update.')
    expect(offer.added).toEqual(facts.asks)
  }
  const facts = await kit.factsOf()
  await kit.packages.update(facts, [])
  expect(kit.grantsOf(instanceId)).toEqual(NO_GRANTS)
  expect(kit.store.getState().imports['clock']).toMatchObject({ granted: NO_GRANTS, check: { state: 'sound' } })
})

test('a disabled package has no instance, and its instances come back as they were', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  await press(kit, instanceId)
  await kit.packages.disable('clock')
  expect(kit.instances()).toEqual([])
  await expect(kit.packages.add('clock')).rejects.toThrow('Clock is disabled. Enable it first.')
  await kit.packages.enableAgain('clock')
  expect(kit.stateOf(instanceId)).toEqual({ presses: 1 })
  expect(kit.grantsOf(instanceId)).toMatchObject({ readShared: ['counter-summary'] })
})

test('what a new version does not ask for any more is not granted to instances of a disabled package either', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  await kit.packages.disable('clock')
  const requests = { writeShared: ['greeter-profile'] }
  const facts = await kit.factsOf({ manifest: { version: '2.0.0', requests } })
  await kit.packages.update(facts, granting(facts, 'greeter-profile'))
  await kit.packages.enableAgain('clock')
  expect(kit.grantsOf(instanceId)).toEqual({ ...NO_GRANTS, ...requests })
})

test('of a content that was lost while its package was disabled, nothing that was granted is carried over', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  await kit.packages.disable('clock')
  const digest = kit.store.getState().imports['clock']?.digest ?? 'sha256:'
  const check = { state: 'rejected', diagnostics: [] } as const
  kit.store.dispatch(importsActions.importChecked({ packageId: 'clock', digest, check }))
  await kit.packages.update(await kit.factsOf({ manifest: { version: '9.0.0' } }), [])
  await kit.packages.enableAgain('clock')
  expect(kit.grantsOf(instanceId)).toEqual(NO_GRANTS)
})

test('an instance of a disabled package comes back with no more than the package asks for, whatever was saved', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  await kit.packages.disable('clock')
  const imported = kit.store.getState().imports['clock']
  if (imported === undefined) throw new Error('It is gone.')
  const grants = {
    readShared: ['*', 'counter-summary', 'runtime-metrics'],
    writeShared: ['counter-summary'],
    systemCommands: ['restart-plugin'],
  } as const
  const parked = imported.parked?.map((instance) => ({ ...instance, grants })) ?? null
  kit.store.dispatch(importsActions.importPut({ ...imported, parked }))
  await kit.packages.enableAgain('clock')
  expect(kit.grantsOf(instanceId)).toEqual({ ...NO_GRANTS, readShared: ['counter-summary'] })
})

test('a removed package is gone with its instances until that is undone, and never takes another one’s place', async () => {
  const kit = openImports()
  const instanceId = await enabled(kit)
  await kit.packages.remove('clock')
  expect([kit.instances(), kit.store.getState().imports]).toEqual([[], {}])
  const offer = kit.offers.last
  if (offer === undefined) throw new Error('Nothing is offered.')
  const files = { 'plugin.tsx': '', 'manifest.json': '' }
  kit.store.dispatch(projectsActions.projectPut({ packageId: 'clock', title: 'Mine', files, editedAt: 1 }))
  await expect(kit.offers.take(offer)).rejects.toThrow(/another plugin has the id clock/)
  kit.store.dispatch(projectsActions.projectRemoved('clock'))
  await kit.offers.take(offer)
  expect(kit.instances()).toMatchObject([{ instanceId }])
  expect(kit.store.getState().imports['clock']).toMatchObject({ version: '1.0.0' })
})

test('a package without a widget and a tool is enabled, and says that there is nothing to do with it', async () => {
  const kit = openImports()
  const services = [{ name: 'sync', events: ['tick'] }]
  kit.packages.enable(await kit.factsOf({ manifest: { surfaces: { services } } }), [])
  expect(kit.packages.isEmpty('clock')).toBe(false)
  await expect(kit.packages.add('clock')).rejects.toThrow('Clock has neither a widget nor a tool')
})
