import type { PackageId } from '@plugboard/contracts'

import { denyAll, grantRequested, type GrantPolicy } from './grantPolicy.ts'

export interface OperatorPolicyOptions {
  /** The packages that operate the host. They get all that their manifest asks for, `'*'` in `readShared` included. */
  readonly operators: readonly PackageId[]
  /** Decides for every other package; `denyAll` when absent. */
  readonly otherwise?: GrantPolicy
}

const operatorsOf = new WeakMap<GrantPolicy, (packageId: PackageId) => boolean>()

/** The only policy through which `'*'` is ever granted: it names the packages that may have it. */
export function operatorPolicy(options: OperatorPolicyOptions): GrantPolicy {
  const operators = new Set(options.operators)
  const otherwise = options.otherwise ?? denyAll
  const policy: GrantPolicy = (request) =>
    operators.has(request.identity.packageId) ? grantRequested(request) : otherwise(request)
  operatorsOf.set(policy, (packageId) => operators.has(packageId) || isOperator(otherwise, packageId))
  return policy
}

/** Whether `policy` is an operator policy that names the package. A policy that merely calls one is not. */
export function isOperator(policy: GrantPolicy, packageId: PackageId): boolean {
  return operatorsOf.get(policy)?.(packageId) ?? false
}
