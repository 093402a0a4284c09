import { CAPABILITY_PROFILES, allowlist, denyAll, grantRequested, operatorPolicy } from '@plugboard/capabilities'

import { describePolicyContract } from './describePolicyContract.ts'

describePolicyContract('denyAll', () => denyAll)
describePolicyContract('grantRequested', () => grantRequested)
describePolicyContract('allowlist', () =>
  allowlist({ counter: { readShared: ['a', '*'], writeShared: ['counter', '*'] }, greeter: { systemCommands: ['b'] } }),
)
describePolicyContract('operatorPolicy', () => operatorPolicy({ operators: ['monitor'], otherwise: grantRequested }))
describePolicyContract('operatorPolicy around operatorPolicy', () =>
  operatorPolicy({ operators: ['monitor'], otherwise: operatorPolicy({ operators: ['greeter'] }) }),
)
describePolicyContract('a policy that offers everything to everybody', () => () => ({
  readShared: ['*', 'a', 'b', 'counter', 'workspace'],
  writeShared: ['*', 'a', 'b', 'counter', 'workspace'],
  systemCommands: ['*', 'a', 'b', 'restart-plugin'],
}))
describePolicyContract('a policy that returns a profile', () => () => CAPABILITY_PROFILES['runtime-operator'])
// Plain JavaScript can return anything; what is not understood must give nothing.
describePolicyContract('a policy that returns garbage', () => () => ({ readShared: 'a', writeShared: null }) as never)
describePolicyContract('a policy that returns nothing', () => () => undefined as never)
