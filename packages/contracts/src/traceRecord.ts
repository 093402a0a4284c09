import type { CapabilityGrants } from './capabilityGrants.ts'
import type { DispatchIntent, SourcePosition } from './dispatchIntent.ts'
import type { DispatchOutcome, DispatchReason } from './dispatchReason.ts'
import type { InstanceId, PackageId } from './identity.ts'
import type { JsonValue } from './json.ts'
import type { CallUsage } from './pluginRuntime.ts'
import type { RuntimeErrorShape } from './runtimeError.ts'
import type { UIEvent } from './ui/uiEvent.ts'

interface TraceBase {
  /** Counts from 1, without gaps, for the life of the store. */
  readonly seq: number
  /** The record that caused this one; null for what a person or the host began. */
  readonly causeSeq: number | null
  /** Milliseconds since the epoch, by the host's clock. */
  readonly at: number
  readonly instanceId?: InstanceId
}

/** What happened, in order, and why. Every record has a number and a cause. */
export type TraceRecord = TraceBase &
  (
    | {
        readonly kind: 'load' | 'dispose' | 'enable' | 'disable'
        readonly packageId: PackageId
        readonly codeDigest?: string
      }
    | {
        readonly kind: 'event'
        readonly widgetId: string
        readonly handler: string
        readonly event: UIEvent
        /** Of an event that its source numbers: it is handled now, and none up to this number ever will be again. */
        readonly number?: number
        readonly usage?: CallUsage
      }
    | {
        readonly kind: 'dispatch'
        readonly dispatchId: string
        readonly intent: DispatchIntent
        readonly outcome: DispatchOutcome
        readonly reason?: DispatchReason
        /** Immer inverse patches of an applied change, while it is in the ring. */
        readonly inverse?: readonly JsonValue[]
        readonly source?: SourcePosition
      }
    | {
        readonly kind: 'render'
        readonly widgetId: string
        readonly treeDigest: string
        readonly usage: CallUsage
        readonly issues: number
      }
    | {
        readonly kind: 'grants'
        readonly before: CapabilityGrants
        readonly after: CapabilityGrants
        readonly by: 'policy' | 'user'
      }
    | { readonly kind: 'error'; readonly error: RuntimeErrorShape }
    | {
        readonly kind: 'restart'
        readonly attempt: number
        /** Of the code that it starts with, when that is not what ran before. */
        readonly codeDigest?: string
      }
    | { readonly kind: 'quarantine'; readonly attempt: number }
    | {
        readonly kind: 'host-call'
        readonly api: string
        readonly outcome: 'ok' | 'denied' | 'failed'
        readonly reason?: string
      }
  )

export type TraceKind = TraceRecord['kind']
