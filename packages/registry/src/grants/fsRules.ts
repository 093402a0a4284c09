import type { FsRequest } from '@plugboard/package-format'

import { createRuleAlgebra, type RuleAlgebra } from './ruleAlgebra.ts'

type Operation = FsRequest['operations'][number]

interface FsAtom {
  readonly root: string
  readonly operation: Operation
}

/** Operations on folders that the host has bound to names: each operation on each folder is by itself. */
export const fsRules: RuleAlgebra<FsRequest> = createRuleAlgebra<FsRequest, FsAtom>({
  toAtoms: ({ operations, root }) => operations.map((operation) => ({ root, operation })),
  fromAtoms: (atoms) =>
    [...Map.groupBy(atoms, ({ root }) => root)].map(([root, members]) => ({
      root,
      operations: members.map(({ operation }) => operation),
    })),
  meet: (left, right) => (keyOf(left) === keyOf(right) ? left : undefined),
  keyOf,
  groupOf: keyOf,
})

function keyOf({ operation, root }: FsAtom): string {
  return `${root} ${operation}`
}
