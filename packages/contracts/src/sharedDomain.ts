import type { DomainName } from './capabilityGrants.ts'
import type { InstanceId, PackageId } from './identity.ts'
import type { JsonValue } from './json.ts'
import type { PluginReducer } from './pluginReducer.ts'
import type { RuntimeState } from './runtimeState.ts'

/** `capability` (default): only with a read grant. `open`: every instance sees it; shown as open wherever grants are shown. */
export type ReadPolicy = 'capability' | 'open'

/** `capability` (default) · `none`: read only for plugins · `owner-only`: a write grant and being an instance of `owner`. */
export type WritePolicy = 'capability' | 'none' | 'owner-only'

/** Named state that several plugins may share. Defined by the host only; plugins never bring a reducer. */
export interface SharedDomainDefinition<S = JsonValue> {
  readonly name: DomainName
  // oxlint-disable-next-line typescript/no-redundant-type-constituents -- the literal says which string is the host
  readonly owner: 'host' | PackageId
  readonly schemaVersion: number
  readonly initialState: S
  readonly reducer: PluginReducer<S>
  /** What readers see. Absent: the state itself. */
  readonly publicProjection?: (state: S) => JsonValue
  readonly readPolicy?: ReadPolicy
  readonly writePolicy?: WritePolicy
  /** Lets the domain forget an instance that was unloaded. Pure. */
  readonly onInstanceRemoved?: (state: S, instanceId: InstanceId) => S
  /**
   * Makes a state of this version out of one that an earlier version saved. It may be anything that was ever saved: throw
   * when it cannot be understood, and it is kept as it is.
   */
  readonly migrate?: (state: JsonValue, fromVersion: number) => S
}

/** Read-only for plugins, computed from runtime state; never from render counts or times (they would feed back). */
export interface DerivedDomainDefinition {
  readonly name: DomainName
  readonly derive: (state: RuntimeState) => JsonValue
}
