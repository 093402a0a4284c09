import { EVERY_DOMAIN } from '@plugboard/contracts'

import { createRuleAlgebra, type RuleAlgebra } from './ruleAlgebra.ts'

/** Names that stand for themselves: domains that are written, commands, components, secrets. */
export const nameRules: RuleAlgebra<string> = createRuleAlgebra<string, string>({
  toAtoms: (name) => [name],
  fromAtoms: (names) => names,
  meet: (left, right) => (left === right ? left : undefined),
  keyOf: (name) => name,
  groupOf: (name) => name,
})

/** Names of domains that are read, of which `'*'` stands for all. */
export const readableRules: RuleAlgebra<string> = createRuleAlgebra<string, string>({
  toAtoms: (name) => [name],
  fromAtoms: (names) => names,
  meet(left, right) {
    if (left === EVERY_DOMAIN) return right
    return right === EVERY_DOMAIN || left === right ? left : undefined
  },
  keyOf: (name) => name,
  groupOf: () => '',
})
