import {
  FATAL_ERROR_CODES,
  PluginRuntimeError,
  toErrorShape,
  type InstanceId,
  type InstanceStatus,
  type RuntimeErrorShape,
} from '@plugboard/contracts'

import type { InstanceSession } from './instanceSession.ts'

export interface FailureOptions {
  /** Number of the record of what was called; null for none. */
  readonly causeSeq: number | null
  /** Of the VM that the call was made to. */
  readonly generation: number
}

/** Judges what goes wrong with an instance, and what is over: its calls, its VM, and what the runtime says of it. */
export class InstanceHealth {
  readonly #session: InstanceSession
  #isQuarantineNoticed = false
  /** Number of the record of a neighbour's crash that took this VM along, until the runtime has brought it back. */
  #crashSeq: number | null = null

  constructor(session: InstanceSession) {
    this.#session = session
  }

  /** A call that began under `errorBefore` succeeded: that error is over. A newer one is not. */
  succeed(errorBefore: RuntimeErrorShape | undefined): void {
    const { record, vm } = this.#session
    vm.noticeAnswer()
    if (errorBefore === undefined || record?.error !== errorBefore || record.status !== 'ready') return
    this.#setStatus({ status: 'ready', error: null }, null)
  }

  /** Whether a call failed for no reason of its own, and is to be made again: nothing of it was applied. */
  isBlameless(thrown: unknown, generation: number): boolean {
    const { isGone, vm } = this.#session
    return !isGone && (vm.excuse(thrown) || vm.wasCutOff(thrown, generation))
  }

  /** A call failed: the record says so, and an instance whose VM is lost stops. */
  fail(thrown: unknown, { causeSeq, generation }: FailureOptions): void {
    const { context, events, instanceId, record, vm } = this.#session
    const error = toErrorShape(thrown)
    const isStale = generation !== vm.generation || record === undefined
    if (isStale || record.status === 'error' || record.status === 'quarantined') {
      this.#trace(error, causeSeq)
      return
    }
    const status = this.#isQuarantineNoticed || error.code === 'QUARANTINED' ? 'quarantined' : statusAfter(error)
    this.#setStatus({ status, error }, causeSeq)
    if (status !== 'ready') events.dropAll(error)
    context.events.emit('error', { instanceId, error })
  }

  /** The runtime lost the VM. What is in flight will be rejected, and is judged then. */
  noticeCrash({ error, offender }: { readonly error: RuntimeErrorShape; readonly offender?: InstanceId }): void {
    const { instanceId, vm } = this.#session
    const isOffender = offender === undefined || offender === instanceId
    if (vm.isCalled) {
      vm.noticeLoss(isOffender)
      if (isOffender) return
    }
    // Whoever waits for the start is told.
    if (isOffender && vm.isStarting) return
    if (offender === instanceId) {
      this.fail(new PluginRuntimeError(error), { causeSeq: null, generation: vm.generation })
    } else this.#crashSeq = this.#trace(error, null)
  }

  /** The runtime brought the instance back by itself. */
  noticeRestart(attempt: number): void {
    const { context, instanceId, record, vm } = this.#session
    if (vm.isStarting || record === undefined) return
    const { link, now, slice } = context
    const causeSeq = this.#crashSeq
    const meta = { causeSeq, timestamp: now() }
    this.#crashSeq = null
    if (record.status !== 'ready') {
      link.dispatch(slice.actions.traceRecorded({ kind: 'restart', instanceId, attempt }, meta))
      return
    }
    link.dispatch(slice.actions.instanceRestarted({ instanceId, attempt }, meta))
    this.#setStatus({ status: 'ready' }, causeSeq)
  }

  /** The runtime does not try the instance any more. */
  noticeQuarantine(): void {
    const { events, record, vm } = this.#session
    this.#isQuarantineNoticed = true
    // A call that is in flight brings the reason with it.
    if (vm.isCalled || vm.isStarting || record?.status === 'quarantined') return
    this.#setStatus({ status: 'quarantined', error: QUARANTINED }, null)
    events.dropAll(QUARANTINED)
  }

  /** The instance gets a fresh VM: what the runtime said of the one before is over. */
  forgetQuarantine(): void {
    this.#isQuarantineNoticed = false
  }

  #setStatus(
    change: { readonly status: InstanceStatus; readonly error?: RuntimeErrorShape | null },
    causeSeq: number | null,
  ): void {
    const { context, instanceId } = this.#session
    const { link, now, slice } = context
    link.dispatch(slice.actions.instanceStatusChanged({ instanceId, ...change }, { causeSeq, timestamp: now() }))
  }

  #trace(error: RuntimeErrorShape, causeSeq: number | null): number {
    const { context, instanceId } = this.#session
    const { link, now, slice } = context
    return link.dispatch(
      slice.actions.traceRecorded({ kind: 'error', instanceId, error }, { causeSeq, timestamp: now() }),
    )
  }
}

/** Why an instance stays stopped. */
export const QUARANTINED: RuntimeErrorShape = Object.freeze({
  code: 'QUARANTINED',
  message: 'The plugin was stopped too often in a short time and stays stopped. Restart it in a minute.',
})

function statusAfter({ code }: RuntimeErrorShape): 'ready' | 'error' {
  // The last two: the runtime no longer has the instance, so there is nothing left to call.
  const isLost = FATAL_ERROR_CODES.includes(code) || code === 'UNKNOWN_INSTANCE' || code === 'DISPOSED'
  return isLost ? 'error' : 'ready'
}
