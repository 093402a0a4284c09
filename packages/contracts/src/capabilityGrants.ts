/** Name of a shared domain: lower-case letters, digits and dashes, 1 to 64 characters. */
export type DomainName = string

/** What a trusted manifest asks for. Asking gives nothing: a grant policy decides. */
export interface CapabilityRequest {
  /** Domains whose public projection the plugin wants to see. `'*'` (every domain) is for operator profiles only. */
  readonly readShared?: readonly DomainName[]
  readonly writeShared?: readonly DomainName[]
  readonly systemCommands?: readonly string[]
  /** Capabilities of the host's own components: what a `custom` node may need to be drawn. */
  readonly components?: readonly string[]
}

/** What one instance may do, as computed by the host's grant policy and stored per instance. */
export interface CapabilityGrants {
  readonly readShared: readonly DomainName[]
  readonly writeShared: readonly DomainName[]
  readonly systemCommands: readonly string[]
  /** Capabilities of the host's own components. Absent when there are none. */
  readonly components?: readonly string[]
}

/** No access at all: what code without a trusted manifest gets. */
export const NO_GRANTS: CapabilityGrants = Object.freeze({
  readShared: Object.freeze([]),
  writeShared: Object.freeze([]),
  systemCommands: Object.freeze([]),
})

/** Stands for every domain in `readShared`. Legal nowhere else, and shown as broad wherever grants are shown. */
export const EVERY_DOMAIN = '*'

const NAME = /^[a-z][a-z0-9-]{0,63}$/

/** Whether `value` may name a shared domain, a system command or a capability of the host's components. */
export function isCapabilityName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value) && value !== 'constructor' && value !== 'prototype'
}
