export { allowlist } from './allowlist.ts'
export { auditGrants } from './auditGrants.ts'
export { authorizeIntent, isActionType } from './authorizeIntent.ts'
export { can, canReadShared, canRunCommand, canUseComponent, canWriteShared } from './can.ts'
export { CAPABILITY_PROFILES } from './capabilityProfiles.ts'
export { computeGrants, missingGrants } from './computeGrants.ts'
export { createPluginView } from './createPluginView.ts'
export { addGrant, removeGrant } from './editGrants.ts'
export { denyAll, grantRequested } from './grantPolicy.ts'
export { isBroadGrant, isSameGrants, normaliseGrants } from './normaliseGrants.ts'
export { isOperator, operatorPolicy } from './operatorPolicy.ts'
export { projectShared } from './projectShared.ts'
export { isReadable } from './sharedDomainPolicy.ts'

export type {
  AuditedCapability,
  AuditGrantsOptions,
  BroadCapability,
  DeniedCapability,
  GrantAudit,
} from './auditGrants.ts'
export type { Authorization, AuthorizationContext } from './authorizeIntent.ts'
export type { CapabilityVerb } from './can.ts'
export type { CapabilityProfileName } from './capabilityProfiles.ts'
export type { PluginViewOptions } from './createPluginView.ts'
export type { GrantPolicy, GrantRequest } from './grantPolicy.ts'
export type { NormaliseGrantsOptions } from './normaliseGrants.ts'
export type { OperatorPolicyOptions } from './operatorPolicy.ts'
export type { ProjectSharedOptions } from './projectShared.ts'
export type { SharedDomainPolicies, SharedDomainPolicy } from './sharedDomainPolicy.ts'
