import { test } from '@fast-check/vitest'
import { NO_GRANTS, outcomeOf, type CapabilityGrants, type DispatchIntent } from '@plugboard/contracts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { anyDomains, anyGrants, anyIntent, packageId } from '../test/arbitraries.ts'
import { authorizeIntent, type AuthorizationContext } from './authorizeIntent.ts'
import type { SharedDomainPolicy } from './sharedDomainPolicy.ts'

const identity = { packageId: 'counter', instanceId: 'counter@1' }
const domains = new Map<string, SharedDomainPolicy>(
  [
    { name: 'votes', owner: 'host' },
    { name: 'metrics', owner: 'host', writePolicy: 'none' },
    { name: 'mine', owner: 'counter', writePolicy: 'owner-only' },
    { name: 'theirs', owner: 'greeter', writePolicy: 'owner-only' },
    { name: 'lobby', owner: 'host', readPolicy: 'open' },
  ].map((domain) => [domain.name, domain as SharedDomainPolicy]),
)
const all: CapabilityGrants = {
  readShared: [...domains.keys()],
  writeShared: [...domains.keys()],
  systemCommands: ['restart-plugin'],
}

function context(parts: Partial<AuthorizationContext> = {}): AuthorizationContext {
  return {
    identity,
    grants: all,
    domains,
    commands: new Set(['restart-plugin', 'toggle-plugin']),
    enabled: true,
    ...parts,
  }
}

function reasonOf(intent: DispatchIntent, parts: Partial<AuthorizationContext> = {}): string {
  const verdict = authorizeIntent(intent, context(parts))
  return verdict.outcome === 'allowed' ? 'allowed' : verdict.reason
}

const write = (domain: string): DispatchIntent => ({ scope: 'shared', domain, actionType: 'set' })

describe('authorizeIntent', () => {
  it('lets an instance act on its own state without any grant', () => {
    expect(reasonOf({ scope: 'plugin', actionType: 'increment' }, { grants: NO_GRANTS })).toBe('allowed')
  })

  it('lets an instance write a domain that it was granted', () => {
    expect(reasonOf(write('votes'))).toBe('allowed')
  })

  it('refuses a write without a write grant; a read grant does not help', () => {
    expect(reasonOf(write('votes'), { grants: NO_GRANTS })).toBe('missing-write-grant:votes')
    expect(reasonOf(write('votes'), { grants: { ...all, writeShared: [] } })).toBe('missing-write-grant:votes')
    expect(reasonOf(write('lobby'), { grants: NO_GRANTS })).toBe('missing-write-grant:lobby')
  })

  it('refuses a write by "*"', () => {
    expect(reasonOf(write('votes'), { grants: { ...all, writeShared: ['*'] } })).toBe('missing-write-grant:votes')
  })

  it('refuses writes to a domain that is read-only, whatever was granted', () => {
    expect(reasonOf(write('metrics'))).toBe('read-only-domain:metrics')
  })

  it('lets only instances of the owner write an owner-only domain, and only with a grant', () => {
    expect(reasonOf(write('mine'))).toBe('allowed')
    expect(reasonOf(write('mine'), { grants: NO_GRANTS })).toBe('missing-write-grant:mine')
    expect(reasonOf(write('theirs'))).toBe('not-owner:theirs')
  })

  it('does not take a package called "host" for the host', () => {
    const owned = new Map([['votes', { name: 'votes', owner: 'host', writePolicy: 'owner-only' } as const]])
    const host = { packageId: 'host', instanceId: 'host@1' }
    expect(reasonOf(write('votes'), { identity: host, domains: owned })).toBe('not-owner:votes')
  })

  it('refuses domains that nobody registered', () => {
    expect(reasonOf(write('nowhere'))).toBe('unknown-domain:nowhere')
  })

  it('refuses names that cannot be names, without repeating them', () => {
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', '*', '', 'x'.repeat(65)]) {
      expect(reasonOf(write(name))).toBe('invalid-intent:domain')
      expect(reasonOf({ scope: 'system', command: name })).toBe('invalid-intent:command')
    }
  })

  it('refuses action types that are empty, too long or no strings', () => {
    for (const actionType of ['', 'x'.repeat(129), 7 as unknown as string]) {
      expect(reasonOf({ scope: 'plugin', actionType })).toBe('invalid-intent:actionType')
      expect(reasonOf({ scope: 'shared', domain: 'votes', actionType })).toBe('invalid-intent:actionType')
    }
    expect(reasonOf({ scope: 'plugin', actionType: 'x'.repeat(128) })).toBe('allowed')
  })

  it('lets an instance run a command that exists and was granted, and no other', () => {
    expect(reasonOf({ scope: 'system', command: 'restart-plugin' })).toBe('allowed')
    expect(reasonOf({ scope: 'system', command: 'toggle-plugin' })).toBe('system-command-not-granted:toggle-plugin')
    expect(reasonOf({ scope: 'system', command: 'format-disk' })).toBe('unknown-system-command:format-disk')
  })

  it('refuses everything from a paused instance and from one that is not there', () => {
    for (const intent of [write('votes'), { scope: 'plugin', actionType: 'x' } as const]) {
      expect(reasonOf(intent, { enabled: false })).toBe('instance-disabled')
      expect(reasonOf(intent, { identity: null })).toBe('unknown-instance')
    }
  })

  it('refuses an intent that is stamped with another identity', () => {
    const stamped = { scope: 'plugin', actionType: 'x', ...identity } as const
    expect(reasonOf(stamped)).toBe('allowed')
    expect(reasonOf({ ...stamped, instanceId: 'counter@2' } as DispatchIntent)).toBe('forged-identity')
    expect(reasonOf({ ...stamped, packageId: 'greeter' } as DispatchIntent)).toBe('forged-identity')
  })

  it('refuses a scope that it does not know', () => {
    expect(reasonOf({ scope: 'global' } as unknown as DispatchIntent)).toBe('invalid-intent:scope')
  })

  test.prop([anyIntent, anyGrants, anyDomains, packageId, fc.boolean()])(
    'never throws, refuses only with a reason of a denial, and allows no shared write without its grant',
    (intent, grants, registered, owner, enabled) => {
      const self = { packageId: owner, instanceId: `${owner}@1` }
      const verdict = authorizeIntent(intent, {
        identity: self,
        grants,
        domains: registered,
        commands: new Set(['a']),
        enabled,
      })
      if (verdict.outcome === 'denied') {
        expect(outcomeOf(verdict.reason)).toBe('denied')
        return
      }
      expect(enabled).toBe(true)
      if (intent.scope === 'system') expect(grants.systemCommands).toContain(intent.command)
      if (intent.scope !== 'shared') return
      expect(grants.writeShared).toContain(intent.domain)
      const policy = registered.get(intent.domain)
      expect(policy?.writePolicy).not.toBe('none')
      if (policy?.writePolicy === 'owner-only') expect(policy.owner).toBe(owner)
    },
  )
})
