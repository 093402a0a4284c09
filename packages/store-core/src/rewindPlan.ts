import type { InstanceId, RuntimeState, StatePatch, TraceRecord } from '@plugboard/contracts'

import { applyNext, type SlicePlace } from './applyNext.ts'
import { forgetInDomains } from './forgetInstance.ts'
import { ownValue } from './initialState.ts'
import type { UnknownPast } from './past/pastReading.ts'
import { selectStateAt } from './past/pastReader.ts'
import type { Registries } from './registries.ts'
import { readUndone, undoneDispatches } from './undoPlan.ts'

/** What going back to right after a record comes to. */
export interface RewindPlan {
  readonly toSeq: number
  /** Why nobody can tell what was there; null when it is known. Nothing is changed otherwise. */
  readonly missing: Pick<UnknownPast, 'reason' | 'known'> | null
  /** The dispatches that will not count any more, oldest first. */
  readonly reverted: readonly number[]
  /** The dispatches that will count again, because what took them back came later, oldest first. */
  readonly restored: readonly number[]
  /** Instances that were loaded since: they run on, and start again from their first state. */
  readonly restarted: readonly InstanceId[]
  /** Instances that were unloaded since: they stay gone, and shared domains forget them. */
  readonly gone: readonly InstanceId[]
  /** Instances whose code was replaced since by code with another version of its state: they keep the state that they have. */
  readonly kept: readonly InstanceId[]
  /** Whether anything changes at all. */
  readonly isChange: boolean
}

/** The plan with the state that it leads to, and what takes that back. */
export interface ComputedRewind {
  readonly plan: RewindPlan
  readonly state: RuntimeState
  readonly inverse: readonly StatePatch[]
}

/**
 * Works out the state of plugins, own and shared, as it was right after a record, under what persons have decided since:
 * which instances there are, what they may do and whether they are paused stays.
 */
export function computeRewind(state: RuntimeState, toSeq: number, registries: Registries): ComputedRewind {
  const reading = selectStateAt(state, toSeq)
  if (reading.outcome === 'missing') {
    const { known, reason } = reading
    return { plan: { ...NOTHING, toSeq, missing: { known, reason } }, state, inverse: [] }
  }
  const then = reading.state
  const target = domainsAt(state, then, registries)
  const [restarted, kept]: [InstanceId[], InstanceId[]] = [[], []]
  let next = state
  let inverse: readonly StatePatch[] = []
  const put = (place: SlicePlace, source: RuntimeState): void => {
    const value = ownValue(source[place.map], place.key)
    const change = value === undefined ? null : applyNext(next, place, value)
    if (change === null) return
    next = change.state
    // Taken back in the opposite order.
    inverse = [...change.inverse, ...inverse]
  }
  for (const name of Object.keys(state.shared)) put({ map: 'shared', key: name }, target)
  for (const [instanceId, instance] of Object.entries(state.instances)) {
    const before = ownValue(then.instances, instanceId)
    const source = before === undefined ? stateAtLoad(state, instanceId) : then
    if (before === undefined) restarted.push(instanceId)
    // State of another shape would meet code that does not understand it.
    if (source === null || ownValue(source.instances, instanceId)?.stateVersion !== instance.stateVersion)
      kept.push(instanceId)
    else put({ map: 'pluginStateByInstance', key: instanceId }, source)
  }
  const { reverted, restored } = recount(state.trace, toSeq)
  const plan: RewindPlan = {
    toSeq,
    missing: null,
    reverted,
    restored,
    restarted: restarted.filter((instanceId) => !kept.includes(instanceId)),
    gone: goneSince(state, then),
    kept,
    isChange: inverse.length + reverted.length + restored.length > 0,
  }
  return { plan, state: next, inverse }
}

const NOTHING = { reverted: [], restored: [], restarted: [], gone: [], kept: [], isChange: false } as const

/** The shared domains as they were, without what they remembered of instances that are gone now. */
function domainsAt(state: RuntimeState, then: RuntimeState, registries: Registries): RuntimeState {
  return goneSince(state, then).reduce((next, instanceId) => forgetInDomains(next, instanceId, registries), {
    ...state,
    shared: then.shared,
  })
}

function goneSince(state: RuntimeState, then: RuntimeState): readonly InstanceId[] {
  return Object.keys(then.instances).filter((instanceId) => !Object.hasOwn(state.instances, instanceId))
}

/** The state right after an instance was loaded: it has its first state there. */
function stateAtLoad(state: RuntimeState, instanceId: InstanceId): RuntimeState | null {
  const load = state.trace.findLast((record) => record.kind === 'load' && record.instanceId === instanceId)
  const reading = load === undefined ? null : selectStateAt(state, load.seq)
  return reading?.outcome === 'known' ? reading.state : null
}

/** Which dispatches count after the rewind and did not before, and the other way round. */
function recount(trace: readonly TraceRecord[], toSeq: number): Pick<RewindPlan, 'reverted' | 'restored'> {
  const now = undoneDispatches(trace)
  const then = readUndone(trace.filter(({ seq }) => seq <= toSeq))
  const dispatches = trace.filter(({ inverse, kind }) => kind === 'dispatch' && inverse !== undefined)
  const earlier = dispatches.filter(({ seq }) => seq <= toSeq)
  return {
    reverted: [
      ...earlier.filter(({ seq }) => then.has(seq) && !now.has(seq)),
      // All that came later: one that an undo took back must not come back with that undo.
      ...dispatches.filter(({ seq }) => seq > toSeq),
    ].map(({ seq }) => seq),
    restored: earlier.filter(({ seq }) => !then.has(seq) && now.has(seq)).map(({ seq }) => seq),
  }
}
