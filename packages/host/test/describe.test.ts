import { createFakeRuntime } from '@plugboard/contract-tests'
import { DEFAULT_LIMITS } from '@plugboard/contracts'
import { createPluginHost } from '@plugboard/host'
import { defineDerivedDomain, defineSharedDomain } from '@plugboard/store-core'
import { describe, expect, test } from 'vitest'

import { counterPackage, counterSummary } from './kit/counterPackage.ts'
import { createHostKit } from './kit/hostKit.ts'

describe('a host describes', () => {
  test('its domains as they were registered, the derived ones last, and its commands', () => {
    const owned = defineSharedDomain({
      name: 'owned',
      owner: 'counter',
      schemaVersion: 1,
      initialState: 0,
      reducer: (current) => ({ next: current, outcome: 'ignored' }),
      readPolicy: 'open',
      writePolicy: 'owner-only',
    })
    const host = createPluginHost({
      runtime: createFakeRuntime(),
      sharedDomains: [counterSummary, owned],
      derivedDomains: [
        defineDerivedDomain({ name: 'count', derive: ({ instances }) => Object.keys(instances).length }),
      ],
    })
    expect(host.domains).toEqual([
      { name: 'counter-summary', kind: 'shared', owner: 'host', readPolicy: 'capability', writePolicy: 'capability' },
      { name: 'owned', kind: 'shared', owner: 'counter', readPolicy: 'open', writePolicy: 'owner-only' },
      { name: 'runtime-registry', kind: 'derived', owner: 'host', readPolicy: 'capability', writePolicy: 'none' },
      { name: 'runtime-metrics', kind: 'derived', owner: 'host', readPolicy: 'capability', writePolicy: 'none' },
      { name: 'count', kind: 'derived', owner: 'host', readPolicy: 'capability', writePolicy: 'none' },
    ])
    expect(host.commands).toEqual(['restart-plugin', 'toggle-plugin', 'collect-diagnostics'])
    expect(Object.isFrozen(host.domains) && Object.isFrozen(host.commands)).toBe(true)
  })

  test('what an instance runs now, and under which limits', async () => {
    const { host } = createHostKit({ limits: { treeDepth: 7 } })
    const listed = await host.load({ packageId: 'counter' })
    expect(host.describe(listed)).toEqual({
      code: counterPackage.code,
      manifest: counterPackage.manifest,
      isTrusted: true,
      isListed: true,
      limits: { ...DEFAULT_LIMITS, treeDepth: 7 },
    })
    const code = `definePlugin(({ ui }) => ({ title: 'Own', widgets: { main: { render: () => ui.text('1') } } }))`
    const own = await host.load({ packageId: 'own', code, limits: { treeNodes: 9 } })
    expect(host.describe(own)).toMatchObject({
      code,
      manifest: null,
      isListed: false,
      limits: { treeDepth: 7, treeNodes: 9 },
    })
    await host.reload(own, { code: `${code}\n`, sourceMap: '{}' })
    expect(host.describe(own)).toMatchObject({ code: `${code}\n`, sourceMap: '{}', manifest: null })
  })

  test('nothing that is not there', async () => {
    const { host } = createHostKit()
    const counter = await host.load({ packageId: 'counter' })
    await host.unload(counter)
    expect([host.describe(counter), host.describe('constructor')]).toEqual([undefined, undefined])
  })
})

test('the value of a domain is its state, or what the host computes for a derived one now', async () => {
  const kit = createHostKit()
  const read = (name: string) => kit.host.selectors.selectDomainValue({ plugins: kit.state() }, name)
  const counter = await kit.host.load({ packageId: 'counter' })
  expect(read('counter-summary')).toEqual({ values: {} })
  await kit.press(counter, 'increment')
  expect(read('counter-summary')).toEqual({ values: { [counter]: 1 } })
  expect(read('runtime-registry')).toMatchObject({ instances: [{ instanceId: counter }] })
  expect(read('runtime-registry')).toBe(read('runtime-registry'))
  expect([read('nothing'), read('constructor')]).toEqual([undefined, undefined])
})
