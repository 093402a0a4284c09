import type { RuntimeErrorShape } from '@plugboard/contracts'
import type { PluginSlice, RewindPlan } from '@plugboard/store-core'

import type { InstanceSession } from '../instanceSession.ts'
import { PluginHostError } from '../pluginHostError.ts'
import type { StoreLink } from '../storeLink.ts'

/** What going on from a point of the past changed. */
export interface RewindResult extends RewindPlan {
  /** Number of the rewind's own record, for `redo`; null when nothing was different then. */
  readonly seq: number | null
}

export interface HostRewindOptions {
  readonly slice: PluginSlice
  readonly link: StoreLink
  readonly sessions: () => Iterable<InstanceSession>
  readonly now: () => number
}

/** Goes back to a point of the past, in the name of the person at the screen. Plugins have no way to it. */
export class HostRewind {
  readonly #options: HostRewindOptions

  constructor(options: HostRewindOptions) {
    this.#options = options
  }

  preview(seq: number): RewindPlan {
    const { link, slice } = this.#options
    return slice.planRewind(link.state, seq)
  }

  continueFrom(seq: number): RewindResult {
    const { link, now, sessions, slice } = this.#options
    const plan = this.preview(seq)
    if (plan.missing !== null) throw createMissingError(seq, plan.missing)
    if (!plan.isChange) return { ...plan, seq: null }
    const rewindSeq = link.dispatch(slice.actions.stateRewound({ toSeq: seq }, { causeSeq: null, timestamp: now() }))
    // A middleware of the application may have swallowed the action.
    if (slice.selectors.selectTraceRecord(link.state, rewindSeq)?.kind !== 'rewind') return { ...plan, seq: null }
    // They were meant for what was on the screen before.
    for (const session of sessions()) session.events.dropAll(LEFT_BEHIND)
    return { ...plan, seq: rewindSeq }
  }
}

const LEFT_BEHIND: RuntimeErrorShape = Object.freeze({
  code: 'DISPOSED',
  message: 'The event was not handled: the state went back to a point before it. Nothing of it was applied.',
})

function createMissingError(seq: unknown, { known, reason }: NonNullable<RewindPlan['missing']>): PluginHostError {
  if (reason === 'no-record') {
    const message = `There is no record ${String(seq).slice(0, 40)} to go on from: the newest is ${known.toSeq}.`
    return new PluginHostError({ code: 'UNKNOWN_RECORD', message })
  }
  const why = reason === 'left-trace' ? 'Later records have left the trace' : 'A later record does not fit the state'
  return new PluginHostError({
    code: 'PAST_INCOMPLETE',
    message: `${why}, so nobody can tell what was there right after record ${String(seq)}. Nothing was changed. Go on from ${known.fromSeq} or later; a larger traceLimit keeps more.`,
  })
}
