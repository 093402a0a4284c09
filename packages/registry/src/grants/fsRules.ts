import type { FsRequest } from '@plugboard/package-format'

import { createRuleAlgebra, type RuleAlgebra } from './ruleAlgebra.ts'

const OPERATIONS: FsRequest['operations'] = ['list', 'read', 'write']

/** Operations on folders that the host has bound to names: each operation on each folder is by itself. */
export const fsRules: RuleAlgebra<FsRequest> = createRuleAlgebra<FsRequest, string>({
  rights: OPERATIONS,
  toClaims: ({ operations, root }) => [{ place: root, rights: operations }],
  toRules: (claims) =>
    claims.map(({ place, rights }) => ({
      root: place,
      operations: OPERATIONS.filter((operation) => rights.includes(operation)),
    })),
  keyOf: (root) => root,
  covers: (wide, narrow) => wide === narrow,
})
