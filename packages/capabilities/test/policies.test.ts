import { describePolicyContract } from '@plugboard/contract-tests'
import {
  allowlist,
  CAPABILITY_PROFILES,
  computeGrants,
  denyAll,
  grantRequested,
  operatorPolicy,
  type GrantPolicy,
} from '@plugboard/capabilities'

import { describePolicyProperties } from './policyProperties.ts'

interface PolicyCase {
  readonly createPolicy: () => GrantPolicy
  readonly operators?: readonly string[]
}

const cases: Readonly<Record<string, PolicyCase>> = {
  denyAll: { createPolicy: () => denyAll },
  grantRequested: { createPolicy: () => grantRequested },
  allowlist: {
    createPolicy: () =>
      allowlist({
        counter: { readShared: ['a', 'weather', '*'], writeShared: ['counter', '*'] },
        greeter: { systemCommands: ['b', 'restart-plugin'] },
      }),
  },
  operatorPolicy: {
    createPolicy: () => operatorPolicy({ operators: ['monitor'], otherwise: grantRequested }),
    operators: ['monitor'],
  },
  'operatorPolicy around operatorPolicy': {
    createPolicy: () =>
      operatorPolicy({ operators: ['monitor'], otherwise: operatorPolicy({ operators: ['greeter'] }) }),
    operators: ['monitor', 'greeter'],
  },
  'a policy that offers everything to everybody': {
    createPolicy: () => () => ({
      readShared: ['*', 'a', 'b', 'counter', 'workspace', 'weather'],
      writeShared: ['*', 'a', 'b', 'counter', 'workspace', 'notes'],
      systemCommands: ['*', 'a', 'b', 'restart-plugin'],
    }),
  },
  'a policy that returns a profile': { createPolicy: () => () => CAPABILITY_PROFILES['runtime-operator'] },
  // Plain JavaScript can return anything; what is not understood must give nothing.
  'a policy that returns garbage': { createPolicy: () => () => ({ readShared: 'a', writeShared: null }) as never },
  'a policy that returns nothing': { createPolicy: () => () => undefined as never },
}

for (const [name, { createPolicy, operators = [] }] of Object.entries(cases)) {
  const policy = createPolicy()
  describePolicyContract({
    name,
    policy: (request) => computeGrants(policy, request),
    operators,
    packages: ['counter', 'greeter'].filter((packageId) => !operators.includes(packageId)),
  })
  describePolicyProperties(name, createPolicy)
}
