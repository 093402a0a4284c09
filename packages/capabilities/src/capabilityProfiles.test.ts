import { NO_GRANTS, SYSTEM_COMMANDS, type JsonValue } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { authorizeIntent } from './authorizeIntent.ts'
import { CAPABILITY_PROFILES, type CapabilityProfileName } from './capabilityProfiles.ts'
import { computeGrants } from './computeGrants.ts'
import { grantRequested } from './grantPolicy.ts'
import { isBroadGrant } from './normaliseGrants.ts'
import { operatorPolicy } from './operatorPolicy.ts'
import { projectShared } from './projectShared.ts'
import type { SharedDomainPolicy } from './sharedDomainPolicy.ts'

const names = ['counter', 'workspace', 'presence', 'audit'] as const
const domains = new Map<string, SharedDomainPolicy>(names.map((name) => [name, { name, owner: 'host' }]))
const identity = { packageId: 'sample', instanceId: 'sample@1' }

function grantsOf(profile: CapabilityProfileName, policy = grantRequested): ReturnType<typeof computeGrants> {
  const manifest = {
    apiVersion: 1,
    packageId: 'sample',
    title: 'Sample',
    capabilities: CAPABILITY_PROFILES[profile],
  } as const
  return computeGrants(policy, { identity, manifest })
}

/** What an instance with these grants sees, may write and may run. */
function powersOf(grants: ReturnType<typeof computeGrants>): Record<'reads' | 'writes' | 'runs', readonly string[]> {
  const context = { identity, grants, domains, commands: new Set<string>(SYSTEM_COMMANDS), enabled: true }
  return {
    reads: Object.keys(projectShared({ grants, domains, read: (): JsonValue => 1 })),
    writes: names.filter(
      (domain) => authorizeIntent({ scope: 'shared', domain, actionType: 'set' }, context).outcome === 'allowed',
    ),
    runs: SYSTEM_COMMANDS.filter(
      (command) => authorizeIntent({ scope: 'system', command }, context).outcome === 'allowed',
    ),
  }
}

describe('CAPABILITY_PROFILES', () => {
  it('gives a local utility no power beyond itself (profile A)', () => {
    expect(grantsOf('local-utility')).toBe(NO_GRANTS)
    expect(powersOf(grantsOf('local-utility'))).toEqual({ reads: [], writes: [], runs: [] })
  })

  it('lets a read-only dashboard read two domains and write none (profile B)', () => {
    expect(powersOf(grantsOf('read-only-dashboard'))).toEqual({ reads: ['counter', 'workspace'], writes: [], runs: [] })
  })

  it('lets a collaborative editor write the workspace and see who is there (profile C)', () => {
    expect(powersOf(grantsOf('collaborative-editor'))).toEqual({
      reads: ['workspace', 'presence'],
      writes: ['workspace'],
      runs: [],
    })
  })

  it('lets a runtime operator read everything and run commands, but only through an operator policy (profile D)', () => {
    const grants = grantsOf('runtime-operator', operatorPolicy({ operators: ['sample'] }))
    expect(isBroadGrant(grants)).toBe(true)
    expect(powersOf(grants)).toEqual({ reads: [...names], writes: [], runs: [...SYSTEM_COMMANDS] })
    expect(powersOf(grantsOf('runtime-operator'))).toEqual({ reads: [], writes: [], runs: [...SYSTEM_COMMANDS] })
  })

  it('has exactly the four published requests', () => {
    expect(CAPABILITY_PROFILES).toEqual({
      'local-utility': { readShared: [], writeShared: [], systemCommands: [] },
      'read-only-dashboard': { readShared: ['counter', 'workspace'], writeShared: [], systemCommands: [] },
      'collaborative-editor': { readShared: ['workspace', 'presence'], writeShared: ['workspace'], systemCommands: [] },
      'runtime-operator': {
        readShared: ['*'],
        writeShared: [],
        systemCommands: ['restart-plugin', 'toggle-plugin', 'collect-diagnostics'],
      },
    })
  })
})
