import { allowlist, authorizeIntent, computeGrants, projectShared } from '@plugboard/capabilities'

const identity = { packageId: 'dashboard', instanceId: 'dashboard@x7Kq2mP1' }

// The host says what each package may have at most; the manifest says what it asks for. The grants are what both say.
const policy = allowlist({ dashboard: { readShared: ['counter-summary', 'runtime-metrics'] } })
export const grants = computeGrants(policy, {
  identity,
  manifest: {
    apiVersion: 1,
    packageId: 'dashboard',
    title: 'Dashboard',
    capabilities: { readShared: ['counter-summary'], writeShared: ['counter-summary'] },
  },
})

const domains = new Map([['counter-summary', { name: 'counter-summary', owner: 'host' as const }]])

// A refusal is a value, with a reason that tools may match on.
export const denied = authorizeIntent(
  { scope: 'shared', domain: 'counter-summary', actionType: 'reset' },
  { identity, grants, domains, commands: new Set(), enabled: true },
)

// What is not granted is not there.
export const seen = projectShared({ grants, domains, read: () => ({ totalValue: 3 }) })
