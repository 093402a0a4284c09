import type { CapabilityGrants, DomainName } from './capabilityGrants.ts'
import type { RuntimeIdentity } from './identity.ts'
import type { JsonValue } from './json.ts'

/** What a plugin sees beyond its own state: who it is, and the domains that it may read. */
export interface PluginGlobalView {
  readonly self: RuntimeIdentity
  /** Public projections of the readable domains. A domain without a grant is not there at all. */
  readonly shared: Readonly<Record<DomainName, JsonValue>>
}

/**
 * Everything that crosses into a VM for a render or an event. There is no other way to see host state.
 *
 * A runtime sends what has changed since the instance's last call, and finds it by reference: an object that was handed
 * over must never change in place, and views that share their unchanged parts are the cheap ones. In the VM the view is
 * frozen, and what did not change in it is the same object as in the last call.
 */
export interface PluginView {
  readonly pluginState: JsonValue
  readonly globalState: PluginGlobalView
  /** Advisory, for `ctx.can(...)`: knowing it gives no power. */
  readonly grants: CapabilityGrants
}
