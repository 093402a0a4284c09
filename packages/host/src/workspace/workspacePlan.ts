import type { DomainName, JsonValue } from '@plugboard/contracts'

import { fitState } from '../fitState.ts'
import type { HostParts } from '../hostParts.ts'
import { domainPart, instancePart } from './partNames.ts'
import type { ReadWorkspace } from './readWorkspace.ts'
import { planRestore, type RestorePlan } from './restorePlan.ts'
import { createLoss, type WorkspaceProblem } from './workspaceProblem.ts'

/** What a host would become, decided before anything is changed. */
export interface WorkspacePlan {
  readonly read: ReadWorkspace
  readonly instances: readonly RestorePlan[]
  /** Every domain of the host, as it was saved or as it begins. */
  readonly domains: Readonly<Record<DomainName, JsonValue>>
  readonly problems: readonly WorkspaceProblem[]
}

/** Fits what was read to the packages, domains and limits of a host. Changes nothing. */
export function planWorkspace(read: ReadWorkspace, host: HostParts): WorkspacePlan {
  const problems = [...read.problems]
  const instances: RestorePlan[] = []
  const counts = new Map<string, number>()
  for (const saved of read.instances) {
    const plan = planRestore(saved, host)
    const { instanceId, packageId } = plan.identity
    const count = (counts.get(packageId) ?? 0) + 1
    counts.set(packageId, count)
    if (count > host.maxInstancesPerPackage) {
      const message = `"${instanceId}" did not come back: this host allows ${host.maxInstancesPerPackage} instances of "${packageId}".`
      problems.push(createLoss('TOO_MANY_INSTANCES', instancePart(instanceId), message))
      continue
    }
    problems.push(...plan.problems)
    instances.push(plan)
  }
  // No prototype: a domain may have any lower-case name.
  const domains = Object.create(null) as Record<DomainName, JsonValue>
  for (const [name, { initialState, migrate, schemaVersion }] of host.sharedDomains) {
    domains[name] = initialState
    const saved = read.domains.get(name)
    if (saved === undefined) continue
    const fit = fitState({ value: saved.value, from: saved.schemaVersion, to: schemaVersion, migrate })
    if (fit.outcome !== 'unfit') domains[name] = fit.value
    else {
      const message = `The shared domain "${name}" did not come back: ${fit.message}. It begins anew, and is kept as it was saved.`
      problems.push(createLoss(fit.code, domainPart(name), message))
    }
  }
  return { read, instances, domains, problems }
}

/** Carries a plan out, and returns when the code of all instances runs or has failed to. */
export function restoreInto(host: HostParts, { domains, instances }: WorkspacePlan): Promise<void> {
  // First, so that no instance ever sees a domain without what it wrote into it.
  host.restoreDomains(domains)
  const starts = instances.map((plan) => host.restore(plan))
  // Why one did not start is on its record.
  return Promise.allSettled(starts).then(() => undefined)
}
