import { digestJson } from '@plugboard/contracts'
import { counterSource, createFakeRuntime, pluginWith } from '@plugboard/contract-tests'
import { createPluginHost, type PluginPackage } from '@plugboard/host'
import { openWorkspace } from '@plugboard/host/workspace'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { operatorPolicy } from '@plugboard/capabilities'
import { describe, expect, it } from 'vitest'

import { counterPackage, counterSummary, manifestOf } from './kit/counterPackage.ts'
import { settled, textOf } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'
import { openKit, partsIn, pictureOf } from './kit/workspaceKit.ts'

const NOTHING = { readShared: [], writeShared: [], systemCommands: [] }

describe('a workspace', () => {
  it('is new when nothing was saved, and saves what is loaded from then on', async () => {
    const place = createMemoryPlace()
    const { host, workspace } = await openKit({ place })
    expect([workspace.isNew, workspace.problems, workspace.layout]).toEqual([true, [], null])
    const instanceId = await host.load({ packageId: 'counter' })
    await workspace.flush()
    expect(workspace.status).toEqual({ state: 'saved', error: null })
    expect(await partsIn(place)).toMatchObject({
      workspace: { format: 'plugboard-workspace', version: 1, instances: [instanceId] },
      [`instance/${instanceId}`]: { packageId: 'counter', enabled: true, hasState: true },
      [`state/${instanceId}`]: { value: 0 },
      [`grants/${instanceId}`]: { writeShared: ['counter-summary'] },
    })
  })

  it('brings instances back under their ids, in their order, with state, grants, pause, domains and layout', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const first = await before.host.load({ packageId: 'counter' })
    const second = await before.host.load({ packageId: 'counter', initialGrants: NOTHING })
    const own = await before.host.load({ packageId: 'mine', code: counterSource, limits: { queuedEvents: 3 } })
    await before.press(first, 'increment')
    await before.press(first, 'increment')
    await before.press(second, 'increment')
    before.host.setEnabled(own, false)
    before.workspace.setLayout({ selected: second })
    await before.workspace.flush()
    await before.host.dispose()

    const after = await openKit({ place })
    expect(after.workspace.problems).toEqual([])
    expect(after.workspace.isNew).toBe(false)
    expect(pictureOf(after)).toMatchObject({
      instances: [
        { instanceId: first, status: 'ready', enabled: true },
        { instanceId: second, status: 'ready', enabled: true },
        { instanceId: own, status: 'ready', enabled: false },
      ],
      states: { [first]: { value: 2 }, [second]: { value: 1 }, [own]: { value: 0 } },
      grants: { [second]: NOTHING, [own]: NOTHING },
      shared: { 'counter-summary': { values: { [first]: 2 } } },
    })
    expect(after.workspace.layout).toEqual({ selected: second })
    await after.press(first, 'increment')
    expect(after.pluginState(first)).toEqual({ value: 3 })
    expect(after.view(first)?.globalState.shared['counter-summary']).toEqual({ totalValue: 3, instanceCount: 1 })
  })

  it('brings own code back with its source map, manifest and limits, and trusts none of it', async () => {
    const place = createMemoryPlace()
    const manifest = manifestOf('mine', { readShared: ['counter-summary'] })
    const before = await openKit({ place })
    const limits = { queuedEvents: 3 }
    const vouched = await before.host.load({
      packageId: 'mine',
      code: counterSource,
      sourceMap: '{}',
      manifest,
      limits,
    })
    await before.host.load({ packageId: 'mine', code: counterSource })
    await before.workspace.close()

    const runtime = new ScriptedRuntime()
    await openKit({ place, runtime })
    expect(runtime.loads).toMatchObject([
      { instanceId: vouched, code: counterSource, sourceMap: '{}', apiVersion: 1, trusted: false, limits },
      { code: counterSource, trusted: false },
    ])
    expect(runtime.loads[1]?.sourceMap).toBeUndefined()
  })

  it('brings back code that was loaded in place of the listed one', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    const code = pluginWith({ id: 'other', render: "return ui.text('mine')" })
    await before.host.reload(instanceId, { code })
    await before.workspace.close()
    const runtime = new ScriptedRuntime()
    await openKit({ place, runtime })
    expect(runtime.loads).toMatchObject([{ code, trusted: false }])
  })

  it('forgets what was unloaded, in every part', async () => {
    const place = createMemoryPlace()
    const { host, press, workspace } = await openKit({ place })
    const instanceId = await host.load({ packageId: 'counter' })
    await press(instanceId, 'increment')
    await host.unload(instanceId)
    await workspace.flush()
    expect(Object.keys(await partsIn(place)).toSorted()).toEqual(['domain/counter-summary', 'workspace'])
    expect(await partsIn(place)).toMatchObject({ 'domain/counter-summary': { value: { values: {} } } })
  })

  it('does not take the end of the host for the end of its instances', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.host.dispose()
    await before.workspace.close()
    expect((await openKit({ place })).instance(instanceId)?.status).toBe('ready')
  })

  it('saves no more once it is closed', async () => {
    const place = createMemoryPlace()
    const { host, workspace } = await openKit({ place })
    await workspace.close()
    await host.load({ packageId: 'counter' })
    await settled()
    expect(Object.keys(await partsIn(place))).not.toContain('workspace')
    const again = await openWorkspace({ host: createPluginHostLike(), storage: createMemoryStorage({ place }) }).catch(
      (error: unknown) => error,
    )
    expect(again).toMatchObject({ code: 'PROTOCOL' })
  })

  it('commits nothing when it is merely opened', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    await before.host.load({ packageId: 'counter' })
    await before.host.load({ packageId: 'mine', code: counterSource })
    await before.workspace.close()
    const { revision } = place
    const after = await openKit({ place })
    await settled()
    await after.workspace.flush()
    expect(place.revision).toBe(revision)
  })

  it('draws the picture of an instance that comes back paused, once', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.press(instanceId, 'increment')
    before.host.setEnabled(instanceId, false)
    await before.workspace.close()
    const after = await openKit({ place })
    const lease = after.lease(instanceId)
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toContain('Count: 1')
    expect(lease.getSnapshot().enabled).toBe(false)
    const other = await after.host.load({ packageId: 'counter' })
    await after.press(other, 'increment')
    expect(after.trace('render').filter((record) => record.instanceId === instanceId)).toHaveLength(1)
  })

  it('keeps the state of an instance whose code fails now, and gives it back when the code is good again', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.press(instanceId, 'increment')
    await before.workspace.close()

    const broken: PluginPackage = { ...counterPackage, code: 'throw new Error("broken today")' }
    const during = await openKit({ place, packages: [broken] })
    expect(during.instance(instanceId)).toMatchObject({ status: 'error', title: 'Counter' })
    expect(during.pluginState(instanceId)).toEqual({ value: 1 })
    during.host.setEnabled(instanceId, false)
    await during.workspace.close()

    const after = await openKit({ place })
    expect(after.instance(instanceId)).toMatchObject({ status: 'ready', enabled: false })
    expect(after.pluginState(instanceId)).toEqual({ value: 1 })
  })

  it('keeps an instance whose package is gone, says so, goes on saving, and has it again with its package', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.press(instanceId, 'increment')
    await before.workspace.close()

    const during = await openKit({ place, packages: [] })
    expect(during.workspace.problems).toMatchObject([{ code: 'UNKNOWN_PACKAGE', blocksSaving: false }])
    expect(during.instance(instanceId)).toMatchObject({ status: 'error', error: { code: 'INVALID_PLUGIN' } })
    await expect(during.host.restart(instanceId)).rejects.toThrow(/not listed any more/)
    await during.host.load({ packageId: 'mine', code: counterSource })
    await during.workspace.flush()
    await during.workspace.close()

    const after = await openKit({ place })
    expect(after.instance(instanceId)?.status).toBe('ready')
    expect(after.pluginState(instanceId)).toEqual({ value: 1 })
    expect(Object.keys(after.state().instances)).toHaveLength(2)
  })

  it('gives every domain back to operators only', async () => {
    const place = createMemoryPlace()
    const policy = operatorPolicy({ operators: ['counter'] })
    const packages = [{ ...counterPackage, manifest: manifestOf('counter', { readShared: ['*'] }) }]
    const before = await openKit({ place, policy, packages })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.workspace.close()
    const operated = await openKit({ place, policy, packages })
    expect(operated.state().grantsByInstance[instanceId]?.readShared).toEqual(['*'])
    expect(operated.workspace.problems).toEqual([])
    await operated.workspace.close()
    const ordinary = await openKit({ place, packages })
    expect(ordinary.state().grantsByInstance[instanceId]).toEqual(NOTHING)
    expect(ordinary.workspace.problems).toMatchObject([{ code: 'GRANTS_CUT', blocksSaving: false }])
  })

  it('keeps the saved state of a domain that the host does not define any more', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.press(instanceId, 'increment')
    await before.workspace.close()
    const during = await openKit({ place, sharedDomains: [] })
    expect(during.workspace.problems).toEqual([])
    during.host.setEnabled(instanceId, false)
    expect(during.workspace.export()).toContain('domain/counter-summary')
    await during.workspace.close()
    const after = await openKit({ place, sharedDomains: [counterSummary] })
    expect(after.state().shared['counter-summary']).toEqual({ values: { [instanceId]: 1 } })
  })

  it('takes a state that is null for what it is', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const code = pluginWith({ handlers: `clear(ctx) { ctx.dispatchPluginAction('state/replace', null) }` })
    const instanceId = await before.host.load({ packageId: 'mine', code })
    await before.press(instanceId, 'clear')
    expect(before.pluginState(instanceId)).toBeNull()
    await before.workspace.close()
    const after = await openKit({ place })
    expect([after.pluginState(instanceId), after.workspace.problems]).toEqual([null, []])
  })

  it('belongs to a host that is empty, connected, and has no other', async () => {
    const storage = createMemoryStorage()
    const unconnected = createPluginHost({ runtime: createFakeRuntime() })
    await expect(openWorkspace({ host: unconnected, storage })).rejects.toMatchObject({ code: 'HOST_NOT_CONNECTED' })
    const kit = await openKit()
    await expect(openWorkspace({ host: kit.host, storage })).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' })
    await kit.workspace.close()
    await kit.host.load({ packageId: 'counter' })
    await expect(openWorkspace({ host: kit.host, storage })).rejects.toThrow(/before anything is loaded/)
  })

  it('keeps a copy of the layout, and saves one that says the same only once', async () => {
    const place = createMemoryPlace()
    const { workspace } = await openKit({ place })
    const layout = { open: ['a'] }
    workspace.setLayout(layout)
    await workspace.flush()
    layout.open.push('b')
    expect(workspace.layout).toEqual({ open: ['a'] })
    workspace.setLayout({ open: ['a'] })
    await workspace.flush()
    expect(place.revision).toBe(1)
    workspace.setLayout(layout)
    await workspace.flush()
    expect(await partsIn(place)).toMatchObject({ layout: { open: ['a', 'b'] } })
  })

  it('takes no layout that is no JSON data', async () => {
    const { workspace } = await openKit()
    const layout = { when: undefined } as never
    expect(() => workspace.setLayout(layout)).toThrow(/root\.when/)
    expect(workspace.layout).toBeNull()
  })
})

describe('versions', () => {
  const packageOf = (stateVersion: number | undefined, migrate?: PluginPackage['migrate']): PluginPackage => ({
    manifest: { ...manifestOf('counter'), ...(stateVersion === undefined ? {} : { stateVersion }) },
    code: counterSource,
    ...(migrate === undefined ? {} : { migrate }),
  })

  async function savedBy(stateVersion: number | undefined) {
    const place = createMemoryPlace()
    const kit = await openKit({ place, packages: [packageOf(stateVersion)] })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.workspace.close()
    return { place, instanceId }
  }

  it.each([
    ['of an earlier version', 2],
    ['that was saved before its package counted versions', undefined],
  ])('bring a state %s to the present one, once', async (_, version) => {
    const { instanceId, place } = await savedBy(version)
    const from: number[] = []
    const migrate: PluginPackage['migrate'] = (state, fromVersion) => {
      from.push(fromVersion)
      return { value: 40 + fromVersion, was: state }
    }
    const migrated = await openKit({ place, packages: [packageOf(3, migrate)] })
    const value = { value: 40 + (version ?? 1), was: { value: 0 } }
    expect(migrated.pluginState(instanceId)).toEqual(value)
    expect(migrated.instance(instanceId)?.stateVersion).toBe(3)
    await migrated.workspace.flush()
    await migrated.workspace.close()
    const again = await openKit({ place, packages: [packageOf(3, migrate)] })
    expect([again.pluginState(instanceId), from]).toEqual([value, [version ?? 1]])
  })

  it.each<[string, PluginPackage, string]>([
    ['no migrate', packageOf(3), 'MIGRATION_FAILED'],
    [
      'a migrate that throws',
      packageOf(3, () => {
        throw new Error('cannot')
      }),
      'MIGRATION_FAILED',
    ],
    [
      'a migrate that gives no JSON',
      packageOf(3, () => ({ date: new Date(Number.NaN).getTime() })),
      'MIGRATION_FAILED',
    ],
    ['code of an earlier version', packageOf(1), 'NEWER_VERSION'],
  ])('keep a state as it was saved where there is %s', async (_, plugin, code) => {
    const { instanceId, place } = await savedBy(2)
    const before = await partsIn(place)
    const kit = await openKit({ place, packages: [plugin] })
    expect(kit.workspace.problems).toMatchObject([{ code, part: `state/${instanceId}`, blocksSaving: true }])
    expect(kit.workspace.status.state).toBe('read-only')
    expect(kit.instance(instanceId)).toMatchObject({ status: 'error', stateVersion: 2 })
    expect(kit.pluginState(instanceId)).toEqual({ value: 0 })
    await expect(kit.host.restart(instanceId)).rejects.toThrow(/does not fit its code/)
    expect(await partsIn(place)).toEqual(before)
  })

  it('bring a domain to its present version, or keep it as it was', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const instanceId = await before.host.load({ packageId: 'counter' })
    await before.press(instanceId, 'increment')
    await before.workspace.close()
    const saved = await partsIn(place)

    const stuck = await openKit({ place, sharedDomains: [{ ...counterSummary, schemaVersion: 2 }] })
    expect(stuck.workspace.problems).toMatchObject([{ code: 'MIGRATION_FAILED', part: 'domain/counter-summary' }])
    expect(stuck.state().shared['counter-summary']).toEqual({ values: {} })
    await expect(stuck.workspace.flush()).resolves.toBeUndefined()
    await stuck.press(instanceId, 'increment')
    await expect(stuck.workspace.flush()).rejects.toMatchObject({ code: 'WORKSPACE_READ_ONLY' })
    await stuck.workspace.close()
    expect(await partsIn(place)).toEqual(saved)

    const migrated = await openKit({
      place,
      sharedDomains: [
        {
          ...counterSummary,
          schemaVersion: 2,
          migrate: (state, from) => ({ values: { [`from${from}`]: digestJson(state).length } }),
        },
      ],
    })
    expect(migrated.state().shared['counter-summary']).toEqual({ values: { from1: 16 } })
    expect(migrated.workspace.status.state).not.toBe('read-only')
  })
})

function createPluginHostLike(): ReturnType<typeof createPluginHost> {
  return { reducerPath: 'plugins' } as ReturnType<typeof createPluginHost> // None, on purpose.
}
