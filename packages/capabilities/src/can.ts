import { EVERY_DOMAIN, isCapabilityName, type CapabilityGrants, type DomainName } from '@plugboard/contracts'

/** What a grant lets an instance do with the thing it names; the verbs of the guest's `ctx.can(verb, name)`. */
export type CapabilityVerb = 'readShared' | 'writeShared' | 'systemCommand' | 'component'

/** Whether the grants open the domain for reading. `'*'` opens every domain. */
export function canReadShared(grants: CapabilityGrants, domain: DomainName): boolean {
  return isCapabilityName(domain) && (grants.readShared.includes(EVERY_DOMAIN) || grants.readShared.includes(domain))
}

/** Whether the grants open the domain for writing. `'*'` means nothing here. */
export function canWriteShared(grants: CapabilityGrants, domain: DomainName): boolean {
  return isCapabilityName(domain) && grants.writeShared.includes(domain)
}

/** Whether the grants allow the system command. `'*'` means nothing here. */
export function canRunCommand(grants: CapabilityGrants, command: string): boolean {
  return isCapabilityName(command) && grants.systemCommands.includes(command)
}

/** Whether the grants have the capability of the host's components. `'*'` means nothing here. */
export function canUseComponent(grants: CapabilityGrants, capability: string): boolean {
  return isCapabilityName(capability) && (grants.components ?? []).includes(capability)
}

/** One question for all verbs. */
export function can(grants: CapabilityGrants, verb: CapabilityVerb, name: string): boolean {
  switch (verb) {
    case 'readShared':
      return canReadShared(grants, name)
    case 'writeShared':
      return canWriteShared(grants, name)
    case 'systemCommand':
      return canRunCommand(grants, name)
    case 'component':
      return canUseComponent(grants, name)
  }
}
