import type { CapabilityGrants, CapabilityRequest } from './capabilityGrants.ts'
import type { DispatchIntent, SourcePosition } from './dispatchIntent.ts'
import type { DispatchOutcome, DispatchReason } from './dispatchReason.ts'
import type { InstanceId, PackageId } from './identity.ts'
import type { CallUsage, InvokeCall } from './pluginRuntime.ts'
import type { RuntimeErrorShape } from './runtimeError.ts'
import type { StatePatch, StatePath } from './statePatch.ts'
import type { UIEvent } from './ui/uiEvent.ts'

interface TraceBase {
  /** Counts from 1, without gaps, for the life of the store. */
  readonly seq: number
  /** The record that caused this one; null for what a person or the host began. */
  readonly causeSeq: number | null
  /** What else this record is an effect of, oldest first: a render shows all that happened since the picture before it. */
  readonly otherCauses?: readonly number[]
  /** Milliseconds since the epoch, by the host's clock. */
  readonly at: number
  readonly instanceId?: InstanceId
  /** Where the host itself overwrote state that plugins had written: what it forgets of who is unloaded, what it restores. */
  readonly writes?: readonly StatePath[]
  /**
   * Takes the record back, carried out on the state right after it: Immer's inverse patches of what its action overwrote or
   * removed. Absent where the record's own fields say it, and where it changed nothing.
   */
  readonly inverse?: readonly StatePatch[]
}

/** What happened, in order, and why. Every record has a number and a cause. */
export type TraceRecord = TraceBase &
  (
    | {
        readonly kind: 'load'
        readonly packageId: PackageId
        readonly codeDigest?: string
        /** What the trusted manifest asked for. Absent: there is none, so nothing was. */
        readonly requested?: CapabilityRequest
        /** What the instance starts with. */
        readonly granted?: CapabilityGrants
      }
    | { readonly kind: 'enable' | 'disable'; readonly packageId: PackageId }
    | {
        readonly kind: 'dispose'
        readonly packageId: PackageId
        /** How many of the other instances were loaded before it. */
        readonly position?: number
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
    | ({
        /** Something was asked of a tool, a hook or a service. */
        readonly kind: 'invoke'
        readonly usage?: CallUsage
      } & Pick<InvokeCall, 'surface' | 'name' | 'input'>)
    | {
        readonly kind: 'dispatch'
        readonly dispatchId: string
        readonly intent: DispatchIntent
        readonly outcome: DispatchOutcome
        readonly reason?: DispatchReason
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
    | {
        /** Dispatches of one instance were taken back. */
        readonly kind: 'undo'
        readonly sinceSeq: number
        /** The dispatches that were taken back, oldest first. */
        readonly reverted: readonly number[]
        /** Those that stay, because what they wrote was overwritten later. */
        readonly kept: readonly number[]
        /** Brings back what was taken back. */
        readonly inverse: readonly StatePatch[]
      }
    | {
        /** The state of plugins went back to what it was right after an earlier record. */
        readonly kind: 'rewind'
        readonly toSeq: number
        /** The dispatches that do not count any more, oldest first. */
        readonly reverted: readonly number[]
        /** The dispatches that count again, because what took them back came later than `toSeq`. */
        readonly restored: readonly number[]
        /** Brings back what was left. */
        readonly inverse: readonly StatePatch[]
      }
    | {
        /** An undo or a rewind was taken back. */
        readonly kind: 'redo'
        /** Number of its record. */
        readonly undoSeq: number
        /** The dispatches that count again, oldest first. */
        readonly restored: readonly number[]
        readonly inverse: readonly StatePatch[]
      }
    /** The host replaced state by itself, as `writes` says, where no other record tells of it. */
    | { readonly kind: 'state'; readonly writes: readonly StatePath[] }
    | { readonly kind: 'error'; readonly error: RuntimeErrorShape }
    | {
        readonly kind: 'restart'
        readonly attempt: number
        /** Of the code that it starts with, when that is not what ran before. */
        readonly codeDigest?: string
      }
    | { readonly kind: 'quarantine'; readonly attempt: number }
  )

export type TraceKind = TraceRecord['kind']
