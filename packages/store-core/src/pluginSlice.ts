import type { Authorization } from '@plugboard/capabilities'
import type { RuntimeState, StampedIntent } from '@plugboard/contracts'
import { nanoid } from '@reduxjs/toolkit'

import { reduceEnvelope } from './dispatchReducer.ts'
import { intentDenied, type HostActionOf, type IntentDenied } from './hostActions.ts'
import { reduceHostAction } from './hostReducer.ts'
import { createInitialState } from './initialState.ts'
import { PLUGIN_ACTIONS, type PluginActions } from './pluginActions.ts'
import { envelopeOf, intentOf, type PluginAction } from './pluginActionEnvelope.ts'
import { createPluginSelectors, type PluginSelectors } from './pluginSelectors.ts'
import { computeRewind, type RewindPlan } from './rewindPlan.ts'
import { readAction } from './readAction.ts'
import { createRegistries, type PluginSliceOptions } from './registries.ts'
import { authorizeInState } from './routeIntent.ts'
import { reportDefect } from './storeDefect.ts'

/** When and why an intent is dispatched. */
export interface IntentStamp {
  /** Number of the trace record that caused it, usually the event's; 0 for none. */
  readonly causeSeq: number
  /** Milliseconds since the epoch. */
  readonly timestamp: number
  /** Made by the slice when absent. */
  readonly dispatchId?: string
}

/** Plugin state as a Redux slice: mount `reducer` anywhere, and hand the selectors its part of the state. */
export interface PluginSlice {
  /**
   * Pure and total: never throws and never hangs, whatever is dispatched; leaves actions that it does not know alone.
   * Keeps copies of what actions carry, never the dispatcher's own objects.
   */
  readonly reducer: (state: RuntimeState | undefined, action: { readonly type: string }) => RuntimeState
  readonly actions: PluginActions
  readonly selectors: PluginSelectors
  readonly getInitialState: () => RuntimeState
  /** Whether an intent would be allowed now. Advisory: the reducer asks again, and its answer counts. */
  readonly authorize: (state: RuntimeState, intent: StampedIntent) => Authorization
  /**
   * The action to dispatch for an intent: its envelope, or at once its denial when it would be refused anyway.
   * The first of the three layers; the reducer and the projection do not rely on it.
   */
  readonly prepareIntent: (
    state: RuntimeState,
    intent: StampedIntent,
    stamp: IntentStamp,
  ) => PluginAction | HostActionOf<IntentDenied, 'plugins/intentDenied'>
  /** Plans to go back to right after a record. Pure: nothing is changed. */
  readonly planRewind: (state: RuntimeState, toSeq: number) => RewindPlan
  /** Selectors that remember on their own: a look at another state, as at the past, costs those of the present nothing. */
  readonly createSelectors: () => PluginSelectors
}

/**
 * Makes the slice from injected reducers and domains.
 *
 * @throws PluginStoreError when an option cannot be used.
 */
export function createPluginSlice(options: PluginSliceOptions = {}): PluginSlice {
  const registries = createRegistries(options)
  const createDispatchId = options.createDispatchId ?? nanoid
  const initialState = createInitialState(registries)
  const authorize = (state: RuntimeState, intent: StampedIntent): Authorization =>
    authorizeInState(state, intent, intent, registries)
  return Object.freeze<PluginSlice>({
    reducer(state = initialState, action) {
      try {
        const read = readAction(action)
        if (read === null) return state
        return read.kind === 'envelope'
          ? reduceEnvelope(state, read, registries)
          : reduceHostAction(state, read, registries)
      } catch (error) {
        // Creators make no such action, but a dispatch must not throw for one that was written by hand.
        reportDefect(registries.onDefect, { code: 'unreadable-action', subject: typeOf(action), error })
        return state
      }
    },
    actions: PLUGIN_ACTIONS,
    selectors: createPluginSelectors(registries),
    getInitialState: () => initialState,
    authorize,
    planRewind: (state, toSeq) => computeRewind(state, toSeq, registries).plan,
    createSelectors: () => createPluginSelectors(registries),
    prepareIntent(state, intent, { causeSeq, dispatchId = createDispatchId(), timestamp }) {
      const envelope = envelopeOf(intent, { dispatchId, causeSeq, timestamp })
      const verdict = authorize(state, intent)
      if (verdict.outcome === 'allowed') return envelope
      const { instanceId, packageId, source } = intent
      return intentDenied(
        {
          identity: { instanceId, packageId },
          dispatchId,
          intent: intentOf(envelope),
          reason: verdict.reason,
          ...(source === undefined ? {} : { source }),
        },
        { causeSeq, timestamp },
      )
    },
  })
}

// Reading it may be what threw.
function typeOf(action: unknown): string {
  try {
    return String((action as { readonly type?: unknown }).type).slice(0, SUBJECT_LENGTH)
  } catch {
    return 'unknown'
  }
}

const SUBJECT_LENGTH = 200
