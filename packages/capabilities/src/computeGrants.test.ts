import { NO_GRANTS, type CapabilityRequest, type PackageManifest } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { allowlist } from './allowlist.ts'
import { computeGrants, missingGrants } from './computeGrants.ts'
import { denyAll, grantRequested, type GrantRequest } from './grantPolicy.ts'
import { operatorPolicy } from './operatorPolicy.ts'

function request(packageId: string, capabilities: CapabilityRequest): GrantRequest {
  const manifest: PackageManifest = { apiVersion: 1, packageId, title: packageId, capabilities }
  return { identity: { packageId, instanceId: `${packageId}@1` }, manifest }
}

describe('computeGrants', () => {
  it('gives what was requested when the policy agrees', () => {
    const asked = request('counter', {
      readShared: ['b', 'a', 'a'],
      writeShared: ['a'],
      systemCommands: ['restart-plugin'],
    })
    expect(computeGrants(grantRequested, asked)).toEqual({
      readShared: ['a', 'b'],
      writeShared: ['a'],
      systemCommands: ['restart-plugin'],
    })
  })

  it('gives nothing when the policy denies', () => {
    expect(computeGrants(denyAll, request('counter', { writeShared: ['a'] }))).toBe(NO_GRANTS)
  })

  it('gives what the allowlist and the request have in common', () => {
    const policy = allowlist({ counter: { readShared: ['a', 'b'], writeShared: ['c'] } })
    const asked = request('counter', { readShared: ['b', 'c'], writeShared: ['b'] })
    expect(computeGrants(policy, asked)).toEqual({ readShared: ['b'], writeShared: [], systemCommands: [] })
    expect(computeGrants(policy, request('greeter', { readShared: ['a'] }))).toBe(NO_GRANTS)
  })

  it('gives capabilities of components that were asked for and offered, and lists those that were not given', () => {
    const policy = allowlist({ counter: { components: ['maps', 'charts'] } })
    const asked = request('counter', { components: ['maps', 'films', '*'] })
    expect(computeGrants(policy, asked).components).toEqual(['maps'])
    expect(computeGrants(grantRequested, asked).components).toEqual(['films', 'maps'])
    expect(computeGrants(denyAll, asked)).toBe(NO_GRANTS)
    expect(missingGrants({ components: ['maps', 'films'] }, computeGrants(policy, asked)).components).toEqual(['films'])
  })

  it('finds no package of the allowlist among the names of a prototype', () => {
    const policy = allowlist({})
    for (const packageId of ['constructor', '__proto__', 'hasOwnProperty', 'toString']) {
      expect(computeGrants(policy, request(packageId, { readShared: ['a'] }))).toBe(NO_GRANTS)
    }
  })

  it('gives "*" through an operator policy, to the operators it names', () => {
    const policy = operatorPolicy({ operators: ['monitor'], otherwise: grantRequested })
    expect(computeGrants(policy, request('monitor', { readShared: ['*'] })).readShared).toEqual(['*'])
    expect(computeGrants(policy, request('counter', { readShared: ['*'] }))).toBe(NO_GRANTS)
  })

  it('gives "*" to the operators of a policy inside an operator policy', () => {
    const policy = operatorPolicy({ operators: ['monitor'], otherwise: operatorPolicy({ operators: ['greeter'] }) })
    expect(computeGrants(policy, request('greeter', { readShared: ['*'] })).readShared).toEqual(['*'])
  })

  it('gives "*" through no other policy, even one that calls an operator policy', () => {
    const operator = operatorPolicy({ operators: ['monitor'] })
    for (const policy of [
      grantRequested,
      allowlist({ monitor: { readShared: ['*'] } }),
      (asked: GrantRequest) => operator(asked),
    ]) {
      expect(computeGrants(policy, request('monitor', { readShared: ['*'] }))).toBe(NO_GRANTS)
    }
  })

  it('gives single domains where "*" was requested and the policy names them', () => {
    const policy = allowlist({ monitor: { readShared: ['runtime-metrics'] } })
    expect(computeGrants(policy, request('monitor', { readShared: ['*'] })).readShared).toEqual(['runtime-metrics'])
  })

  it('gives "*" to no operator that did not request it', () => {
    const policy = operatorPolicy({ operators: ['monitor'] })
    expect(computeGrants(policy, request('monitor', { readShared: ['a'] })).readShared).toEqual(['a'])
  })

  it('lets a policy that throws stop the load', () => {
    const policy = () => {
      throw new Error('the policy server is down')
    }
    expect(() => computeGrants(policy, request('counter', {}))).toThrow('the policy server is down')
  })
})

describe('missingGrants', () => {
  it('lists what was asked for and not given', () => {
    const grants = { readShared: ['a'], writeShared: [], systemCommands: [] }
    expect(missingGrants({ readShared: ['a', 'b'], writeShared: ['a'] }, grants)).toEqual({
      readShared: ['b'],
      writeShared: ['a'],
      systemCommands: [],
    })
  })

  it('counts every domain as given where "*" was given', () => {
    const grants = { readShared: ['*'], writeShared: [], systemCommands: [] }
    expect(missingGrants({ readShared: ['a', '*'] }, grants)).toBe(NO_GRANTS)
    expect(missingGrants({ readShared: ['*'] }, NO_GRANTS).readShared).toEqual(['*'])
  })
})
