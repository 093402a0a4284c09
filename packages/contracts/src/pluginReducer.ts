import type { DispatchReason } from './dispatchReason.ts'
import type { RuntimeIdentity } from './identity.ts'
import type { JsonValue } from './json.ts'

/** Who acted, and under which dispatch. Time is not here: reducers know no clock. */
export interface ActionContext extends RuntimeIdentity {
  readonly dispatchId: string
}

export interface ReducerAction {
  readonly actionType: string
  readonly payload: JsonValue | undefined
}

/** `next` is used only when `outcome` is `applied`. */
export interface ReducerResult<S> {
  readonly next: S
  readonly outcome: 'applied' | 'ignored'
  readonly reason?: DispatchReason
}

/** Local and shared reducers have this one shape: they see their own slice, and nothing else. Pure. */
export type PluginReducer<S = JsonValue> = (
  current: S,
  action: ReducerAction,
  context: ActionContext,
) => ReducerResult<S>
