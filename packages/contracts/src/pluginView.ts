import type { CapabilityGrants, DomainName } from './capabilityGrants.ts'
import type { RuntimeIdentity } from './identity.ts'
import type { JsonValue } from './json.ts'

/** What a plugin sees beyond its own state: who it is, and the domains that it may read. */
export interface PluginGlobalView {
  readonly self: RuntimeIdentity
  /** Public projections of the readable domains. A domain without a grant is not there at all. */
  readonly shared: Readonly<Record<DomainName, JsonValue>>
}

/** Everything that crosses into a VM for a render or an event. There is no other way to see host state. */
export interface PluginView {
  readonly pluginState: JsonValue
  readonly globalState: PluginGlobalView
  /** Advisory, for `ctx.can(...)`: knowing it gives no power. */
  readonly grants: CapabilityGrants
}
