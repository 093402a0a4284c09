import { defineSharedDomain } from '@plugboard/store-core'

/** How often everybody voted together. */
export interface Votes {
  readonly total: number
}

/** What the plugins of this page share. They ask for a change; this decides what it is. */
export const votes = defineSharedDomain<Votes>({
  name: 'votes',
  owner: 'host',
  schemaVersion: 1,
  initialState: { total: 0 },
  reducer: (current, { actionType }) =>
    actionType === 'vote'
      ? { next: { total: current.total + 1 }, outcome: 'applied' }
      : { next: current, outcome: 'ignored', reason: `unsupported-action:votes/${actionType}` },
})
