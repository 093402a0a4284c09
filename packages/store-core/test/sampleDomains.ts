import type { CapabilityGrants, JsonValue, PluginReducer, RuntimeState, StampedIntent } from '@plugboard/contracts'
import {
  createPluginStore,
  defineDerivedDomain,
  defineSharedDomain,
  type PluginStore,
  type PluginStoreOptions,
} from '@plugboard/store-core'

interface Votes {
  readonly by: Readonly<Record<string, number>>
  readonly total: number
}

/** Everyone's votes: remembers per instance, shows the total only, forgets who leaves. */
export const votes = defineSharedDomain<Votes>({
  name: 'votes',
  owner: 'host',
  schemaVersion: 1,
  initialState: { by: {}, total: 0 },
  reducer(current, { actionType, payload }, { instanceId }) {
    if (actionType === 'explode') throw new Error('the reducer has a bug')
    if (actionType !== 'set') return { next: current, outcome: 'ignored' }
    if (typeof payload !== 'number') return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload' }
    return { next: tally({ ...current.by, [instanceId]: payload }), outcome: 'applied' }
  },
  publicProjection: ({ total }) => ({ total }),
  onInstanceRemoved: ({ by }, instanceId) =>
    tally(Object.fromEntries(Object.entries(by).filter(([id]) => id !== instanceId))),
})

export const notes = defineSharedDomain<readonly string[]>({
  name: 'notes',
  owner: 'host',
  schemaVersion: 1,
  initialState: [],
  reducer: (current, { payload }) => ({ next: [...current, JSON.stringify(payload)], outcome: 'applied' }),
})

export const lobby = defineSharedDomain<string>({
  name: 'lobby',
  owner: 'greeter',
  schemaVersion: 1,
  initialState: 'closed',
  readPolicy: 'open',
  writePolicy: 'owner-only',
  reducer: (_current, { payload }) => ({ next: JSON.stringify(payload), outcome: 'applied' }),
})

export const registry = defineDerivedDomain({
  name: 'registry',
  derive: (state: RuntimeState) =>
    Object.values(state.instances).map(({ instanceId, status }) => ({ instanceId, status })),
})

/** A package with a reducer of its own. */
export const reduceCounter: PluginReducer = (current, { actionType, payload }) => {
  const { value } = current as { readonly value: number }
  switch (actionType) {
    case 'increment':
      return { next: { value: value + 1 }, outcome: 'applied' }
    case 'set':
      return { next: { value: payload ?? 0 }, outcome: 'applied' }
    case 'explode':
      throw new Error('the reducer has a bug')
    default:
      return { next: current, outcome: 'ignored' }
  }
}

export const EVERYTHING: CapabilityGrants = {
  readShared: ['votes', 'notes', 'registry'],
  writeShared: ['votes', 'notes', 'registry', 'lobby'],
  systemCommands: ['restart-plugin'],
}

/** A store with sample domains, and the shortest way to load instances into it and let them speak. */
export interface SampleStore extends PluginStore {
  readonly state: () => RuntimeState
  readonly load: (instanceId: string, grants?: CapabilityGrants, initialState?: JsonValue) => string
  /** Dispatches an intent straight to the reducer, past the helper that would refuse it. */
  readonly say: (instanceId: string, intent: Utterance) => void
}

type Utterance =
  | { readonly scope: 'plugin'; readonly actionType: string; readonly payload?: JsonValue }
  | { readonly scope: 'shared'; readonly domain: string; readonly actionType: string; readonly payload?: JsonValue }
  | { readonly scope: 'system'; readonly command: string; readonly payload?: JsonValue }

export function createSampleStore(options: PluginStoreOptions = {}): SampleStore {
  const slice = createPluginStore({
    localReducers: { counter: reduceCounter },
    sharedDomains: [votes, notes, lobby],
    derivedDomains: [registry],
    commands: ['restart-plugin', 'toggle-plugin'],
    ...options,
  })
  const { actions, store } = slice
  let dispatches = 0
  return {
    ...slice,
    state: () => store.getState(),
    load(instanceId, grants = EVERYTHING, initialState = { value: 0 }) {
      const identity = { instanceId, packageId: packageOf(instanceId) }
      store.dispatch(actions.instanceLoading({ identity, grants }, { causeSeq: null, timestamp: 1 }))
      const plugin = { ...identity, title: 'Sample', widgets: ['main'], handlers: { main: [] }, initialState }
      store.dispatch(actions.instanceRegistered({ plugin }, { causeSeq: null, timestamp: 2 }))
      return instanceId
    },
    say(instanceId, intent) {
      dispatches += 1
      const stamp = { dispatchId: `d${dispatches}`, causeSeq: 0, timestamp: 10 }
      store.dispatch(envelopeFor({ ...intent, instanceId, packageId: packageOf(instanceId) }))

      function envelopeFor(stamped: StampedIntent): ReturnType<typeof actions.pluginActionDispatched> {
        switch (stamped.scope) {
          case 'plugin':
            return actions.pluginActionDispatched(stamped, stamp)
          case 'shared':
            return actions.sharedActionDispatched(stamped, stamp)
          case 'system':
            return actions.systemCommandDispatched(stamped, stamp)
        }
      }
    },
  }
}

export function packageOf(instanceId: string): string {
  return instanceId.split('@', 1)[0] ?? ''
}

function tally(by: Readonly<Record<string, number>>): Votes {
  return { by, total: Object.values(by).reduce((sum, value) => sum + value, 0) }
}
