import { test } from '@fast-check/vitest'
import { NO_GRANTS, type JsonValue } from '@plugboard/contracts'
import { describe, expect, it, vi } from 'vitest'

import { anyDomains, anyGrants } from '../test/arbitraries.ts'
import { createPluginView } from './createPluginView.ts'
import { projectShared } from './projectShared.ts'
import type { SharedDomainPolicy } from './sharedDomainPolicy.ts'

const domains = new Map<string, SharedDomainPolicy>([
  ['votes', { name: 'votes', owner: 'host', publicProjection: () => ({ total: 3 }) }],
  ['secret', { name: 'secret', owner: 'host' }],
  ['lobby', { name: 'lobby', owner: 'host', readPolicy: 'open' }],
])
const states: Record<string, JsonValue> = { votes: { by: { ann: 3 }, total: 3 }, secret: 'key', lobby: ['hello'] }
const read = (name: string): JsonValue | undefined => states[name]

describe('projectShared', () => {
  it('shows the public projection of granted domains and nothing of the others', () => {
    const grants = { ...NO_GRANTS, readShared: ['votes'] }
    expect(projectShared({ grants, domains, read })).toEqual({ votes: { total: 3 }, lobby: ['hello'] })
  })

  it('shows open domains to everybody', () => {
    expect(projectShared({ grants: NO_GRANTS, domains, read })).toEqual({ lobby: ['hello'] })
  })

  it('shows every domain for "*"', () => {
    const shared = projectShared({ grants: { ...NO_GRANTS, readShared: ['*'] }, domains, read })
    expect(Object.keys(shared)).toEqual(['votes', 'secret', 'lobby'])
  })

  it('shows nothing for a write grant', () => {
    const grants = { ...NO_GRANTS, writeShared: ['secret'] }
    expect(projectShared({ grants, domains, read })).not.toHaveProperty('secret')
  })

  it('does not even read what is not granted', () => {
    const asked = vi.fn(read)
    projectShared({ grants: NO_GRANTS, domains, read: asked })
    expect(asked.mock.calls).toEqual([['lobby']])
  })

  it('leaves out a granted domain that nobody registered or that has no state', () => {
    const grants = { ...NO_GRANTS, readShared: ['nowhere', 'votes'] }
    expect(projectShared({ grants, domains, read: () => undefined })).toEqual({})
  })

  it('has no prototype for a name to be found on', () => {
    const shared = projectShared({ grants: NO_GRANTS, domains, read })
    expect(Object.getPrototypeOf(shared)).toBeNull()
    expect(shared['constructor']).toBeUndefined()
  })

  test.prop([anyGrants, anyDomains])(
    'never contains a domain that is neither open nor granted',
    (grants, registered) => {
      const shared = projectShared({ grants, domains: registered, read: () => 1 })
      for (const name of Object.keys(shared)) {
        const isOpen = registered.get(name)?.readPolicy === 'open'
        expect(isOpen || grants.readShared.includes(name) || grants.readShared.includes('*')).toBe(true)
      }
      for (const policy of registered.values()) {
        if (policy.readPolicy === 'open' || grants.readShared.includes(policy.name))
          expect(shared).toHaveProperty(policy.name)
      }
    },
  )
})

describe('createPluginView', () => {
  it('holds the state, the identity and the readable domains, and nothing else of what it was given', () => {
    const instance = { packageId: 'counter', instanceId: 'counter@1', title: 'Counter', secret: 'host only' }
    const view = createPluginView({ identity: instance, pluginState: { value: 1 }, grants: NO_GRANTS, domains, read })
    expect(view).toEqual({
      pluginState: { value: 1 },
      globalState: { self: { packageId: 'counter', instanceId: 'counter@1' }, shared: { lobby: ['hello'] } },
      grants: NO_GRANTS,
    })
  })
})
