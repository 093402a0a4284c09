import { EVERY_DOMAIN } from '@plugboard/contracts'

import { createRuleAlgebra, type RuleAlgebra, type RuleShape } from './ruleAlgebra.ts'

const NAMES: RuleShape<string, string> = {
  // There is one thing that may be done with a name; which, its kind says.
  rights: [''],
  toClaims: (name) => [{ place: name, rights: [''] }],
  toRules: (claims) => claims.map(({ place }) => place),
  keyOf: (name) => name,
  covers: (wide, narrow) => wide === narrow,
}

/** Names that stand for themselves: domains that are written, commands, components, secrets. */
export const nameRules: RuleAlgebra<string> = createRuleAlgebra(NAMES)

/** Names of domains that are read, of which `'*'` stands for all. */
export const readableRules: RuleAlgebra<string> = createRuleAlgebra({
  ...NAMES,
  covers: (wide, narrow) => wide === EVERY_DOMAIN || wide === narrow,
})
