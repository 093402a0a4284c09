import { parseInstanceId, type InstanceId, type RuntimeState } from '@plugboard/contracts'
import { planRedo, planUndo, type PluginSlice, type RedoPlan, type UndoPlan } from '@plugboard/store-core'

import { createUnknownInstanceError, PluginHostError } from './pluginHostError.ts'
import type { StoreLink } from './storeLink.ts'

export interface UndoOptions {
  /** Whether to take back what can be, when records since then have left the trace. Default false. */
  readonly allowPartial?: boolean
}

/** What was taken back, and what was not. */
export interface UndoResult extends UndoPlan {
  /** Number of the undo's own record, for `redo`; null when there was nothing to take back. */
  readonly seq: number | null
}

/** What came back, or what stood in the way. */
export interface RedoResult extends RedoPlan {
  /** Number of the redo's own record; null when something stood in the way, and nothing came back. */
  readonly seq: number | null
}

export interface HostUndoOptions {
  readonly slice: PluginSlice
  readonly link: StoreLink
  readonly now: () => number
}

/** Takes back what instances did, in the name of the person at the screen. Plugins have no way to it. */
export class HostUndo {
  readonly #options: HostUndoOptions

  constructor(options: HostUndoOptions) {
    this.#options = options
  }

  preview(instanceId: InstanceId, sinceSeq: number): UndoPlan {
    const { state } = this.#options.link
    checkKnown(state, instanceId)
    if (!Number.isSafeInteger(sinceSeq) || sinceSeq < 0) {
      throw new PluginHostError({
        code: 'PROTOCOL',
        message: 'sinceSeq is no number of a trace record: pass the newest one that is to stay, or 0.',
      })
    }
    return planUndo(state, { instanceId, sinceSeq })
  }

  undo(instanceId: InstanceId, sinceSeq: number, options?: UndoOptions): UndoResult {
    const allowPartial = options?.allowPartial === true
    const plan = this.preview(instanceId, sinceSeq)
    const { missing } = plan
    if (missing !== null && !allowPartial) {
      throw new PluginHostError({
        code: 'UNDO_INCOMPLETE',
        message: `Records ${missing.fromSeq} to ${missing.toSeq} have left the trace, and with them what "${instanceId}" may have done then: undo since ${missing.toSeq}, or pass { allowPartial: true } to take back the rest. A larger traceLimit keeps more.`,
      })
    }
    if (plan.reverted.length === 0) return { ...plan, seq: null }
    const { link, now, slice } = this.#options
    // The store plans again from its own records; this plan is what it comes to, as nothing happens in between.
    const seq = link.dispatch(
      slice.actions.changesUndone({ instanceId, sinceSeq, allowPartial }, { causeSeq: null, timestamp: now() }),
    )
    return { ...plan, seq: this.#isOf(seq, 'undo') ? seq : null }
  }

  redo(undoSeq: number): RedoResult {
    const { link, now, slice } = this.#options
    const plan = Number.isSafeInteger(undoSeq) ? planRedo(link.state, undoSeq) : null
    if (plan === null) {
      throw new PluginHostError({
        code: 'UNKNOWN_RECORD',
        message: `Record ${String(undoSeq)} is no undo and no way back, has left the trace, or was taken back before: there is nothing to bring back.`,
      })
    }
    if (plan.restored.length + plan.changes.length === 0) return { ...plan, seq: null }
    const seq = link.dispatch(slice.actions.undoTakenBack({ undoSeq }, { causeSeq: null, timestamp: now() }))
    return { ...plan, seq: this.#isOf(seq, 'redo') ? seq : null }
  }

  // A middleware of the application may have swallowed the action.
  #isOf(seq: number, kind: 'undo' | 'redo'): boolean {
    const { link, slice } = this.#options
    return slice.selectors.selectTraceRecord(link.state, seq)?.kind === kind
  }
}

// An instance that is gone is known while a record names it.
function checkKnown({ instances, trace }: RuntimeState, instanceId: unknown): void {
  const isNamed = typeof instanceId === 'string' && parseInstanceId(instanceId) !== null
  if (isNamed && (Object.hasOwn(instances, instanceId) || trace.some((record) => record.instanceId === instanceId)))
    return
  throw createUnknownInstanceError(instanceId)
}
