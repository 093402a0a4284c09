import type { PluginRequests } from '@plugboard/package-format'

import { subtractGrants } from './combineGrants.ts'
import { fsRules } from './fsRules.ts'
import { httpsRules } from './httpsRules.ts'
import type { PluginGrants } from './pluginGrants.ts'
import type { RuleAlgebra } from './ruleAlgebra.ts'

/**
 * What a new version asks for beyond the old one: all that an update has to ask a person about, with the reasons that the
 * author gives. What it stopped asking for is not in it.
 */
export function diffRequests(before: PluginRequests, after: PluginRequests): PluginGrants {
  return {
    ...subtractGrants(after, before),
    https: subtractEach(httpsRules, after.https ?? [], before.https ?? []),
    fs: subtractEach(fsRules, after.fs ?? [], before.fs ?? []),
  }
}

/** One after the other, because each has a reason of its own. */
function subtractEach<Rule extends { readonly reason?: string }>(
  rules: RuleAlgebra<Rule>,
  from: readonly Rule[],
  taken: readonly Rule[],
): readonly Rule[] {
  return from.flatMap((rule) =>
    rules
      .subtract([rule], taken)
      .map((added) => (rule.reason === undefined ? added : { ...added, reason: rule.reason })),
  )
}
