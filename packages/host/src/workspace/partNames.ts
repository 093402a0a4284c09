import { isCapabilityName, parseInstanceId, type DomainName, type InstanceId } from '@plugboard/contracts'

/** The part that says what all of it is, and which instances there are, in their order. */
export const ABOUT_PART = 'workspace'
/** What the application keeps beside the instances. */
export const LAYOUT_PART = 'layout'

export const instancePart = (instanceId: InstanceId): string => `instance/${instanceId}`
export const statePart = (instanceId: InstanceId): string => `state/${instanceId}`
/** Code that the instance has in place of that of a listed package. */
export const codePart = (instanceId: InstanceId): string => `code/${instanceId}`
export const grantsPart = (instanceId: InstanceId): string => `grants/${instanceId}`
export const domainPart = (domain: DomainName): string => `domain/${domain}`
export const applicationPart = (name: string): string => `${APPLICATION}${name}`

const APPLICATION = 'app/'
const APPLICATION_NAME = /^[a-z][a-z0-9-]{0,63}(\/[a-z0-9][a-z0-9-]{0,63})?$/

/** Whether an application may keep a part under this name: `notes`, or `project/pomodoro`. */
export function isApplicationPartName(name: unknown): name is string {
  return typeof name === 'string' && APPLICATION_NAME.test(name)
}

/** What a part is, by its name; null for names that no workspace gives. */
export type PartSubject =
  | { readonly kind: 'about' | 'layout' }
  | { readonly kind: 'instance' | 'code' | 'state' | 'grants'; readonly instanceId: InstanceId }
  | { readonly kind: 'domain'; readonly domain: DomainName }
  | { readonly kind: 'application'; readonly name: string }

export function parsePartName(name: string): PartSubject | null {
  if (name === ABOUT_PART) return { kind: 'about' }
  if (name === LAYOUT_PART) return { kind: 'layout' }
  if (name.startsWith(APPLICATION)) {
    const own = name.slice(APPLICATION.length)
    return isApplicationPartName(own) ? { kind: 'application', name: own } : null
  }
  const slash = name.indexOf('/')
  const kind = name.slice(0, slash)
  const subject = name.slice(slash + 1)
  switch (kind) {
    case 'instance':
    case 'code':
    case 'state':
    case 'grants':
      return parseInstanceId(subject) === null ? null : { kind, instanceId: subject }
    case 'domain':
      return isCapabilityName(subject) ? { kind, domain: subject } : null
    default:
      return null
  }
}
