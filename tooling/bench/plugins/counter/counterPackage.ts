import type { SharedDomainDefinition } from '@plugboard/contracts'
import type { PluginPackage } from '@plugboard/host'
import { defineLocalReducer, defineSharedDomain } from '@plugboard/store-core'

import { INITIAL_TOTAL, type CounterState, type CounterTotal } from './counter.ts'

/** The counter as a host knows it: trusted, with a reducer, and granted what it asks for. */
export function createCounterPackage(code: string): PluginPackage {
  return {
    manifest: {
      apiVersion: 1,
      packageId: 'counter',
      title: 'Counter',
      capabilities: { readShared: ['total'], writeShared: ['total'] },
    },
    code,
    localReducer: defineLocalReducer<CounterState>((current, { actionType }) =>
      actionType === 'add'
        ? { next: { value: current.value + 1 }, outcome: 'applied' }
        : { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' },
    ),
  }
}

/** The domain that every counter reads and writes. */
export const total: SharedDomainDefinition = defineSharedDomain<CounterTotal>({
  name: 'total',
  owner: 'host',
  schemaVersion: 1,
  initialState: INITIAL_TOTAL,
  reducer: (current, { actionType }) =>
    actionType === 'add'
      ? { next: { sum: current.sum + 1 }, outcome: 'applied' }
      : { next: current, outcome: 'ignored', reason: `unsupported-action:total/${actionType}` },
})
