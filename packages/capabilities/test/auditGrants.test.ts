import { test } from '@fast-check/vitest'
import {
  NO_GRANTS,
  type CapabilityGrants,
  type CapabilityRequest,
  type DispatchIntent,
  type DispatchOutcome,
  type DispatchReason,
  type TraceRecord,
} from '@plugboard/contracts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  auditGrants,
  authorizeIntent,
  computeGrants,
  grantRequested,
  normaliseGrants,
  removeGrant,
  type AuthorizationContext,
} from '@plugboard/capabilities'

import { anyDomains, anyIntent, anyRequest, legalName } from './arbitraries.ts'

let seq = 0
const base = (instanceId: string): { seq: number; causeSeq: null; at: number; instanceId: string } => ({
  seq: (seq += 1),
  causeSeq: null,
  at: 0,
  instanceId,
})

const load = (instanceId: string, granted: CapabilityRequest, requested?: CapabilityRequest): TraceRecord => ({
  ...base(instanceId),
  kind: 'load',
  packageId: instanceId.split('@', 1)[0] ?? '',
  granted: normaliseGrants(granted, { everyDomain: true }),
  ...(requested === undefined ? {} : { requested }),
})

const dispatch = (
  instanceId: string,
  intent: DispatchIntent,
  { outcome = 'applied', reason }: { readonly outcome?: DispatchOutcome; readonly reason?: DispatchReason } = {},
): TraceRecord => ({
  ...base(instanceId),
  kind: 'dispatch',
  dispatchId: 'd',
  intent,
  outcome,
  ...(reason === undefined ? {} : { reason }),
})

const write = (domain: string): DispatchIntent => ({ scope: 'shared', domain, actionType: 'set' })
const run = (command: string): DispatchIntent => ({ scope: 'system', command })
const denied = (reason: DispatchReason): { readonly outcome: 'denied'; readonly reason: DispatchReason } => ({
  outcome: 'denied',
  reason,
})

describe('auditGrants', () => {
  it('finds what was granted and not used, and proposes a manifest without it', () => {
    const everything = { readShared: ['a'], writeShared: ['a', 'b'], systemCommands: ['ping', 'pong'] }
    const [audit] = auditGrants([
      load('counter@1', everything, everything),
      dispatch('counter@1', write('a')),
      dispatch('counter@1', write('a'), { outcome: 'ignored', reason: 'no-change' }),
      dispatch('counter@1', run('ping')),
      dispatch('counter@1', { scope: 'plugin', actionType: 'own' }),
    ])
    expect(audit).toEqual({
      packageId: 'counter',
      instanceIds: ['counter@1'],
      requested: everything,
      granted: everything,
      unused: [
        { verb: 'writeShared', name: 'b' },
        { verb: 'systemCommand', name: 'pong' },
      ],
      withheld: [],
      unrequested: [],
      broad: [{ verb: 'systemCommand', name: 'ping', reason: 'used-once' }],
      notObservable: [{ verb: 'readShared', name: 'a' }],
      isComplete: true,
      proposed: { readShared: ['a'], writeShared: ['a'], systemCommands: ['ping'] },
    })
  })

  it('tells what was requested and withheld from what was tried and never requested', () => {
    const [audit] = auditGrants([
      load('counter@1', {}, { writeShared: ['a', 'b'], systemCommands: ['ping'] }),
      dispatch('counter@1', write('a'), denied('missing-write-grant:a')),
      dispatch('counter@1', write('a'), denied('missing-write-grant:a')),
      dispatch('counter@1', write('secret'), denied('unknown-domain:secret')),
      dispatch('counter@1', run('format-disk'), denied('unknown-system-command:format-disk')),
      dispatch('counter@1', write('__proto__'), denied('invalid-intent:domain')),
      dispatch('counter@1', write('b'), denied('instance-disabled')),
    ])
    expect(audit?.withheld).toEqual([
      { verb: 'writeShared', name: 'a', attempts: 2 },
      { verb: 'writeShared', name: 'b', attempts: 0 },
      { verb: 'systemCommand', name: 'ping', attempts: 0 },
    ])
    expect(audit?.unrequested).toEqual([
      { verb: 'writeShared', name: 'secret', attempts: 1 },
      { verb: 'systemCommand', name: 'format-disk', attempts: 1 },
    ])
    expect(audit?.proposed).toBe(NO_GRANTS)
  })

  it('tells every kind of request that was withheld, those that leave no trace when they are tried included', () => {
    const requested = {
      readShared: ['a', 'b'],
      writeShared: ['a'],
      systemCommands: ['ping'],
      components: ['map', 'pin'],
    }
    const [audit] = auditGrants([load('counter@1', { readShared: ['a'], components: ['pin'] }, requested)])
    expect(audit?.withheld).toEqual([
      { verb: 'writeShared', name: 'a', attempts: 0 },
      { verb: 'systemCommand', name: 'ping', attempts: 0 },
      { verb: 'readShared', name: 'b', attempts: 0 },
      { verb: 'component', name: 'map', attempts: 0 },
    ])
  })

  it('shows "*" as broad, and says that reads and components leave no trace', () => {
    const [audit] = auditGrants([load('monitor@1', { readShared: ['*'], components: ['map'] })])
    expect(audit?.broad).toEqual([{ verb: 'readShared', name: '*', reason: 'every-domain' }])
    expect(audit?.notObservable).toEqual([
      { verb: 'readShared', name: '*' },
      { verb: 'component', name: 'map' },
    ])
    expect(audit?.proposed).toMatchObject({ readShared: ['*'], components: ['map'] })
    expect(audit?.requested).toBeNull()
  })

  it('follows grants as they change, and takes a refused target for no missing grant', () => {
    const some: CapabilityGrants = { ...NO_GRANTS, systemCommands: ['restart-plugin'] }
    const [audit] = auditGrants([
      load('counter@1', {}),
      dispatch('counter@1', run('restart-plugin'), denied('system-command-not-granted:restart-plugin')),
      { ...base('counter@1'), kind: 'grants', before: NO_GRANTS, after: some, by: 'user' },
      dispatch('counter@1', run('restart-plugin'), denied('system-command-not-granted:restart-plugin')),
    ])
    expect(audit?.unrequested).toEqual([{ verb: 'systemCommand', name: 'restart-plugin', attempts: 1 }])
    expect(audit?.granted).toEqual(some)
    expect(audit?.unused).toEqual([{ verb: 'systemCommand', name: 'restart-plugin' }])
  })

  it('joins the instances of a package, or tells them apart', () => {
    const records = [
      load('counter@1', { writeShared: ['a'] }),
      load('counter@2', { writeShared: ['a', 'b'] }),
      dispatch('counter@1', write('a')),
    ]
    expect(auditGrants(records).map(({ unused }) => unused.map(({ name }) => name))).toEqual([['b']])
    expect(auditGrants(records, { by: 'instance' }).map(({ unused }) => unused.map(({ name }) => name))).toEqual([
      [],
      ['a', 'b'],
    ])
  })

  it('says when the trace does not go back to the load of an instance', () => {
    const use = dispatch('counter@1', write('a'))
    expect(auditGrants([use])).toMatchObject([{ isComplete: false, proposed: { writeShared: ['a'] } }])
    expect(auditGrants([{ ...use, instanceId: 'nobody' }])).toEqual([])
  })
})

interface History {
  readonly records: readonly TraceRecord[]
  readonly allowed: readonly DispatchIntent[]
  readonly context: AuthorizationContext
}

/** Any intents under any grants, with the records that a store would have kept of them. */
const anyHistory: fc.Arbitrary<History> = fc
  .tuple(
    anyRequest,
    anyDomains,
    fc.array(fc.oneof(legalName.map(write), legalName.map(run), anyIntent), { maxLength: 20 }),
  )
  .map(([capabilities, domains, intents]) => {
    const identity = { packageId: 'counter', instanceId: 'counter@1' }
    const manifest = { apiVersion: 1 as const, packageId: 'counter', title: 'C', capabilities }
    const grants = computeGrants(grantRequested, { identity, manifest })
    const context = { identity, grants, domains, commands: new Set(['a', 'b', 'counter']), enabled: true }
    const settled = intents.map((intent) => ({ intent, verdict: authorizeIntent(intent, context) }))
    return {
      context,
      allowed: settled.filter(({ verdict }) => verdict.outcome === 'allowed').map(({ intent }) => intent),
      records: [
        load('counter@1', grants, capabilities),
        ...settled.map(({ intent, verdict }) =>
          dispatch('counter@1', intent, verdict.outcome === 'allowed' ? {} : denied(verdict.reason)),
        ),
      ],
    }
  })

/** What a manifest with these capabilities gives. */
function grantsOf(capabilities: CapabilityRequest): CapabilityGrants {
  const identity = { packageId: 'counter', instanceId: 'counter@1' }
  const manifest = { apiVersion: 1 as const, packageId: 'counter', title: 'C', capabilities }
  return computeGrants(grantRequested, { identity, manifest })
}

test.prop([anyHistory])('the proposed manifest denies nothing that was applied', ({ allowed, context, records }) => {
  const grants = grantsOf(auditGrants(records)[0]?.proposed ?? NO_GRANTS)
  for (const intent of allowed) expect(authorizeIntent(intent, { ...context, grants }).outcome).toBe('allowed')
})

test.prop([anyHistory])('the proposed manifest grants no write and no command that nothing needs', (history) => {
  const { allowed, context, records } = history
  const proposed = auditGrants(records)[0]?.proposed ?? NO_GRANTS
  const needed = [
    ...proposed.writeShared.map((name) => ({ verb: 'writeShared', name }) as const),
    ...proposed.systemCommands.map((name) => ({ verb: 'systemCommand', name }) as const),
  ]
  for (const { name, verb } of needed) {
    const grants = grantsOf(removeGrant(proposed, verb, name))
    const outcomes = allowed.map((intent) => authorizeIntent(intent, { ...context, grants }).outcome)
    expect(outcomes).toContain('denied')
  }
})
