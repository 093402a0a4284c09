import { grantRequested, operatorPolicy } from '@plugboard/capabilities'
import { counterSource, pluginWith } from '@plugboard/contract-tests'
import { digestJson } from '@plugboard/contracts'
import { openPast } from '@plugboard/host/past'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { describe, expect, it, onTestFinished } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, settled, type HostKit } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'
import { openKit, partsIn, storageOf } from './kit/workspaceKit.ts'

const EVERYTHING = { readShared: ['*'], writeShared: [], systemCommands: ['toggle-plugin'] }

const manifest = manifestOf('operator', EVERYTHING)

const code = pluginWith({
  id: 'operator',
  handlers: `aim(ctx, event) { ctx.dispatchSystemCommand('toggle-plugin', event.args) }`,
})

const packages = [counterPackage, { manifest, code }]
const policy = operatorPolicy({ operators: ['operator'], otherwise: grantRequested })

/** What somebody who can write to a storage might put there: own code under the operator's name. */
function forge(
  instanceId: string,
  { ownCode, ...instance }: { readonly ownCode?: string } & Readonly<Record<string, unknown>> = {},
): ReadonlyMap<string, unknown> {
  const [packageId = ''] = instanceId.split('@')
  const record = { packageId, enabled: true, hasCode: ownCode !== undefined, ...instance }
  return new Map<string, unknown>([
    ['workspace', { format: 'plugboard-workspace', version: 1, instances: [instanceId] }],
    [`instance/${instanceId}`, ownCode === undefined ? record : { ...record, codeDigest: digestJson(ownCode) }],
    ...(ownCode === undefined ? [] : [[`code/${instanceId}`, { code: ownCode, manifest }] as const]),
    [`grants/${instanceId}`, EVERYTHING],
  ])
}

const OWN_CODE = { ownCode: code }

async function aim(kit: HostKit, instanceId: string, target: string): Promise<void> {
  await kit.press(instanceId, 'aim', { type: 'press', args: { instanceId: target } })
  await settled()
}

describe('a storage that was changed', () => {
  it('gives no own code every domain for the name of an operator’s package', async () => {
    const kit = await openKit({ storage: storageOf({ parts: forge('operator@a', OWN_CODE) }), packages, policy })
    expect(kit.instance('operator@a')?.status).toBe('ready')
    expect(kit.state().grantsByInstance['operator@a']).toEqual({ ...EVERYTHING, readShared: [] })
    expect(kit.workspace.problems).toMatchObject([{ code: 'GRANTS_CUT', blocksSaving: false }])
  })

  it('lets no own code aim at another instance for the name of an operator’s package', async () => {
    const kit = await openKit({ storage: storageOf({ parts: forge('operator@a', OWN_CODE) }), packages, policy })
    const target = await kit.host.load({ packageId: 'counter' })
    await aim(kit, 'operator@a', target)
    expect(kit.instance(target)?.enabled).toBe(true)
    expect(kit.trace('dispatch').at(-1)?.reason).toBe('system-command-not-granted:toggle-plugin')
  })

  it('puts no code among what is trusted by writing a manifest beside it', async () => {
    const runtime = new ScriptedRuntime()
    await openKit({ storage: storageOf({ parts: forge('operator@a', OWN_CODE) }), packages, policy, runtime })
    expect(runtime.loads).toMatchObject([{ instanceId: 'operator@a', code, trusted: false }])
  })

  it('puts no code among what is trusted when somebody looks at the past', async () => {
    const kit = await openKit({ storage: storageOf({ parts: forge('operator@a', OWN_CODE) }), packages, policy })
    const runtime = new ScriptedRuntime()
    const past = openPast({ host: kit.host, runtime })
    onTestFinished(() => past.close())
    const lease = past.source.lease('operator@a', 'main')
    onTestFinished(() => lease.release())
    await settled()
    expect(runtime.loads).toMatchObject([{ code, trusted: false }])
  })

  it.each([
    ['listed', {}],
    ['own', OWN_CODE],
  ])('gives %s code no limit above the host’s own', async (_whose, instance) => {
    const limits = {
      queuedEvents: 5,
      memoryBytes: 1e15,
      wallMs: { load: 1e9, render: 1e9, event: 10 },
      madeUp: 1,
    }
    const runtime = new ScriptedRuntime()
    const parts = forge('operator@a', { ...instance, limits })
    const kit = await openKit({
      storage: storageOf({ parts }),
      packages,
      policy,
      runtime,
      limits: { memoryBytes: 1e7 },
    })
    expect(runtime.loads[0]?.limits).toMatchObject({
      queuedEvents: 5,
      memoryBytes: 1e7,
      wallMs: { load: 3_000, render: 1_000, event: 10 },
    })
    expect(runtime.loads[0]?.limits).not.toHaveProperty('madeUp')
    expect(kit.workspace.problems.map((problem) => problem.code)).toContain('LIMITS_CUT')
  })
})

describe('what was saved', () => {
  it('is kept where it is more than the host allows, for a host that allows it', async () => {
    const place = createMemoryPlace()
    const before = await openKit({ place })
    const limits = { memoryBytes: 1e15 }
    const instanceId = await before.host.load({ packageId: 'counter', limits })
    await before.workspace.close()
    const lower = await openKit({ place })
    expect(lower.workspace.problems).toMatchObject([{ code: 'LIMITS_CUT', blocksSaving: false }])
    await lower.press(instanceId, 'increment')
    await lower.workspace.close()
    expect(await partsIn(place)).toMatchObject({ [`instance/${instanceId}`]: { limits } })
    const runtime = new ScriptedRuntime()
    const higher = await openKit({ storage: createMemoryStorage({ place }), runtime, limits: { memoryBytes: 2e15 } })
    expect(higher.workspace.problems).toEqual([])
    expect(runtime.loads).toMatchObject([{ limits }])
  })

  it('is an operator again where the package is listed', async () => {
    const kit = await openKit({ storage: storageOf({ parts: forge('operator@a') }), packages, policy })
    expect(kit.workspace.problems).toEqual([])
    expect(kit.state().grantsByInstance['operator@a']).toEqual(EVERYTHING)
    const target = await kit.host.load({ packageId: 'counter' })
    await aim(kit, 'operator@a', target)
    expect(kit.instance(target)?.enabled).toBe(false)
  })
})

describe('code that is loaded under the name of an operator’s package', () => {
  it('gets neither every domain nor other targets without the host’s word for it', async () => {
    const kit = createHostKit({ packages, policy })
    const instanceId = await kit.host.load({ packageId: 'operator', code, initialGrants: EVERYTHING })
    expect(kit.state().grantsByInstance[instanceId]).toEqual({ ...EVERYTHING, readShared: [] })
    const target = await kit.host.load({ packageId: 'counter' })
    await aim(kit, instanceId, target)
    expect(kit.instance(target)?.enabled).toBe(true)
  })

  it('gets both with it', async () => {
    const kit = createHostKit({ packages, policy })
    const instanceId = await kit.host.load({ packageId: 'operator', code, manifest, initialGrants: EVERYTHING })
    expect(kit.state().grantsByInstance[instanceId]).toEqual(EVERYTHING)
    const target = await kit.host.load({ packageId: 'counter', code: counterSource })
    await aim(kit, instanceId, target)
    expect(kit.instance(target)?.enabled).toBe(false)
  })

  it('aims at nobody any more once other code took its place without the host’s word', async () => {
    const kit = createHostKit({ packages, policy })
    const instanceId = await kit.host.load({ packageId: 'operator' })
    const target = await kit.host.load({ packageId: 'counter' })
    await kit.host.reload(instanceId, { code: `${code} // changed` })
    await aim(kit, instanceId, target)
    expect(kit.instance(target)?.enabled).toBe(true)
  })
})
