import type { DomainName } from './capabilityGrants.ts'
import type { DispatchIntent, SourcePosition } from './dispatchIntent.ts'
import type { RuntimeIdentity } from './identity.ts'
import type { JsonValue } from './json.ts'

/** What every plugin action carries beside its payload. */
export interface PluginActionMeta extends RuntimeIdentity {
  readonly dispatchId: string
  readonly scope: DispatchIntent['scope']
  /** Present when `scope` is `shared`. */
  readonly domain?: DomainName
  /** Number of the trace record that caused this action. */
  readonly causeSeq: number
  /** Milliseconds since the epoch, by the host's clock. */
  readonly timestamp: number
  /** Where in the plugin's own source the intent was dispatched, when it is known. For display only. */
  readonly source?: SourcePosition
}

/** An applied intent as a flux-standard action: what Redux DevTools shows. */
export interface PluginActionEnvelope {
  readonly type: string
  readonly payload: JsonValue | undefined
  readonly meta: PluginActionMeta
}
