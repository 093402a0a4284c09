import {
  outcomeOf,
  type ActionContext,
  type DispatchReason,
  type JsonValue,
  type PluginReducer,
  type ReducerAction,
  type RuntimeState,
} from '@plugboard/contracts'
import { freeze } from 'immer'

import { applyNext, type AppliedChange, type SlicePlace } from './applyNext.ts'
import { ownValue } from './initialState.ts'
import { reportDefect, type DefectListener } from './storeDefect.ts'

export interface ReducerRun {
  readonly place: SlicePlace
  readonly reducer: PluginReducer
  readonly action: ReducerAction
  readonly context: ActionContext
  /** The reason when the reducer ignores the action and does not say why. */
  readonly unmatched: DispatchReason
  /** Whose reducer it is, for {@link DefectListener}. */
  readonly subject: string
  readonly onDefect: DefectListener | undefined
}

export type ReducerVerdict =
  | ({ readonly outcome: 'applied' } & AppliedChange)
  | { readonly outcome: 'ignored'; readonly reason: DispatchReason }

/** Runs a reducer over its slice. Whatever it does, nothing is thrown and nothing but its slice changes. */
export function runReducer(state: RuntimeState, run: ReducerRun): ReducerVerdict {
  try {
    const current: JsonValue = ownValue(state[run.place.map], run.place.key) ?? null
    // A reducer that writes to its state or to the payload, which the trace keeps, must fail and not corrupt them.
    freeze(current, true)
    freeze(run.action.payload, true)
    const result = run.reducer(current, run.action, run.context)
    switch (result.outcome) {
      case 'applied': {
        const change = applyNext(state, run.place, result.next)
        return change === null ? ignored('no-change') : { outcome: 'applied', ...change }
      }
      case 'ignored':
        return ignored(isIgnoredReason(result.reason) ? result.reason : run.unmatched)
      default:
        throw new TypeError('A reducer returned no outcome: return { next, outcome: "applied" | "ignored" }.')
    }
  } catch (error) {
    reportDefect(run.onDefect, { code: 'reducer-threw', subject: run.subject, error })
    return ignored('reducer-threw')
  }
}

// Refusing is the host's business; a reducer that says "denied" in its reason ignored the action all the same.
function isIgnoredReason(reason: DispatchReason | undefined): reason is DispatchReason {
  return typeof reason === 'string' && outcomeOf(reason) === 'ignored'
}

function ignored(reason: DispatchReason): ReducerVerdict {
  return { outcome: 'ignored', reason }
}
