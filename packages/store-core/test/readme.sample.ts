import { createPluginStore, defineLocalReducer, defineSharedDomain } from '@plugboard/store-core'

const votes = defineSharedDomain<{ readonly total: number }>({
  name: 'votes',
  owner: 'host',
  schemaVersion: 1,
  initialState: { total: 0 },
  reducer: (current, { actionType }) =>
    actionType === 'vote'
      ? { next: { total: current.total + 1 }, outcome: 'applied' }
      : { next: current, outcome: 'ignored', reason: `unsupported-action:votes/${actionType}` },
})

const reduceCounter = defineLocalReducer<{ readonly value: number }>((current, { actionType }) =>
  actionType === 'increment'
    ? { next: { value: current.value + 1 }, outcome: 'applied' }
    : { next: current, outcome: 'ignored' },
)

export const { actions, prepareIntent, selectors, store } = createPluginStore({
  localReducers: { counter: reduceCounter },
  sharedDomains: [votes],
})

// What a host does when a plugin was loaded: name the instance, give it grants, tell what the plugin said of itself.
const identity = { packageId: 'counter', instanceId: 'counter@x7Kq2mP1' }
const grants = { readShared: ['votes'], writeShared: [], systemCommands: [] }
const plugin = { ...identity, title: 'Counter', widgets: ['main'], handlers: {}, initialState: { value: 0 } }
const now = { causeSeq: null, timestamp: 0 }
store.dispatch(actions.instanceLoading({ identity, grants }, now))
store.dispatch(actions.instanceRegistered({ plugin }, now))

// What it does with the intents of an event. Time and ids come from outside; reducers know no clock.
const stamp = { causeSeq: selectors.selectLastSeq(store.getState()), timestamp: 1 }
const increment = { scope: 'plugin', actionType: 'increment', ...identity } as const
const vote = { scope: 'shared', domain: 'votes', actionType: 'vote', ...identity } as const
for (const intent of [increment, vote]) store.dispatch(prepareIntent(store.getState(), intent, stamp))
