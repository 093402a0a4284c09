import { isPlainObject, type PackageManifest, type SharedDomainDefinition } from '@plugboard/contracts'
import { counterSource } from '@plugboard/contract-tests'
import type { PluginPackage } from '@plugboard/host'
import { defineLocalReducer, defineSharedDomain } from '@plugboard/store-core'

interface Summary {
  readonly values: Readonly<Record<string, number>>
}

/** Adds up what its writers report; forgets those that are unloaded. */
export const counterSummary: SharedDomainDefinition = defineSharedDomain<Summary>({
  name: 'counter-summary',
  owner: 'host',
  schemaVersion: 1,
  initialState: { values: {} },
  reducer: (current, { actionType, payload }, { instanceId }) => {
    const value = isPlainObject(payload) ? payload['value'] : undefined
    if (actionType !== 'set-instance') return { next: current, outcome: 'ignored' }
    if (typeof value !== 'number') return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload.value' }
    return { next: { values: { ...current.values, [instanceId]: value } }, outcome: 'applied' }
  },
  publicProjection: ({ values }) => ({
    totalValue: Object.values(values).reduce((total, value) => total + value, 0),
    instanceCount: Object.keys(values).length,
  }),
  onInstanceRemoved: ({ values }, instanceId) => {
    const { [instanceId]: _gone, ...rest } = values
    return { values: rest }
  },
})

export function manifestOf(packageId: string, capabilities: PackageManifest['capabilities'] = {}): PackageManifest {
  return { apiVersion: 1, packageId, title: packageId, capabilities }
}

/** A counter that writes and reads the summary. */
export const counterPackage: PluginPackage = {
  manifest: manifestOf('counter', {
    readShared: ['counter-summary'],
    writeShared: ['counter-summary'],
    systemCommands: ['collect-diagnostics'],
  }),
  code: counterSource,
  localReducer: defineLocalReducer<{ readonly value: number }>((current, { actionType, payload }) =>
    actionType === 'increment' && isPlainObject(payload) && typeof payload['by'] === 'number'
      ? { next: { value: current.value + payload['by'] }, outcome: 'applied' }
      : { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' },
  ),
}
