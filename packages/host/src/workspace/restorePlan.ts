import { isOperator, normaliseGrants, type GrantPolicy } from '@plugboard/capabilities'
import {
  digestJson,
  parseInstanceId,
  type CapabilityGrants,
  type JsonValue,
  type PluginLimits,
  type RuntimeIdentity,
} from '@plugboard/contracts'

import { fitState } from '../fitState.ts'
import { createInstanceCode, type InstanceCode, type PackageCatalog } from '../packageCatalog.ts'
import { capLimits } from './capLimits.ts'
import { grantsPart, instancePart, statePart } from './partNames.ts'
import type { SavedInstance } from './savedInstance.ts'
import { createLoss, createNote, type WorkspaceProblem } from './workspaceProblem.ts'

/** What an instance comes back with. */
export interface RestorePlan {
  readonly identity: RuntimeIdentity
  readonly saved: SavedInstance
  readonly code: InstanceCode
  readonly grants: CapabilityGrants
  readonly limits: PluginLimits
  readonly state: JsonValue | undefined
  readonly stateVersion: number | undefined
  readonly problems: readonly WorkspaceProblem[]
}

export interface RestorePlanOptions {
  readonly catalog: PackageCatalog
  readonly policy: GrantPolicy
  /** The host's own. */
  readonly limits: PluginLimits
}

/**
 * Decides with which code, grants and state a saved instance comes back. Where the code is gone or does not understand
 * the state, it comes back stopped, with its state as it was saved. Whoever can write to a storage can write a package's id and a
 * manifest: neither makes own code trusted.
 */
export function planRestore(saved: SavedInstance, { catalog, limits: most, policy }: RestorePlanOptions): RestorePlan {
  const { instanceId } = saved
  const packageId = parseInstanceId(instanceId)?.packageId ?? ''
  const problems: WorkspaceProblem[] = []
  const isOwnCode = saved.code !== undefined
  const grants = normaliseGrants(saved.grants, { everyDomain: !isOwnCode && isOperator(policy, packageId) })
  const wellFormed = normaliseGrants(saved.grants, { everyDomain: true })
  if (digestJson(wellFormed) !== digestJson(saved.grants)) {
    const message = `The saved grants of "${instanceId}" hold more than names of what can be granted. It has what could be understood.`
    problems.push(createLoss('INVALID_PART', grantsPart(instanceId), message))
  } else if (digestJson(grants) !== digestJson(wellFormed)) {
    const message = `"${instanceId}" has fewer grants than were saved: it may not have all of them. Look at its grants.`
    problems.push(createNote('GRANTS_CUT', grantsPart(instanceId), message))
  }
  const limits = capLimits(most, saved.limits)
  if (JSON.stringify(limits) !== JSON.stringify({ ...most, ...saved.limits })) {
    const message = `"${instanceId}" was saved with higher limits than this host has, and runs under the host's own. Raise those if it needs more.`
    problems.push(createNote('LIMITS_CUT', instancePart(instanceId), message))
  }
  let code = isOwnCode
    ? createInstanceCode(saved.code, saved.sourceMap, saved.manifest ?? null, false)
    : catalog.findCode(packageId)
  let { state, stateVersion } = saved
  if (code === undefined) {
    const message = `The package "${packageId}" is not listed any more. The state of "${instanceId}" is kept; list the package again, or remove the instance.`
    problems.push(createNote('UNKNOWN_PACKAGE', instancePart(instanceId), message))
    code = { ...createInstanceCode('', undefined, null), isListed: true, fault: stop(message) }
  } else if (state !== undefined) {
    const to = code.manifest?.stateVersion
    const fit = fitState({ value: state, from: stateVersion, to, migrate: catalog.findMigration(packageId, to) })
    if (fit.outcome === 'unfit') {
      const message = `The state of "${instanceId}" does not fit its code: ${fit.message}. It is kept as it was saved, and the instance is stopped.`
      problems.push(createLoss(fit.code, statePart(instanceId), message))
      code = { ...code, fault: stop(message) }
    } else {
      state = fit.value
      stateVersion = to ?? stateVersion
    }
  }
  return { identity: { instanceId, packageId }, saved, code, grants, limits, state, stateVersion, problems }
}

function stop(message: string): NonNullable<InstanceCode['fault']> {
  return { code: 'INVALID_PLUGIN', message }
}
