import type { SharedDomainPolicies, SharedDomainPolicy } from '@plugboard/capabilities'
import { shareStructure, type DomainName, type JsonValue, type RuntimeState } from '@plugboard/contracts'

import { ownValue } from './initialState.ts'
import type { Registries } from './registries.ts'
import { reportDefect } from './storeDefect.ts'

/** Reads domains of a state, computing no more than what changed since the last look. */
export interface DomainReader {
  /** The registered domains, with projections that remember their last answer. */
  readonly policies: SharedDomainPolicies
  /** The state of a shared domain, or the value of a derived one; undefined for other names. */
  read(state: RuntimeState, name: DomainName): JsonValue | undefined
}

export function createDomainReader(registries: Registries): DomainReader {
  const { onDefect } = registries
  const policies = new Map<DomainName, SharedDomainPolicy>()
  for (const [name, policy] of registries.policies) {
    const project = policy.publicProjection
    policies.set(
      name,
      project === undefined
        ? policy
        : {
            ...policy,
            publicProjection: remember(
              (state: JsonValue) => project(state),
              (error) => reportDefect(onDefect, { code: 'projection-threw', subject: name, error }),
            ),
          },
    )
  }
  const derivations = new Map<DomainName, (state: RuntimeState) => JsonValue>()
  for (const [name, { derive }] of registries.derivedDomains) {
    derivations.set(
      name,
      remember(derive, (error) => reportDefect(onDefect, { code: 'derive-threw', subject: name, error })),
    )
  }
  return {
    policies,
    read(state, name) {
      const derive = derivations.get(name)
      if (derive !== undefined) return derive(state)
      return ownValue(state.shared, name) ?? registries.sharedDomains.get(name)?.initialState
    },
  }
}

/**
 * Answers the same input from memory, and an equal answer with the last one's own objects. A function that throws gives
 * its last good answer, or null: a selector must not take every widget down because one domain is broken.
 */
function remember<A>(compute: (input: A) => JsonValue, onThrow: (error: unknown) => void): (input: A) => JsonValue {
  let last: { readonly input: A; readonly output: JsonValue } | undefined
  return (input) => {
    if (last !== undefined && Object.is(last.input, input)) return last.output
    let output: JsonValue = last?.output ?? null
    try {
      output = shareStructure(output, compute(input))
    } catch (error) {
      onThrow(error)
    }
    last = { input, output }
    return output
  }
}
