import { createInstanceId, EVERY_DOMAIN } from '@plugboard/contracts'
import type { CapabilityGrants, CapabilityRequest, PackageManifest, RuntimeIdentity } from '@plugboard/contracts'
import { parseCapabilityGrants } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

/** What a host asks when it loads an instance. */
export interface PolicyQuestion {
  readonly identity: RuntimeIdentity
  /** Null for code that came without a trusted manifest. */
  readonly manifest: PackageManifest | null
}

/** Options of {@link describePolicyContract}. */
export interface PolicyContractOptions {
  /** Shown in the title of the suite. */
  readonly name: string
  /** The decision that takes effect: usually `(request) => computeGrants(policy, request)`. */
  readonly policy: (request: PolicyQuestion) => CapabilityGrants
  /** Packages that may get `'*'`. None when absent. */
  readonly operators?: readonly string[]
  /** Packages to ask about, beside one that nobody knows. */
  readonly packages?: readonly string[]
}

const REQUESTS: Readonly<Record<string, CapabilityRequest>> = {
  nothing: {},
  'empty lists': { readShared: [], writeShared: [], systemCommands: [] },
  'one of each': { readShared: ['weather'], writeShared: ['notes'], systemCommands: ['restart-plugin'] },
  'the host’s components': { components: ['maps', 'charts'] },
  'the same names twice': { readShared: ['weather', 'weather'], writeShared: ['notes', 'notes'] },
  'every domain': { readShared: [EVERY_DOMAIN] },
  'many domains': { readShared: Array.from({ length: 50 }, (_, index) => `domain-${index}`) },
}

/** Requests that no parser lets through: a policy meets them when a host forgot to parse. */
const ILLEGAL: Readonly<Record<string, CapabilityRequest>> = {
  'every domain for writing': {
    writeShared: [EVERY_DOMAIN],
    systemCommands: [EVERY_DOMAIN],
    components: [EVERY_DOMAIN],
  },
  'names of JavaScript’s own': {
    readShared: ['__proto__', 'constructor'],
    writeShared: ['prototype', '__proto__'],
    systemCommands: ['constructor'],
    components: ['__proto__'],
  },
}

/** Declares the tests that every grant policy passes. */
export function describePolicyContract(options: PolicyContractOptions): void {
  const { name, policy, operators = [], packages = [] } = options
  const everybody = ['nobody-knows-this', ...packages, ...operators]

  describe(`${name} keeps the policy contract`, () => {
    test.each(everybody)('code of %s without a trusted manifest gets nothing', (packageId) => {
      expect(policy({ identity: identityOf(packageId), manifest: null })).toEqual(NOTHING)
    })

    describe.each(everybody)('for %s', (packageId) => {
      test.each(Object.entries(REQUESTS))('a request for %s is granted in part, in whole or not at all', (_, asked) => {
        const grants = policy(ask(packageId, asked))
        expect(parseCapabilityGrants(grants)).toEqual(grants)
        expectWithin(grants, asked)
        expectDistinct(grants)
      })

      test.each(Object.entries(ILLEGAL))('a request for %s gives none of it', (_, asked) => {
        expect(policy(ask(packageId, asked))).toEqual(NOTHING)
      })

      test('equal questions get equal answers', () => {
        for (const asked of Object.values(REQUESTS)) {
          const [first, second] = [policy(ask(packageId, asked)), policy(ask(packageId, asked))]
          expect(second).toEqual(first)
        }
      })

      test('the question is left as it was', () => {
        const question = ask(packageId, { readShared: ['weather'], writeShared: ['notes'] })
        const before = structuredCopy(question)
        policy(deepFreeze(question))
        expect(question).toEqual(before)
      })

      test('a manifest of another package gives nothing', () => {
        const { manifest } = ask('another-package', REQUESTS['one of each'] ?? {})
        expect(policy({ identity: identityOf(packageId), manifest })).toEqual(NOTHING)
      })
    })

    test.each(everybody.filter((packageId) => !operators.includes(packageId)))(
      '%s never gets every domain',
      (packageId) => {
        for (const asked of Object.values(REQUESTS)) {
          expect(policy(ask(packageId, asked)).readShared).not.toContain(EVERY_DOMAIN)
        }
      },
    )
  })
}

const NOTHING: CapabilityGrants = { readShared: [], writeShared: [], systemCommands: [] }

function identityOf(packageId: string): RuntimeIdentity {
  return { packageId, instanceId: createInstanceId(packageId) }
}

function ask(packageId: string, capabilities: CapabilityRequest): PolicyQuestion {
  return { identity: identityOf(packageId), manifest: { apiVersion: 1, packageId, title: packageId, capabilities } }
}

function expectWithin(grants: CapabilityGrants, asked: CapabilityRequest): void {
  const { readShared = [], writeShared = [], systemCommands = [], components = [] } = asked
  // Who asks for every domain may be given some by name.
  if (!readShared.includes(EVERY_DOMAIN)) for (const name of grants.readShared) expect(readShared).toContain(name)
  for (const name of grants.writeShared) expect(writeShared).toContain(name)
  for (const name of grants.systemCommands) expect(systemCommands).toContain(name)
  for (const name of grants.components ?? []) expect(components).toContain(name)
}

function expectDistinct(grants: CapabilityGrants): void {
  for (const names of Object.values(grants) as (readonly string[])[]) expect(new Set(names).size).toBe(names.length)
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}
