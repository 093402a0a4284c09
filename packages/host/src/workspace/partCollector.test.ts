import { NO_GRANTS, type RuntimePluginInstance, type RuntimeState } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import type { HostParts } from '../hostParts.ts'
import { PartCollector } from './partCollector.ts'

function instanceOf(instanceId: string): RuntimePluginInstance {
  return {
    instanceId,
    packageId: 'counter',
    title: 'Counter',
    widgets: [],
    enabled: true,
    status: 'ready',
    diagnostics: { loadErrors: [], deniedActions: 0, restarts: 0 },
  }
}

it('looks at the instances that changed, and at no others', () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `counter@${index}`)
  const link = {
    state: {
      instances: Object.fromEntries(ids.map((id) => [id, instanceOf(id)])),
      pluginStateByInstance: {},
      grantsByInstance: Object.fromEntries(ids.map((id) => [id, NO_GRANTS])),
      shared: {},
      trace: [],
    } as unknown as RuntimeState, // Only what is collected.
  }
  const asked: string[] = []
  const sessions = { get: (id: string) => void asked.push(id) }
  const host = { link, sessions, sharedDomains: new Map() } as unknown as HostParts // Only what is asked.
  const collector = new PartCollector(host, { layout: null, parts: new Map() })
  expect(collector.collect().size).toBe(2_001)
  expect(asked).toHaveLength(1_000)
  asked.length = 0
  const changed = { ...instanceOf('counter@7'), enabled: false }
  link.state = { ...link.state, instances: { ...link.state.instances, 'counter@7': changed } }
  expect([...collector.collect()]).toMatchObject([['instance/counter@7', { enabled: false }]])
  expect(asked).toEqual(['counter@7'])
})
